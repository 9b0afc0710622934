"""Everything that a text gives as somebody's words, demand or silence, each with its speaker."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from kualik.engine.extracting.english.cues import words
from kualik.engine.extracting.english.denials import stance_in_words
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.english.quotations import Passage, follow_quotations
from kualik.engine.extracting.english.refusals import find_refusals
from kualik.engine.extracting.english.reports import find_reports
from kualik.engine.extracting.english.utterances import Utterance, find_utterances
from kualik.engine.extracting.notes import Notes, Saying, Value
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.vocabulary import Stance

__all__ = ["Speakers", "find_sayings"]

SILENT = frozenset({Stance.DECLINES_TO_COMMENT, Stance.DID_NOT_RESPOND})


class Speakers(Protocol):
    """What the register of people answers."""

    notes: Notes

    def speaker(self, i: int) -> int | None:
        """Find the party that a noun phrase means as a speaker, by its head."""

    def says(self, quote: int, party: int) -> None:
        """Note whose a quotation is, so that "I" in it is known."""


def find_sayings(parsed: Parsed, register: Speakers) -> list[Saying]:
    """Find who says, denies, demands what, and who will not speak.

    Args:
        parsed: the text.
        register: the register of people; it is told whose each quotation is.

    Returns:
        Sayings in the order of the text. A saying whose speaker is a pronoun that could be anybody is left out.

    Assumes:
        Headings are no sources.

    Source:
        shared/methods/reading.md, sections 4 and 6: frames of verbs of saying on a dependency parse, with guards.
    """
    found: list[Utterance] = []
    for sentence in parsed.sentences:
        if not sentence.heading:
            found += _apart(find_refusals(parsed, sentence), find_utterances(parsed, sentence))
            found += find_reports(parsed, sentence)
    passages = follow_quotations(parsed, found)
    return sorted(_resolved(parsed, passages, register), key=lambda one: (one.span.start, -one.span.end))


def _apart(silent: Sequence[Utterance], said: Sequence[Utterance]) -> Iterator[Utterance]:
    """Leave out a verb that tells of words where it tells of silence: "would not confirm the arrest"."""
    yield from silent
    mute = {one.cue for one in silent}
    yield from (one for one in said if one.cue not in mute)


def _resolved(parsed: Parsed, passages: Sequence[Passage], register: Speakers) -> Iterator[Saying]:
    """Make out the speakers: first those outside quotations, so that "I" and "he" inside can be understood."""
    outside = [one for one in passages if parsed.words[one.utterance.cue].quote < 0]
    inside = [one for one in passages if parsed.words[one.utterance.cue].quote >= 0]
    for passage in (*outside, *inside):
        yield from _saying(parsed, passage, register)


def _saying(parsed: Parsed, passage: Passage, register: Speakers) -> Iterator[Saying]:
    one = passage.utterance
    speaker = register.speaker(one.source.head) if one.source.head is not None else None
    if speaker is None and one.source.head is not None:
        return
    if speaker is not None:
        for quote in _quotes(parsed, passage):
            register.says(quote, speaker)
    official = speaker is not None and _is_official(parsed, one, register.notes, speaker)
    stance = stance_in_words(parsed, one, official=official)
    yield Saying(
        span=passage.span, content=passage.content, stance=stance, rule=_rule(passage, stance), speaker=speaker,
        addressee=_addressee(parsed, one),
    )  # fmt: skip


def _rule(passage: Passage, stance: Stance) -> str:
    if stance is passage.utterance.stance:
        return passage.rule
    return {Stance.DENIES: "deny.in-words", Stance.DECLINES_TO_COMMENT: "refuse.in-words"}.get(stance, passage.rule)


def _quotes(parsed: Parsed, passage: Passage) -> Iterable[int]:
    """Find the quotations that lie in what is said, the verb's own left out."""
    own = parsed.words[passage.utterance.cue].quote
    first, last = parsed.between(passage.content)
    return sorted({parsed.words[place].quote for place in range(first, last)} - {-1, own})


def _is_official(parsed: Parsed, one: Utterance, notes: Notes, speaker: int) -> bool:
    party = notes.parties[speaker]
    if "official" in party.roles or party.body:
        return True
    if one.source.head is None:
        return False
    word = parsed.words[one.source.head]
    return word.lemma in words("official") or word.ent in {"GPE", "ORG"}


def _addressee(parsed: Parsed, one: Utterance) -> Value | None:
    if one.to is None or one.to >= len(parsed.words):
        return None
    word = parsed.words[one.to]
    if word.tag in {"PRP", "WP"}:
        return None
    first, last = min(parsed.lefts[one.to], one.to), one.to + 1
    span = Span(start=parsed.words[first].start, end=parsed.words[last - 1].end)
    return Value(text=" ".join(parsed.text[span.start : span.end].split()), span=span)
