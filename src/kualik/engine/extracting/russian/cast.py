"""Everybody spoken of in one text, and who speaks where."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.russian.describing import genitive
from kualik.engine.extracting.russian.phrases import Phrase
from kualik.engine.extracting.russian.quotations import Quotation
from kualik.engine.extracting.russian.tokens import Page
from kualik.engine.extracting.spans import Span

__all__ = ["FARTHEST", "NEAR", "OTHERS", "Cast", "Someone"]

FARTHEST = 40  # phrases looked back over for whom a pronoun means
NEAR = 3  # sentences looked back over
OTHERS = frozenset({"official", "lawyer", "journalist", "researcher"})


@dataclass(slots=True, kw_only=True, eq=False)
class Someone:
    """Somebody spoken of. `key` is their party's, once there is one."""

    at: Span
    kind: str
    name: str | None = None
    words: tuple[str, ...] = ()
    label: str = ""
    lemma: str = ""
    gender: str = ""
    plural: bool = False
    count: int | None = 1
    aliases: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    age: tuple[int, Span] | None = None
    owner: "Someone | None" = None
    last: int = 0
    key: int | None = None


class Cast(ABC):
    """The people and bodies of one text."""

    def __init__(self, page: Page, phrases: Sequence[Phrase], quotations: Sequence[Quotation]) -> None:
        self.page, self.phrases, self.notes = page, phrases, Notes()
        self.all: list[Someone] = []
        self._by_word: dict[str, dict[int, Someone]] = {}
        self._by_lemma: dict[str, Someone] = {}
        self._kin: dict[tuple[int, str, bool], Someone] = {}
        self._meant: dict[int, Someone | None] = {}
        self._place = {id(phrase): n for n, phrase in enumerate(phrases)}
        self._speech = [one for one in quotations if one.speech]
        self._number = {id(one): n for n, one in enumerate(self._speech)}
        self._inside = self._insides()
        self._outside = self._outsides()
        self._told: dict[str, tuple[Someone, int]] = {}
        self.narrator: Someone | None = None
        self.settled = False  # whether it is known who says "I", wherever it can be known
        self._speakers: dict[int, Someone] = {}

    def _span(self, first: int, last: int) -> Span:
        return Span(start=self.page.tokens[first].start, end=self.page.tokens[last - 1].end)

    def _at(self, i: int) -> Phrase | None:
        """Find the phrase that begins at a token or right behind it."""
        return next((one for one in self._from(i) if one.first in {i, i + 1}), None)

    def _from(self, i: int) -> Sequence[Phrase]:
        low, high = 0, len(self.phrases)
        while low < high:
            middle = (low + high) // 2
            if self.phrases[middle].first < i:
                low = middle + 1
            else:
                high = middle
        return self.phrases[low : low + 3]

    def _upto(self, i: int) -> Sequence[Phrase]:
        low, high = 0, len(self.phrases)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.phrases[middle].first < i else (low, middle)
        return self.phrases[max(0, low - FARTHEST) : low]

    def _before(self, phrase: Phrase) -> Sequence[Phrase]:
        place = self._place[id(phrase)]
        return tuple(reversed(self.phrases[max(0, place - FARTHEST) : place]))

    def _insides(self) -> list[int]:
        """For every token the innermost speech that it lies in, or -1."""
        inside = [-1] * len(self.page.tokens)
        for n, one in enumerate(self._speech):
            for i in range(one.first, one.last):
                inside[i] = n
        return inside

    def _outsides(self) -> list[int]:
        """Count, up to each sentence, those that are nobody's speech: a quotation is no distance."""
        counts, total = [], 0
        for sentence in self.page.sentences:
            total += self._inside[sentence.first] < 0 or self._inside[sentence.last - 1] < 0
            counts.append(total)
        return counts

    def _distance(self, one: Phrase, other: Phrase) -> int:
        place = self.page.sentence_of
        return self._outside[place[other.head]] - self._outside[place[one.head]]

    def says(self, quotation: Quotation, who: Someone) -> None:
        """Note who speaks in a quotation, for its "I" and "my"."""
        number = self._number.get(id(quotation))
        if number is not None:
            self._speakers[number] = who

    def hear(self, speech: Quotation, who: Someone) -> None:
        """Note a line of talk that is no quotation by its marks, and who speaks in it."""
        self._speech.append(speech)
        for i in range(speech.first, speech.last):
            if self._inside[i] < 0:
                self._inside[i] = len(self._speech) - 1
        self._speakers[len(self._speech) - 1] = who

    def speaker_at(self, i: int) -> Someone | None:
        """Find who says "I" at a token: who speaks in its quotation, or who tells the whole."""
        return self._speakers.get(self._inside[i]) if self._inside[i] >= 0 else self.narrator

    def speech_end(self, i: int) -> int | None:
        """Find where the speech that a token lies in ends."""
        return self._speech[self._inside[i]].last if self._inside[i] >= 0 else None

    def quoted(self, i: int) -> int:
        """Number the speech that a token lies in; -1 outside."""
        return self._inside[i]

    def key(self, someone: Someone) -> int:
        """Give somebody's key in the notes, noting them down at first use."""
        if someone.key is None:
            party = self.notes.party(
                at=someone.at, rule=f"person.{someone.kind}", name=someone.name,
                description=None if someone.name else self.label(someone),
                count=someone.count, body=someone.kind == "body",
            )  # fmt: skip
            party.aliases = list(dict.fromkeys(someone.aliases))
            party.roles, party.age = someone.roles, someone.age
            someone.key = party.key
        return someone.key

    def settle(self, phrase: Phrase, someone: Someone) -> None:
        """Note that a phrase means somebody whom another part of the reader found."""
        self._meant[phrase.first] = someone

    def same(self, unnamed: Someone, named: Someone) -> None:
        """Note that somebody told of without a name is the one named: "Мой муж … Его зовут Турсын"."""
        for place, someone in self._meant.items():
            if someone is unnamed:
                self._meant[place] = named
        for key, someone in self._kin.items():
            if someone is unnamed:
                self._kin[key] = named
        named.gender = named.gender or unnamed.gender
        named.owner = named.owner or unnamed.owner

    def set_age(self, someone: Someone, value: int, span: Span) -> None:
        """Note how old somebody is."""
        someone.age = (value, span)
        if someone.key is not None:
            self.notes.parties[someone.key].age = someone.age

    def one_of(self, group: Someone) -> Someone:
        """Make somebody new: one of a group who is not told apart."""
        return Someone(at=group.at, kind="described", label=f"один из: {self.label(group)}", gender=group.gender)

    def label(self, someone: Someone) -> str:
        """Describe somebody who has no name: kin by whose they are."""
        if someone.name:
            return someone.name
        if someone.kind == "kin" and someone.owner is not None:
            owner = someone.owner
            return f"{someone.label} {genitive(self.label(owner), owner.gender, named=bool(owner.name))}"
        return someone.label

    def last_person(self, i: int, gender: str) -> Someone | None:
        """Find the person named last before a token, within three sentences."""
        for one in reversed(self._upto(i)):
            if self.page.sentence_of[i] - self.page.sentence_of[one.head] > NEAR:
                return None
            someone = self._meant.get(one.first)
            if someone is not None and someone.name and not (gender and someone.gender and someone.gender != gender):
                return someone
        return None

    def _only(self, gender: str) -> Someone | None:
        """Find the one named person of a gender, where there is only one who is no official, lawyer or journalist."""
        fitting = list(islice((one for one in self.all if one.gender == gender and not one.roles & OTHERS), 2))
        return fitting[0] if len(fitting) == 1 else None

    @abstractmethod
    def meant(self, phrase: Phrase) -> Someone | None:
        """Find whom a phrase means; None where it is not safe to say."""

    @abstractmethod
    def _antecedent(self, phrase: Phrase, *, gender: str, plural: bool) -> Someone | None:
        """Find whom a pronoun means."""
