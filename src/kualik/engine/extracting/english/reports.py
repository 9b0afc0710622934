"""Words given as somebody's without a verb of saying: "according to X", "X's claim that …", "in the words of X"."""

from collections.abc import Iterator

from kualik.engine.extracting.english.clauses import conditional, negated, noun_phrase, subject
from kualik.engine.extracting.english.contents import clause_end, turn
from kualik.engine.extracting.english.cues import cues, nouns, words
from kualik.engine.extracting.english.parsed import Parsed, Sentence
from kualik.engine.extracting.english.sources import Source, find_source
from kualik.engine.extracting.english.speaking import may_speak, owner_of, surely_speaks
from kualik.engine.extracting.english.utterances import Utterance
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["find_reports"]

NO_SOURCES = frozenset({"law", "regulation", "plan", "schedule", "procedure", "rule", "principle", "need", "age"})
JOINERS = frozenset({"but", "while", "whereas", "although", "though"})
OPENING = frozenset('"“«„')
SHORT = 16  # words before a colon
LEARNING = frozenset({"learn", "hear"})
TELLING = frozenset({"report", "article"})
OUTER = frozenset(
    {"words", "account", "opinion", "view", "telling", "reckoning", "calculation", "estimate", "count", "version"}
)


def find_reports(parsed: Parsed, sentence: Sentence) -> list[Utterance]:
    """Find what a sentence gives as somebody's words without a verb of saying.

    Args:
        parsed: the text.
        sentence: one of its sentences.

    Returns:
        Utterances in order.
    """
    return [one for place in range(sentence.first, sentence.last) for one in _at(parsed, sentence, place)]


def _at(parsed: Parsed, sentence: Sentence, place: int) -> Iterator[Utterance]:
    word = parsed.words[place]
    if word.lower == "according":
        yield from _according(parsed, sentence, place)
    elif word.lower in OUTER and word.dep == "pobj" and parsed.words[word.head].lower in {"in", "by"}:
        yield from _in_words(parsed, sentence, place)
    elif word.lower in {"citing", "quoting"} and word.dep in {"advcl", "acl", "prep"}:
        yield from _citing(parsed, sentence, place)
    elif word.lemma in LEARNING and word.tag.startswith("V"):
        yield from _learnt(parsed, place)
    elif word.lower in words("convinced") and word.dep == "acomp":
        yield from _convinced(parsed, place)
    elif word.text == ":":
        yield from _before_colon(parsed, sentence, place)
    elif word.lemma in nouns() and word.tag in {"NN", "NNS"}:
        yield from _voiced(parsed, place)
        yield from _noun(parsed, place)


def _according(parsed: Parsed, sentence: Sentence, place: int) -> Iterator[Utterance]:
    to = place + 1
    if to >= sentence.last or parsed.words[to].lower != "to":
        return
    whom = parsed.kid(to, "pobj")
    if whom is None or not _is_source(parsed, whom):
        return
    yield _of_clause(parsed, sentence, (place, parsed.rights[to] + 1), whom, "report.according-to")


def _is_source(parsed: Parsed, whom: int) -> bool:
    word = parsed.words[whom]
    if word.lemma in NO_SOURCES and parsed.kid(whom, "det", "poss") is None:
        return False
    return may_speak(parsed, whom) or word.lemma in nouns() or word.tag in {"NNP", "NNS"}


def _in_words(parsed: Parsed, sentence: Sentence, place: int) -> Iterator[Utterance]:
    owner = parsed.kid(place, "poss")
    of = next((kid for kid in parsed.kids(place, "prep") if parsed.words[kid].lower == "of"), None)
    whom = owner if owner is not None else parsed.kid(of, "pobj") if of is not None else None
    if whom is not None and may_speak(parsed, whom):
        first = parsed.words[place].head
        yield _of_clause(parsed, sentence, (first, parsed.rights[place] + 1), whom, "report.in-words-of")


def _of_clause(
    parsed: Parsed, sentence: Sentence, phrase: tuple[int, int], whom: int, rule: str
) -> Utterance:  # fmt: skip
    """Take the clause beside "according to X": behind it, before it, or on both sides."""
    begins, after = phrase
    first = _clause_start(parsed, sentence, begins)
    initial = all(not parsed.words[place].text[0].isalnum() for place in range(first, begins))
    last = turn(parsed, after, sentence.last)
    first = after if initial else first
    while first < last - 1 and not parsed.words[first].text[0].isalnum() and parsed.words[first].quote < 0:
        first += 1
    final = not any(parsed.words[place].text[0].isalnum() for place in range(after, last))
    last = begins if final and not initial else max(last, first + 1)
    while last > first + 1 and parsed.words[last - 1].text == ",":
        last -= 1
    return Utterance(
        cue=begins, stance=Stance.ASSERTS, rule=rule, source=Source(head=whom, how="according"),
        first=first, last=last, begins=min(first, begins), ends=max(last, after),
    )  # fmt: skip


def _clause_start(parsed: Parsed, sentence: Sentence, place: int) -> int:
    for before in range(place - 1, sentence.first, -1):
        word = parsed.words[before]
        if word.text == ";" and word.quote < 0:
            return before + 1
        if word.lower in JOINERS and parsed.words[before - 1].text == "," and word.quote < 0:
            return before + 1
    return sentence.first


def _citing(parsed: Parsed, sentence: Sentence, place: int) -> Iterator[Utterance]:
    """Read ", citing relatives": they say what stands before."""
    whom = parsed.kid(place, "dobj", "pobj")
    if whom is None or not (surely_speaks(parsed, whom) or parsed.words[whom].lemma in nouns()):
        return
    saying = [kid for prep in parsed.kids(place, "prep") for kid in parsed.kids(prep, "pcomp")]
    if not saying and place > sentence.first:
        yield _of_clause(parsed, sentence, (place, parsed.rights[place] + 1), whom, "report.citing")


def _learnt(parsed: Parsed, verb: int) -> Iterator[Utterance]:
    """Read "learned from a neighbour that …": the neighbour speaks."""
    prep = next((kid for kid in parsed.kids(verb, "prep") if parsed.words[kid].lower == "from"), None)
    whom = parsed.kid(prep, "pobj") if prep is not None else None
    if whom is None or negated(parsed, verb) or not may_speak(parsed, whom) or conditional(parsed, verb):
        return
    clause = parsed.kid(verb, "ccomp")
    if clause is None:
        clause = next((kid for kid in (*parsed.kids(whom, "acl", "relcl"),) if _is_that(parsed, None, kid)), None)
    if clause is None:
        return
    first, last = parsed.reach(clause)
    begins = subject(parsed, verb)
    begins = noun_phrase(parsed, begins)[0] if begins is not None else verb
    last = clause_end(parsed, verb, first) if clause > verb and parsed.words[clause].head == verb else last
    yield Utterance(
        cue=verb, stance=Stance.ASSERTS, rule="report.learnt-from", source=Source(head=whom, how="learnt"),
        first=first, last=last, begins=min(begins, first), ends=max(last, noun_phrase(parsed, whom)[1]),
        to=subject(parsed, verb),
    )  # fmt: skip


def _voiced(parsed: Parsed, noun: int) -> Iterator[Utterance]:
    """Read "voiced concern about …", "reiterated its call for …", "made an appeal to …"."""
    verb = parsed.words[noun].head
    voiced = parsed.words[noun].dep == "dobj" and parsed.words[verb].lemma in words("voicing")
    stance, kind = nouns()[parsed.words[noun].lemma]
    first, last = parsed.reach(noun)
    if not voiced or kind != "speech" or last - first < 2 or negated(parsed, verb) or conditional(parsed, verb):
        return
    source = find_source(parsed, verb)
    if source is None or source.head is None or not surely_speaks(parsed, source.head):
        return
    last = clause_end(parsed, verb, first)
    begins = verb if source.shared else min(verb, noun_phrase(parsed, source.head)[0])
    yield Utterance(
        cue=verb, stance=stance, rule="report.voiced", source=source, first=first, last=last, begins=begins, ends=last
    )  # fmt: skip


def _convinced(parsed: Parsed, place: int) -> Iterator[Utterance]:
    """Read "relatives are convinced that …", "she is adamant he never left"."""
    verb = parsed.words[place].head
    who = subject(parsed, verb)
    clause = next((kid for kid in (*parsed.kids(place, "ccomp"), *parsed.kids(verb, "ccomp")) if kid > place), None)
    known = who is not None and clause is not None and parsed.words[verb].lemma in {"be", "remain", "feel", "seem"}
    if not known or who is None or clause is None or negated(parsed, verb) or conditional(parsed, verb):
        return
    own = parsed.words[who].lower in {"i", "we", "you"} and parsed.words[who].quote >= 0
    if own or not surely_speaks(parsed, who):
        return
    first, last = parsed.lefts[clause], clause_end(parsed, clause, parsed.lefts[clause])
    stance = Stance.ALLEGES if parsed.words[place].lower in words("afraid") else Stance.ASSERTS
    yield Utterance(
        cue=place, stance=stance, rule="report.convinced", source=Source(head=who, how="subject"),
        first=first, last=last, begins=min(noun_phrase(parsed, who)[0], first), ends=last,
    )  # fmt: skip


def _before_colon(parsed: Parsed, sentence: Sentence, place: int) -> Iterator[Utterance]:
    """Read a quotation after what somebody did: "He shook his head: “No, never.”"."""
    opens = place + 1
    before = parsed.words[sentence.first : place]
    if opens >= sentence.last or parsed.words[opens].text not in OPENING or parsed.words[opens].quote < 0:
        return
    who = subject(parsed, sentence.root) if sentence.root < place else None
    spoken = any(word.quote >= 0 or word.lemma in cues() or word.lemma in nouns() for word in before)
    if spoken or who is None or who > place or not surely_speaks(parsed, who) or len(before) > SHORT:
        return
    quote = parsed.quotes[parsed.words[opens].quote]
    last = min(parsed.between(Span(start=quote.start, end=quote.end))[1], sentence.last)
    yield Utterance(
        cue=sentence.root, stance=Stance.ASSERTS, rule="report.colon", source=Source(head=who, how="subject"),
        first=opens, last=last, begins=min(noun_phrase(parsed, who)[0], opens), ends=last,
    )  # fmt: skip


def _noun(parsed: Parsed, noun: int) -> Iterator[Utterance]:
    """Read "the aunt's claim that …", "allegations by neighbours that …", "a report that …"."""
    stance, kind = nouns()[parsed.words[noun].lemma]
    clause = next((kid for kid in parsed.kids(noun, "acl", "ccomp", "relcl") if _is_that(parsed, noun, kid)), None)
    if clause is None:
        return
    owner = owner_of(parsed, noun)
    telling = parsed.words[noun].lemma in TELLING
    single = parsed.words[noun].tag == "NN" and parsed.kid(noun, "det") is not None
    if owner is None and not (kind == "document" and single and telling):
        return
    head = owner if owner is not None else noun
    first, last = noun_phrase(parsed, noun)
    yield Utterance(
        cue=noun, stance=stance, rule="report.noun", source=Source(head=head, how="noun"),
        first=parsed.lefts[clause], last=parsed.rights[clause] + 1, begins=first,
        ends=max(last, parsed.rights[clause] + 1),
    )  # fmt: skip


def _is_that(parsed: Parsed, noun: int | None, clause: int) -> bool:
    """See a clause with "that" of its own, whose "that" is not its subject or object."""
    first = parsed.lefts[clause]
    word = parsed.words[first]
    return (noun is None or first == noun + 1) and word.lower == "that" and word.dep == "mark"
