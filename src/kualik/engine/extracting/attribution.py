"""Who says what: reporting verbs with their speaker, their stance, and the words that are said.

Each sentence is read by itself. Guards come first: a verb whose speaker is in doubt yields a saying with
no speaker, never with a likely one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.clauses import closes, content_after, content_before, ellipses, speaks_before
from kualik.engine.extracting.cues import CUES, NO_ANSWER, TELLING
from kualik.engine.extracting.frames import BE, HEARING, NEGATIONS, SPECIAL, Clause, denial, stance_of
from kualik.engine.extracting.grammar import Phrase, head, main_subject, object_after, subject_before, verb_group
from kualik.engine.extracting.tagging import Tag
from kualik.engine.extracting.tokens import Sentence, Span
from kualik.engine.extracting.words import word_set
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Saying", "find_sayings"]

INVERTING = word_set(
    "said says added adds asked asks replied wrote recalled recalls explained insisted noted argued warned"
)
SILENT = frozenset({"nobody", "none", "no", "nothing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One reporting verb with its words; `speaker` is None where nobody is named as speaking.

    `shared` is set where the speaker was not found at the verb but taken over from the clause before.
    """

    start: int
    end: int
    cue: int
    stance: Stance
    content: Span
    speaker: Span | None = None
    apposition: Span | None = None
    addressee: Span | None = None
    shared: bool = False
    owner: Span | None = None  # whom "they" means: the subject of the sentence, where it is many


def find_sayings(sentence: Sentence, marks: Sequence[Tag]) -> list[Saying]:
    """Find every attributed saying of a sentence.

    Args:
        sentence: the sentence.
        marks: a tag for each of its tokens.

    Returns:
        Sayings in the order of their verbs; offsets count from the start of the document.
    """
    found: list[Saying] = list(_according(sentence, marks))
    for verb, token in enumerate(sentence.tokens):
        cue = token.lower in CUES and marks[verb] in {Tag.VERB, Tag.PARTICIPLE} and verb > 0
        if cue or (token.lower in SPECIAL and verb > 0):
            clause = Clause(tokens=sentence.tokens, marks=marks, verb=verb, first=verb_group(marks, verb))
            saying = _saying(clause, found)
            if saying:
                found += _parted(clause, saying, list(_more(clause, saying)))
    return sorted(_trimmed(found), key=lambda one: (one.start, one.cue, one.content.start))


def _parted(clause: Clause, saying: Saying, more: Sequence[Saying]) -> list[Saying]:
    """End the first of several sayings before the ", and that" of the second."""
    if not more:
        return [saying]
    until = more[0].content.start
    inside = [token for token in clause.tokens if saying.content.start <= token.start and token.end <= until]
    while len(inside) > 1 and inside[-1].lower in {",", "and", "that"}:
        inside.pop()
    content = Span(start=saying.content.start, end=inside[-1].end if inside else until)
    return [replace(saying, content=content, end=content.end), *more]


def _saying(clause: Clause, before: Sequence[Saying]) -> Saying | None:
    stance = stance_of(clause)
    if stance is None:
        return None
    passive = clause.group & BE and not clause.word.endswith("ing")
    if passive or (clause.word in {"told", "ordered"} and clause.at(1) in {"to", "that"}):
        return _passive(clause, stance)
    if clause.word in HEARING:
        return _learnt(clause, stance)
    speaker, apposition, shared = _speaker(clause, before)
    if speaker is None or _describes(clause) or _is_no_speaker(clause, speaker, stance):
        return None
    return _active(clause, stance, (speaker, apposition), shared=shared)


def _describes(clause: Clause) -> bool:
    """See "the employee who had acknowledged his death": it says who somebody is, not what is said now."""
    if clause.first < 2 or clause.tokens[clause.first - 1].lower not in {"who", "which"}:
        return False
    return clause.marks[clause.first - 2] is Tag.NOUN


def _active(clause: Clause, stance: Stance, who: tuple[Phrase | None, Span | None], *, shared: bool) -> Saying | None:
    speaker, apposition = who
    inverted = bool(speaker and speaker.first > clause.verb)
    addressee = None if inverted else _addressee(clause)
    silent = stance in {Stance.DECLINES_TO_COMMENT, Stance.DID_NOT_RESPOND}
    after = speaker.last if speaker and inverted else addressee.last if addressee and not silent else clause.verb + 1
    first = speaker.first if speaker and not inverted else clause.first
    if inverted or speaks_before(clause.tokens, clause.marks, first, after):
        content = content_before(clause.tokens, clause.marks, clause.first if inverted or speaker is None else first)
        content = content if inverted else _around(clause, content, after)
    else:
        content = content_after(clause.tokens, clause.marks, after, relative=_is_relative(clause, first))
    if content is None:
        if not silent:
            return None
        content = Span(start=clause.tokens[clause.verb].start, end=clause.tokens[clause.verb].end)
    said = clause.span(speaker)
    start = min(content.start, clause.tokens[clause.first].start, said.start if said and not shared else content.start)
    end = max(content.end, clause.tokens[clause.verb].end, said.end if said and not shared else content.end)
    return Saying(
        start=start, end=end, cue=clause.tokens[clause.verb].start, stance=denial(clause, stance, content),
        content=content, speaker=said, apposition=apposition, addressee=clause.span(addressee), shared=shared,
        owner=_many(clause, speaker),
    )  # fmt: skip


def _many(clause: Clause, speaker: Phrase | None) -> Span | None:
    """Find whom "they" means in "Relatives have resumed a protest, as they demand …"."""
    if speaker is None or clause.tokens[speaker.first].lower != "they" or speaker.first == 0:
        return None
    place = next((n for n in range(speaker.first) if clause.marks[n] in {Tag.VERB, Tag.AUXILIARY}), None)
    found = subject_before(clause.tokens, clause.marks, place) if place else None
    if found is None or (found.last == found.first + 1 and clause.marks[found.first] is Tag.PRONOUN):
        return None
    noun = clause.tokens[head(clause.marks, found)].lower
    return clause.span(found) if noun.endswith("s") or noun in {"people", "women", "men", "police"} else None


def _around(clause: Clause, content: Span | None, after: int) -> Span | None:
    """Join what stands before and after "…, she says, …" when both are one sentence outside quotation marks."""
    if content is None or after >= len(clause.tokens) or clause.tokens[after].text != ",":
        return content
    turns = {"while", "though", "although"}
    if (
        after + 1 < len(clause.tokens)
        and clause.tokens[after - 1].quote < 0
        and clause.tokens[after + 1].lower not in turns
    ):
        rest = content_after(clause.tokens, clause.marks, after, relative=False)
        return Span(start=content.start, end=rest.end) if rest else content
    return content


def _is_relative(clause: Clause, first: int) -> bool:
    """Say whether the verb stands in ", who said …,": its words then end at the next comma before a verb."""
    before = clause.tokens[clause.first - 1].lower if clause.first else ""
    return before in {"who", "which"} or (first > 0 and clause.tokens[first - 1].lower == "which")


def _is_no_speaker(clause: Clause, speaker: Phrase, stance: Stance) -> bool:
    """See a verb under "if", in a question, of nobody, of the teller ("I say"), or of "whose name he would not say"."""
    before = speaker.first - 1
    word = clause.tokens[before].lower if speaker.first else ""
    said = [token.lower for token in clause.tokens[speaker.first : speaker.last]]
    if (
        word in {"if", "do", "did", "does", "what", "whether"}
        or said[0] in SILENT
        or (said[-1] in {"them", "him", "me"} and len(said) == 1)
    ):
        return True
    own = said[0] in {"i", "we", "you"} and len(said) == 1
    if own and stance in {Stance.ASSERTS, Stance.ALLEGES}:
        return True
    return stance is Stance.DECLINES_TO_COMMENT and speaker.first > 0 and clause.marks[before] is Tag.NOUN


def _speaker(clause: Clause, before: Sequence[Saying]) -> tuple[Phrase | None, Span | None, bool]:
    """Find the speaker at the verb, after it ("said X"), or shared with the clause before ("… and said")."""
    found = subject_before(clause.tokens, clause.marks, clause.verb)
    if found and not _starts_with_quote(clause, found):
        apposition = clause.stretch(found.apposition)
        return found, apposition, False
    inverted = _inverted(clause)
    if inverted:
        return inverted, _beside(clause, inverted), False
    mark = clause.marks[clause.first - 1] if clause.first else None
    word = clause.tokens[clause.first - 1].lower if clause.first else ""
    if mark in {Tag.AND, Tag.COMMA} or word in {"but", "while"}:
        return _shared(clause, before), None, True
    return None, None, False


def _starts_with_quote(clause: Clause, phrase: Phrase) -> bool:
    """A phrase must lie wholly inside or wholly outside a quotation, as its verb does."""
    return any(
        clause.tokens[place].quote != clause.tokens[clause.verb].quote for place in (phrase.first, phrase.last - 1)
    )


def _inverted(clause: Clause) -> Phrase | None:
    before = clause.tokens[clause.first - 1] if clause.first else None
    if before is None or clause.word not in INVERTING or before.text not in '"”»,':
        return None
    if before.text != "," and not closes(clause.tokens, clause.first - 1):
        return None
    found = object_after(clause.tokens, clause.marks, clause.verb)
    return None if found and clause.tokens[found.first].lower in {"her", "him", "them", "me", "us"} else found


def _beside(clause: Clause, phrase: Phrase) -> Span | None:
    """Take what follows an inverted speaker between commas: "said X, a lawyer,"."""
    if phrase.last < len(clause.tokens) and clause.tokens[phrase.last].text == ",":
        for place in range(phrase.last + 1, min(len(clause.tokens), phrase.last + 12)):
            if clause.marks[place] in {Tag.COMMA, Tag.EDGE}:
                return clause.stretch((phrase.last + 1, place))
    return None


def _shared(clause: Clause, before: Sequence[Saying]) -> Phrase | None:
    """Take the speaker of the verb before, when both verbs are of one kind, else the subject of the sentence."""
    quote = clause.tokens[clause.verb].quote
    starts = {token.start: place for place, token in enumerate(clause.tokens)}
    for saying in reversed(before):
        cue = starts[saying.cue]
        alike = clause.word.endswith("ing") or clause.word.endswith("s") == clause.tokens[cue].lower.endswith("s")
        if saying.speaker and alike and clause.tokens[cue].quote == quote and saying.speaker.start in starts:
            first = starts[saying.speaker.start]
            last = next(
                (n for n in range(first, len(clause.tokens)) if clause.tokens[n].end >= saying.speaker.end), first
            )
            return Phrase(first=first, last=last + 1)
    return main_subject(clause.tokens, clause.marks, clause.first)


def _addressee(clause: Clause) -> Phrase | None:
    """Find whom a verb of telling speaks to, or "to RFE/RL" after another verb."""
    if clause.word in NO_ANSWER:
        return None
    if clause.word in TELLING and clause.at(1) not in {"that", "for", "to"}:
        return object_after(clause.tokens, clause.marks, clause.verb, deep=False)
    for place in range(clause.verb + 1, min(clause.verb + 6, len(clause.tokens) - 1)):
        if clause.tokens[place].lower == "to" and (
            clause.marks[place + 1] in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN} or clause.tokens[place + 1].capital
        ):
            return object_after(clause.tokens, clause.marks, place, deep=False)
    return None


def _passive(clause: Clause, stance: Stance) -> Saying | None:
    """Read "she was told by an officer that …" and "China has been accused of …"; other passives name nobody."""
    accused = stance is Stance.ACCUSES and clause.at(1) in {"of", "by"} and clause.at(2)[:1].isalnum()
    told = clause.word in {"told", "informed", "warned", "urged", "asked"} and not clause.group & NEGATIONS
    if not (accused or told) or (clause.word == "asked" and clause.at(1) not in {"to", "by"}):
        return None
    whom = subject_before(clause.tokens, clause.marks, clause.verb)
    agent = object_after(clause.tokens, clause.marks, clause.verb + 1) if clause.at(1) == "by" else None
    after = agent.last if agent else clause.verb + 1
    content = content_after(clause.tokens, clause.marks, after, relative=_is_relative(clause, 0))
    if content is None:
        return None
    start = clause.span(whom)
    stance = Stance.DEMANDS if told and clause.tokens[after].lower == "to" else stance
    return Saying(
        start=start.start if start else clause.tokens[clause.first].start, end=content.end,
        cue=clause.tokens[clause.verb].start, stance=denial(clause, stance, content),
        content=Span(start=start.start, end=content.end) if accused and start else content,
        speaker=clause.span(agent), addressee=start if told else None,
    )  # fmt: skip


def _learnt(clause: Clause, stance: Stance) -> Saying | None:
    """Read "he had heard from a driver that …": the driver speaks."""
    for place in range(clause.verb + 1, min(clause.verb + 6, len(clause.tokens))):
        if clause.tokens[place].lower == "from":
            source = object_after(clause.tokens, clause.marks, place)
            whom = subject_before(clause.tokens, clause.marks, clause.verb)
            content = source and _learnt_content(clause, source, whom)
            if not source or not content:
                return None
            said = clause.span(source)
            return Saying(
                start=min(content.start, clause.tokens[clause.first].start),
                end=max(content.end, said.end if said else 0),
                cue=clause.tokens[clause.verb].start, stance=stance, content=content, speaker=said,
                addressee=clause.span(whom),
            )  # fmt: skip
    return None


def _learnt_content(clause: Clause, source: Phrase, whom: Phrase | None) -> Span | None:
    that = next(
        (
            n
            for n in range(source.last, min(len(clause.tokens), source.last + 12))
            if clause.at(n - clause.verb) == "that"
        ),
        None,
    )
    if that is not None:
        return content_after(clause.tokens, clause.marks, that, relative=False)
    if whom and whom.first and clause.marks[whom.first - 1] is Tag.COMMA:
        return content_before(clause.tokens, clause.marks, whom.first)
    return None


def _according(sentence: Sentence, marks: Sequence[Tag]) -> Iterator[Saying]:
    tokens = sentence.tokens
    for place in range(len(tokens) - 2):
        if tokens[place].lower != "according" or tokens[place + 1].lower != "to":
            continue
        source = object_after(tokens, marks, place + 1)
        if source is None or (source.last - source.first == 1 and not tokens[source.first].capital):
            continue
        colon = source.last < len(tokens) and tokens[source.last].text == ":"
        leads = place == 0 or marks[place - 1] is Tag.EDGE or colon
        content = (
            content_after(tokens, marks, min(source.last + 1, len(tokens)), relative=False)
            if leads
            else content_before(tokens, marks, place)
        )
        if content:
            said = Span(start=tokens[source.first].start, end=tokens[source.last - 1].end)
            yield Saying(
                start=min(content.start, tokens[place].start), end=max(content.end, said.end), cue=tokens[place].start,
                stance=Stance.ASSERTS, content=content, speaker=said,
            )  # fmt: skip


def _more(clause: Clause, saying: Saying) -> Iterator[Saying]:
    """Read ", and that …" after "said that …" as further sayings of the same speaker."""
    if saying.content.start < saying.cue or saying.stance in {Stance.DECLINES_TO_COMMENT, Stance.DID_NOT_RESPOND}:
        return
    for start, end in ellipses(clause.tokens, clause.marks, saying.content):
        content = Span(start=start, end=end)
        base = CUES.get(clause.word, Stance.ASSERTS)
        yield replace(saying, content=content, end=end, stance=denial(clause, base, content))


def _trimmed(found: Sequence[Saying]) -> Iterator[Saying]:
    """End a saying where the next verb of the same speaker takes over."""
    ordered = sorted(found, key=lambda one: one.cue)
    for place, saying in enumerate(ordered):
        later = [
            one
            for one in ordered[place + 1 :]
            if one.shared and saying.content.start < one.start < saying.content.end and one.speaker == saying.speaker
        ]
        if later and saying.content.start > saying.cue:
            end = min(one.start for one in later)
            yield replace(saying, content=Span(start=saying.content.start, end=end), end=end)
        else:
            yield saying
