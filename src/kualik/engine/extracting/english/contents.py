"""What is said: where the words of a verb of saying begin and end."""

from dataclasses import dataclass

from kualik.engine.extracting.english.clauses import helpers, noun_phrase, subject
from kualik.engine.extracting.english.cues import Cue, cues
from kualik.engine.extracting.english.frames import BREAKS, NEAR, OPENING, TIMES, frames_behind, senses
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.sources import Source
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Content", "addressee", "clause_end", "find_content", "turn", "verb_start"]

PRIORITY = (
    "that", "quote", "wh", "to", "oprd", "as", "bare", "gerund", "at", "number", "object", "of", "for", "on", "about",
    "against",
)  # fmt: skip
CLOSING = frozenset("\"”»’'")
WEIGHED = frozenset({Stance.DENIES, Stance.ACKNOWLEDGES, Stance.ACCUSES})
TURNS = frozenset({"while", "although", "though", "whereas", "when", "as", "but", "before", "after"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Words [first, last) that are said; `frame` tells how they stand with the verb, `cue` in which sense."""

    first: int
    last: int
    frame: str
    cue: Cue
    left: bool = False
    around: bool = False


def find_content(parsed: Parsed, verb: int, source: Source) -> Content | None:
    """Find what a verb of saying brings.

    Args:
        parsed: the text.
        verb: the place of the verb.
        source: whose words they are.

    Returns:
        The content; None where nothing stands with the verb that it takes in a sense of saying.
    """
    found = senses(parsed, verb)
    behind = _left(parsed, verb, source)
    right = dict(frames_behind(parsed, verb, source))
    if behind is not None and not ("that" in right and parsed.words[behind[1]].text != ","):
        cue = next((cue for cue in found if cue.frames & {"bare", "quote", "clause"}), None)
        if cue is not None:
            return _left_content(parsed, verb, source, behind, cue)
    if "to" in right and "quote" in right and right["to"] <= right["quote"]:
        del right["quote"]
    for frame in PRIORITY:
        cue = next((cue for cue in found if frame in right and _takes(cue, frame)), None)
        if cue is not None:
            first = right[frame]
            last = clause_end(parsed, verb, first)
            last = max(last, _quote_end(parsed, parsed.words[first].quote)) if frame == "quote" else last
            return Content(first=first, last=last, frame=frame, cue=cue)
    return _spoken_of(parsed, verb, source)


def _spoken_of(parsed: Parsed, verb: int, source: Source) -> Content | None:
    """Find the thing that a verb tells of before it: "was confirmed by X", "charges which he denies"."""
    cue = next((cue for cue in senses(parsed, verb) if "object" in cue.frames), None)
    thing: int | None = None
    if source.how == "agent":
        thing = subject(parsed, verb)
    elif parsed.words[verb].dep == "relcl" and source.how == "subject":
        thing = parsed.words[verb].head
    if cue is None or thing is None or cue.stance not in WEIGHED:
        return None
    first, last = noun_phrase(parsed, thing)
    last = last if last <= verb else thing + 1
    return Content(first=first, last=last, frame="object", cue=cue)


def _takes(cue: Cue, frame: str) -> bool:
    if frame in {"number", "at"} and "object" in cue.frames and cue.stance is not Stance.ASSERTS:
        return True
    plain = {"number": "bare", "that": "clause", "wh": "clause"}
    return frame in cue.frames or plain.get(frame) in cue.frames


def verb_start(parsed: Parsed, verb: int) -> int:
    """Find the first word of a verb's group: "had not said"."""
    marks = [kid for kid in (*helpers(parsed, verb), *parsed.kids(verb, "neg", "advmod")) if kid < verb]
    start = verb
    while start - 1 in marks:
        start -= 1
    return start


def addressee(parsed: Parsed, verb: int, content: Content | None) -> int | None:
    """Find whom the words are spoken to: "told the paper", "said to her mother"."""
    telling = any("whom" in cue.frames for cue in senses(parsed, verb))
    direct = parsed.kid(verb, "dative", "dobj")
    if telling and direct is not None and parsed.words[direct].ent not in TIMES:
        inside = content is not None and not content.left and content.first <= direct < content.last
        if parsed.words[direct].dep != "prep" and not (inside and content and content.frame == "object"):
            return direct
    for prep in parsed.kids(verb, "prep", "dative"):
        if parsed.words[prep].lower == "to" and prep < verb + NEAR:
            return parsed.kid(prep, "pobj")
    return None


def _before(parsed: Parsed, verb: int, source: Source) -> int:
    """Find the first word of "she said" or "said X"."""
    start = verb_start(parsed, verb)
    if source.head is not None and source.head < verb and source.how == "subject":
        start = min(start, noun_phrase(parsed, source.head)[0])
    return start


def _left(parsed: Parsed, verb: int, source: Source) -> tuple[int, int] | None:
    """Find the words [first, last) that stand before "…, she said", where a comma or a quotation ends there."""
    if source.how not in {"subject", "inverted"}:
        return None
    start = _before(parsed, verb, source)
    sentence = parsed.sentences[parsed.words[verb].sentence]
    last = start - 1
    if last < sentence.first or parsed.words[last].text not in {",", "?", "!", "—", "–", "--", "-"} | CLOSING:
        return None
    quoted = _closes(parsed, last)
    above = parsed.words[verb]
    clause = next((kid for kid in parsed.kids(verb, "ccomp", "parataxis", "dep") if kid < start), None)
    aside = above.dep == "parataxis" or _is_aside(parsed, verb)
    if quoted is None and clause is None and not aside:
        return None
    edge = parsed.lefts[clause] if clause is not None else _left_edge(parsed, verb, start) if aside else last
    first = min(edge, quoted if quoted is not None else edge)
    for place in range(last - 1, first, -1):
        if parsed.words[place].text in BREAKS and parsed.words[place].quote < 0:
            first = place + 1
            break
    return (first, last) if first < last else None


def _left_edge(parsed: Parsed, verb: int, start: int) -> int:
    """Find where the clause begins that a verb of saying stands in the midst of."""
    return next((parsed.lefts[above] for above in parsed.above(verb) if parsed.lefts[above] < start - 1), start)


def _is_aside(parsed: Parsed, verb: int) -> bool:
    """See ", investigators established," inside what they say, where the parse makes it part of what follows."""
    word, after = parsed.words[verb], verb + 1
    hung = word.dep in {"ccomp", "advcl", "dep", "conj"} and word.head > verb
    return hung and after < len(parsed.words) and parsed.words[after].text == ","


def _closes(parsed: Parsed, last: int) -> int | None:
    """Find the first word of a quotation that ends at a word (or at the comma behind it)."""
    for place in (last, last - 1):
        if place >= 0 and parsed.words[place].text in CLOSING and parsed.words[place].quote >= 0:
            sentence = parsed.sentences[parsed.words[place].sentence]
            first = parsed.at(parsed.quotes[parsed.words[place].quote].start)
            return max(first, sentence.first) if first < place else None
    return None


def _left_content(parsed: Parsed, verb: int, source: Source, behind: tuple[int, int], cue: Cue) -> Content:
    first, last = behind
    after = max(verb, parsed.reach(source.head)[1] - 1 if source.head is not None and source.head > verb else verb) + 1
    end = _goes_on(parsed, verb, after, quoted=parsed.words[last].quote >= 0 or parsed.words[last - 1].quote >= 0)
    return Content(first=first, last=end or last, frame="bare", cue=cue, left=True, around=end is not None)


def _goes_on(parsed: Parsed, verb: int, after: int, *, quoted: bool) -> int | None:
    """Find where words end that go on after "…, she said, …"."""
    sentence = parsed.sentences[parsed.words[verb].sentence]
    if after >= sentence.last or parsed.words[after].text not in {",", "—", "–", "--"} or after + 1 >= sentence.last:
        return None
    following = parsed.words[after + 1]
    if quoted:
        opens = following.text in OPENING and following.quote >= 0
        return _quote_end(parsed, following.quote) if opens else None
    if following.lower in TURNS - {"but"} or following.tag == "VBG":
        return None
    return turn(parsed, after + 2, sentence.last)


def turn(parsed: Parsed, first: int, last: int) -> int:
    """Find where a sentence that goes on after "…, she said," comes to somebody else's words, or its end.

    Args:
        parsed: the text.
        first: the first word that is looked at.
        last: the place behind the last one.

    Returns:
        The place behind the last word that is still the speaker's.
    """
    for place in range(first, last):
        word = parsed.words[place]
        joined = word.lower in {"but", "while", "whereas"} and parsed.words[place - 1].text == ","
        said = (later.lemma in cues() and later.tag in FINITE for later in parsed.words[place + 1 : place + NEAR])
        if (word.text == ";" and word.quote < 0) or (joined and any(said)):
            last = place
            break
    while last > first and _is_stop(parsed, last - 1):
        last -= 1
    return last


def _quote_end(parsed: Parsed, quote: int) -> int:
    """Find the place behind the last word of a quotation."""
    if quote < 0:
        return 0
    return parsed.between(Span(start=parsed.quotes[quote].start, end=parsed.quotes[quote].end))[1]


def clause_end(parsed: Parsed, verb: int, start: int) -> int:
    """Find where a verb's words end: before what is joined to the verb itself, and before the sentence's stop.

    Args:
        parsed: the text.
        verb: the place of the verb.
        start: the first word of what is said.

    Returns:
        The place behind the last word.
    """
    end = max(parsed.rights[verb] + 1, start + 1)
    for kid in parsed.children[verb]:
        if kid > start and kid > verb and _parts(parsed, verb, kid):
            end = min(end, max(start + 1, parsed.lefts[kid]))
    for place in range(start, end):
        if parsed.words[place].text == ";" and parsed.words[place].quote < 0:
            end = place
            break
    while end > start + 1 and _is_stop(parsed, end - 1):
        end -= 1
    return end


def _parts(parsed: Parsed, verb: int, kid: int) -> bool:
    """Say whether a child of a verb of saying is no part of its words."""
    word = parsed.words[kid]
    if word.dep == "cc":
        return parsed.kid(verb, "conj") is not None
    if word.dep == "conj":
        return True
    if word.dep == "advcl":
        marks = {parsed.words[mark].lower for mark in parsed.kids(kid, "mark", "advmod")}
        saying = word.tag == "VBG" and word.lemma in cues()
        return saying or bool(marks & TURNS)
    return False


def _is_stop(parsed: Parsed, place: int) -> bool:
    word = parsed.words[place]
    if word.text in CLOSING:
        return False
    return (not word.text[0].isalnum() and word.text not in {")", "]", "%", "$", "'s"}) or word.dep == "cc"
