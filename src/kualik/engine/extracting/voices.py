"""Who is known to say each saying, and whose words a place in the text is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.attribution import Saying
from kualik.engine.extracting.names import is_organisation
from kualik.engine.extracting.people import Mention, People, Person
from kualik.engine.extracting.tokens import Span, Text
from kualik.engine.extracting.words import PERSONAL, ROLES
from kualik.engine.facts.claims import NOBODY
from kualik.engine.facts.vocabulary import Stance

__all__ = ["OURSELVES", "Said", "Voices", "resolve", "whole_quote"]

OURSELVES = "we"
"""The label of a document's own authors, until it is known who publishes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A saying whose speaker was made out: a label, and the person where it is one."""

    saying: Saying
    label: str
    person: int | None
    end: int


class Voices:
    """Whose words stand where: the chain of speakers behind any place in the text."""

    def __init__(self, base: tuple[str, ...]) -> None:
        self.base = base
        self._said: list[Said] = []
        self._starts: list[int] = []

    def add(self, said: Said) -> None:
        """Note a resolved saying; they come in the order of the text."""
        place = bisect_right(self._starts, said.saying.content.start)
        self._starts.insert(place, said.saying.content.start)
        self._said.insert(place, said)

    def over(self, start: int, end: int) -> list[Said]:
        """Find the sayings whose words hold a stretch, outermost first."""
        last = bisect_right(self._starts, start)
        holding = [
            said
            for said in self._said[max(0, last - 60) : last]
            if said.saying.content.start <= start and end <= said.end
        ]
        return sorted(holding, key=lambda said: -(said.end - said.saying.content.start))

    def around(self, start: int, end: int) -> list[Said]:
        """Find the sayings whose words begin inside a stretch."""
        return self._said[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end)]

    def chain(self, start: int, end: int, *, without: Said | None = None) -> tuple[str, ...]:
        """Name the voices behind a stretch, from the page inwards."""
        labels = [said.label for said in self.over(start, end) if said is not without]
        chain = list(self.base)
        for label in labels:
            if label != chain[-1]:
                chain.append(label)
        return tuple(chain)


def resolve(text: Text, number: int, saying: Saying, people: People, earlier: Sequence[Said]) -> Said | None:
    """Make out who speaks.

    Args:
        text: the document.
        number: the number of the sentence.
        saying: what was found there.
        people: the register; speakers that are new to it are added, so that "he" can mean them later.
        earlier: sayings resolved so far, for "the officer" after "a police officer in Kucha".

    Returns:
        The saying with its speaker, or None for a pronoun of which nobody knows whom it means.
    """
    if saying.speaker is None:
        return Said(saying=saying, label=NOBODY, person=None, end=saying.content.end)
    words = text.text[saying.speaker.start : saying.speaker.end]
    if words.casefold() == "they" and saying.owner is not None:
        span = saying.owner
        saying = replace(saying, speaker=span)
        words = text.text[span.start : span.end]
    person = _by_mention(saying, people) or _by_pronoun(words, saying, number, people)
    if person is not None:
        return Said(saying=saying, label=person.label, person=person.key, end=saying.content.end)
    if words.casefold() in PERSONAL:
        if words.casefold() == "we" and not _in_quote(text, saying):
            return Said(saying=saying, label=OURSELVES, person=None, end=saying.content.end)
        kept = words.casefold() == "they"
        return Said(saying=saying, label=words, person=None, end=saying.content.end) if kept else None
    return _by_phrase(text, number, saying, people, earlier)


def _by_mention(saying: Saying, people: People) -> Person | None:
    for span in (saying.speaker, saying.apposition):
        if span is None:
            continue
        mentions = [one for one in people.within(span) if not one.owner]
        whole = [one for one in mentions if one.end >= span.end - 1 or one.start == span.start]
        named = [one for one in (whole if span is saying.speaker else mentions[:1]) if one.end > 0]
        if named and (span is saying.speaker or _is_apposed(named[0], span)):
            if (
                len({one.person for one in mentions}) > 1
                and span is saying.speaker
                and people.all[named[-1].person].name
            ):
                return None if named[0].start == span.start and len(named) > 1 else people.all[named[-1].person]
            return people.all[named[-1].person]
    return None


def _is_apposed(mention: Mention, span: Span) -> bool:
    return mention.start == span.start or mention.end >= span.end - 1


def _by_pronoun(words: str, saying: Saying, number: int, people: People) -> Person | None:
    kind = PERSONAL.get(words.casefold())
    if kind not in {"male", "female", "thing"} or saying.speaker is None:
        return None
    return people.meant(at=saying.speaker.start, sentence=number, gender=kind, owner=False)


def _by_phrase(text: Text, number: int, saying: Saying, people: People, earlier: Sequence[Said]) -> Said:
    """Take a noun phrase as it stands; "the officer" means the officer spoken of before."""
    assert saying.speaker is not None
    span = saying.speaker
    if saying.apposition and text.text[span.start : span.end].casefold() in {
        "one of them",
        "another of them",
        "another",
    }:
        span = _first_part(text, saying.apposition)
    label = " ".join(text.text[span.start : span.end].split())
    words = label.split()
    if len(words) <= 3 and words[0].casefold() in {"the", "that", "this"}:
        known = people.known_as(words[-1].casefold(), at=span.start)
        if known and known.label and words[-1].casefold() != "family":
            return Said(saying=saying, label=known.label, person=known.key, end=saying.content.end)
        fuller = next((said for said in reversed(earlier[-40:]) if _is_short_of(words, said.label)), None)
        if fuller:
            return Said(saying=saying, label=fuller.label, person=fuller.person, end=saying.content.end)
    person = people.described(label) or people.add(description=label, count=1 if _is_one(words) else None)
    person.gender = person.gender or ("thing" if _is_body(words) else None)
    person.described_at = person.described_at or span
    person.words |= {word.casefold() for word in _head_words(words)[-1:]}
    people.mention(Mention(start=span.start, end=span.end, sentence=number, person=person.key))
    return Said(saying=saying, label=label, person=person.key, end=saying.content.end)


def _in_quote(text: Text, saying: Saying) -> bool:
    return any(quote.holds(saying.cue, saying.cue + 1) for quote in _near(text.quotes, saying.cue, saying.cue + 1))


def _first_part(text: Text, span: Span) -> Span:
    """Take "a Uyghur trader" of "a Uyghur trader who was let out in 2018"."""
    cut = text.text.find(" who ", span.start, span.end)
    return Span(start=span.start, end=cut if cut > 0 else span.end)


def _is_short_of(words: Sequence[str], label: str) -> bool:
    fuller = label.casefold().replace("'s", "").split()
    return (
        (len(fuller) > len(words) and fuller[0] != "the")
        or (len(fuller) > len(words) + 1 and (words[-1].casefold() in fuller))
        if words[-1].casefold() in fuller
        else False
    )


def _head_words(words: Sequence[str]) -> Sequence[str]:
    """Take the words up to the first preposition or relative: the last of them is the head."""
    stops = {"of", "in", "at", "for", "from", "with", "who", "which", "on", "to"}
    return words[: next((place for place, word in enumerate(words) if word.casefold() in stops and place), len(words))]


def _is_body(words: Sequence[str]) -> bool:
    human = any(word.casefold() in ROLES for word in _head_words(words)[-1:])
    return not human and (is_organisation(_head_words(words)[-1:]) or (words[0][0].isupper() and len(words) == 1))


def _is_one(words: Sequence[str]) -> bool:
    folded = [word.casefold() for word in words]
    return folded[0] in {"a", "an", "one", "another"} or any(
        word in ROLES and not word.endswith("s") for word in folded
    )


def whole_quote(text: Text, saying: Saying) -> Saying:
    """Widen what is said to the quotations that its edges stand in."""
    start, end = saying.content.start, saying.content.end
    for quote in _near(text.quotes, start, end):
        inside = quote.holds(saying.cue, saying.cue)
        if not inside and quote.start <= start < quote.end:
            start = quote.start
        if not inside and quote.start < end <= quote.end and saying.stance is not Stance.DECLINES_TO_COMMENT:
            end = quote.end
    if (start, end) == (saying.content.start, saying.content.end):
        return saying
    return replace(saying, start=min(saying.start, start), end=max(saying.end, end), content=Span(start=start, end=end))


def _near(quotes: Sequence[Span], start: int, end: int) -> list[Span]:
    first = max(0, bisect_right(quotes, start, key=lambda quote: quote.start) - 1)
    found: list[Span] = []
    for quote in quotes[first:]:
        if quote.start > end:
            break
        found.append(quote)
    return found
