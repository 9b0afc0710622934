"""The people of one document: who is named or known by kin, under which forms, and whom a pronoun means."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from kualik.engine.extracting.tokens import Span

__all__ = ["Mention", "People", "Person"]

REACH = 4  # sentences back that a pronoun may look
KEPT = 400  # mentions looked at for one pronoun, so that a very long paragraph stays cheap


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody (or a group) of the document while it is being read."""

    key: int
    name: str | None = None
    description: str | None = None
    aliases: list[str] = field(default_factory=list)
    gender: str | None = None
    count: int | None = 1
    age: tuple[int, Span] | None = None
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)  # nouns that were used of them: "officer", "uncle"
    named_at: Span | None = None
    described_at: Span | None = None

    @property
    def label(self) -> str:
        """The name, or the description of one who is not named."""
        return self.name or self.description or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where somebody is spoken of. An owner ("Li's wife") is no likely meaning of a pronoun."""

    start: int
    end: int
    sentence: int
    person: int
    owner: bool = False
    quote: int = -1


class People:
    """The register of people, filled while a document is read."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self.kin: dict[tuple[int, str], Person] = {}
        self.owners: dict[int, tuple[int, str]] = {}
        self._described: dict[str, Person] = {}
        self._mentions: list[Mention] = []
        self._starts: list[int] = []

    def add(self, *, name: str | None = None, description: str | None = None, count: int | None = 1) -> Person:
        """Register somebody new."""
        person = Person(key=len(self.all), name=name, description=description, count=count)
        self.all.append(person)
        if description:
            self._described.setdefault(description, person)
        return person

    def mention(self, mention: Mention) -> None:
        """Note where somebody is spoken of."""
        place = bisect_right(self._starts, mention.start)
        self._starts.insert(place, mention.start)
        self._mentions.insert(place, mention)

    def within(self, span: Span) -> list[Mention]:
        """Find the mentions inside a stretch, in order."""
        place = bisect_right(self._starts, span.start - 1)
        found: list[Mention] = []
        while place < len(self._mentions) and self._mentions[place].start < span.end:
            if self._mentions[place].end <= span.end:
                found.append(self._mentions[place])
            place += 1
        return found

    def described(self, description: str) -> Person | None:
        """Find somebody unnamed by the exact description."""
        found = self._described.get(description)
        return self.all[found.key] if found else None

    def known_as(self, word: str, *, at: int) -> Person | None:
        """Find who was last spoken of with a noun, for "the uncle" and "the officer"."""
        last = bisect_right(self._starts, at - 1)
        for mention in reversed(self._mentions[max(0, last - KEPT) : last]):
            if word in self.all[mention.person].words:
                return self.all[mention.person]
        return None

    def become(self, unnamed: Person, named: Person) -> None:
        """Learn that somebody known by description is the one named: every mention is theirs from now on."""
        self.all[unnamed.key] = named
        named.words |= unnamed.words
        named.gender = named.gender or unnamed.gender

    def topic(self, *, before: int, gender: str | None) -> Person | None:
        """Find the named person spoken of most often before a place."""
        last = bisect_right(self._starts, before - 1)
        counts = Counter(self.all[one.person].key for one in self._mentions[max(0, last - KEPT) : last])
        for key, _ in counts.most_common():
            person = self.all[key]
            if person.name and gender in {None, person.gender} | ({gender} if person.gender is None else set()):
                return person
        return None

    def group(self, *, before: int) -> Person | None:
        """Find the group last spoken of, for "all of them" and "the four"."""
        last = bisect_right(self._starts, before - 1)
        window = reversed(self._mentions[max(0, last - KEPT) : last])
        return next(
            (
                self.all[one.person]
                for one in window
                if self.all[one.person].count != 1 and self.all[one.person].gender != "thing"
            ),
            None,
        )

    def meant(
        self, *, at: int, sentence: int, gender: str | None, quote: int = -1,
        without: int | None = None, owner: bool = True,
    ) -> Person | None:  # fmt: skip
        """Find whom a pronoun means.

        Args:
            at: where the pronoun begins.
            sentence: the number of its sentence.
            gender: "male", "female", "many", or None where the word does not tell.
            quote: the number of the quotation it stands in.
            without: somebody it cannot mean, such as the one who speaks.
            owner: whether it is "his" or "her", not "he" or "she".

        Returns:
            The first person of fitting gender in its sentence, else of the sentences before, nearest first;
            None where nobody fits.
        """
        last = bisect_right(self._starts, at - 1)
        window = self._mentions[max(0, last - KEPT) : last]
        for back in range(REACH + 1):
            here = [one for one in window if one.sentence == sentence - back]
            for owners in (False, True):
                fitting = [
                    self.all[one.person] for one in here
                    if one.owner is owners and one.person != without and self._fits(one, gender, quote, same=back == 0)
                ]  # fmt: skip
                if fitting:
                    person = next((one for one in fitting if one.gender == gender), fitting[0])
                    if gender in {"male", "female"} and person.count == 1:
                        person.gender = gender
                    noted = Mention(
                        start=at, end=at + 2, sentence=sentence, person=person.key, owner=owner, quote=quote
                    )
                    self.note_pronoun(noted)
                    return person
        return None

    def note_pronoun(self, mention: Mention) -> None:
        """Remember whom a pronoun meant, for the pronouns after it."""
        place = bisect_right(self._starts, mention.start)
        if place == 0 or self._mentions[place - 1].start != mention.start:
            self.mention(mention)

    def _fits(self, mention: Mention, gender: str | None, quote: int, *, same: bool) -> bool:
        person = self.all[mention.person]
        if gender == "thing":
            return person.gender == "thing"
        if gender == "many":
            return person.count != 1
        if person.count != 1 or (quote >= 0 and not same and mention.quote not in {quote, -1}):
            return False
        return gender is None or person.gender in {None, gender}
