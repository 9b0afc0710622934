"""From name candidates to people: full forms first, then the short forms that stand for them."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from kualik.engine.extracting.names import Candidate
from kualik.engine.extracting.people import Mention, People, Person
from kualik.engine.extracting.tokens import Span, Text
from kualik.engine.extracting.words import KIN

__all__ = ["register"]

ENOUGH_FULL, ENOUGH_SINGLE = 1, 2  # how much evidence a name of several words, or of one, needs
JOINING = frozenset({"and", ", and", ";", "; and"})
NOT_A_PERSON = -9  # the score of places and bodies, which may bear a person's name
MOST_ALIKE = 50  # people of one family name that are told apart
HONORIFICS = frozenset({"umm", "abu"})


def register(text: Text, found: Sequence[Candidate], people: People) -> None:
    """Register every person named in a text, and note where.

    Args:
        text: the document.
        found: the candidates, in order.
        people: the register to fill.
    """
    full = FullNames()
    for candidate in sorted(_accepted(text, found), key=lambda one: (-len(one.words), one.start)):
        if full.meant_by(candidate.words) is None and not full.holds(candidate.words):
            full.add(candidate.words, people.add(name=" ".join(candidate.words)))
    for candidate in found:
        person = full.meant_by(candidate.words)
        if person is not None and candidate.score > NOT_A_PERSON:
            _note(text, people, person, candidate)


class FullNames:
    """Full names by each of their words, so that a long list of names is looked up and not gone through."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], Person]]] = {}

    def add(self, words: Sequence[str], person: Person) -> None:
        """Register a full name."""
        for word in set(_key(words)):
            self._by_word.setdefault(word, []).append((_key(words), person))

    def holds(self, words: Sequence[str]) -> bool:
        """Say whether a single word stands later in some full name."""
        key = _key(words)
        return len(key) == 1 and any(
            key[0] in full[1:] and full[0] not in HONORIFICS for full, _ in self._by_word.get(key[0], [])[:MOST_ALIKE]
        )

    def meant_by(self, words: Sequence[str]) -> Person | None:
        """Find the person whose full name has these words; a family name means who was named first with it."""
        key = _key(words)
        near = self._by_word.get(key[0], [])[:MOST_ALIKE]
        fits = [one for one in near if one[0] == key] or [
            one for one in near if len(key) < len(one[0]) and set(key) <= set(one[0]) and one[0][0] not in HONORIFICS
        ]
        ended = [person for full, person in fits if full[-1] == key[-1]]
        started = [person for full, person in fits if full[0] == key[0]]
        chosen = started if len(started) == 1 else ended or [person for _, person in fits]
        return min(chosen, key=lambda person: person.key, default=None)


def _key(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.casefold().replace("’", "'") for word in words)


def _accepted(text: Text, found: Sequence[Candidate]) -> list[Candidate]:
    accepted: list[Candidate] = []
    before: Candidate | None = None
    for candidate, after in zip_longest(found, found[1:]):
        needed = ENOUGH_FULL if len(candidate.words) > 1 else ENOUGH_SINGLE
        joined = before is not None and text.text[before.end : candidate.start].strip() in JOINING
        if candidate.score >= needed or (joined and candidate.score >= 0):
            accepted.append(_completed(text, candidate, after))
            before = candidate
    return accepted


def _completed(text: Text, candidate: Candidate, after: Candidate | None) -> Candidate:
    """Give the first of "the brothers Adyl and Akyl Mambetali" the family name."""
    if len(candidate.words) > 1:
        return candidate
    words_before = text.text[max(0, candidate.start - 14) : candidate.start].split()
    plural = bool(words_before) and words_before[-1].casefold() in KIN and words_before[-1].endswith("s")
    if not (plural and after and len(after.words) > 1 and text.text[candidate.end : after.start] == " and "):
        return candidate
    return Candidate(
        first=candidate.first, last=candidate.last, sentence=candidate.sentence, start=candidate.start,
        end=candidate.end, words=(*candidate.words, after.words[-1]), score=candidate.score, gender=candidate.gender,
    )  # fmt: skip


def _note(text: Text, people: People, person: Person, candidate: Candidate) -> None:
    form = " ".join(candidate.words)
    for alias in (form, candidate.other):
        if alias and alias != person.name and alias not in person.aliases:
            person.aliases.append(alias)
    person.gender = person.gender or candidate.gender
    person.roles |= candidate.roles - {"person"}
    person.words |= candidate.nouns
    if candidate.age and person.age is None:
        person.age = (candidate.age[0], Span(start=candidate.age[1], end=candidate.age[2]))
    fuller = person.named_at is None or (candidate.score > 2 and len(form) == len(person.name or ""))
    if fuller and (person.named_at is None or text.text[person.named_at.start : person.named_at.end] != form):
        person.named_at = Span(start=candidate.start, end=candidate.end)
    token = text.sentences[candidate.sentence].tokens[candidate.first]
    people.mention(
        Mention(
            start=candidate.start, end=candidate.end, sentence=candidate.sentence, person=person.key,
            owner=candidate.owner, quote=token.quote,
        )
    )  # fmt: skip
