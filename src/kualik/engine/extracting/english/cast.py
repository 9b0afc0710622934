"""Who is known while a document is read: parties, their gender, the nouns used of them, and whose kin they are."""

from dataclasses import dataclass, field

from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.mentions import Mentions
from kualik.engine.extracting.english.parsed import Parsed
from kualik.engine.extracting.notes import Notes, Party, Tie
from kualik.engine.extracting.spans import Span

__all__ = ["Cast"]


@dataclass(slots=True)
class Cast:
    """The memory of one reading.

    `speakers` holds the party whose words a quotation is; `narrator` the one who says "I" outside quotations, `tellers`
    the same by paragraph. `groups` are the kin told of in the plural: sentence, owner, relation, word.
    """

    parsed: Parsed
    wholes: Wholes
    mentions: Mentions
    notes: Notes = field(default_factory=Notes)
    gender: dict[int, str] = field(default_factory=dict)
    nouns: dict[int, set[str]] = field(default_factory=dict)
    kin: dict[tuple[int, str], int] = field(default_factory=dict)
    owners: dict[int, tuple[int, str]] = field(default_factory=dict)
    members: dict[int, tuple[int, ...]] = field(default_factory=dict)
    speakers: dict[int, int] = field(default_factory=dict)
    ties: dict[tuple[int, int], Tie] = field(default_factory=dict)
    narrator: int | None = None
    tellers: dict[int, int | None] = field(default_factory=dict)
    groups: list[tuple[int, int, str, str]] = field(default_factory=list)
    _described: dict[str, int] = field(default_factory=dict)
    _same: dict[int, int] = field(default_factory=dict)

    def party(self, key: int) -> Party:
        """Find a party by a key, also by one that turned out to be somebody else's."""
        return self.notes.parties[self.true(key)]

    def true(self, key: int) -> int:
        """Find the key of the one who a key was learned to mean."""
        while key in self._same:
            key = self._same[key]
        return key

    def described(
        self, description: str, *, at: Span, rule: str, count: int | None = 1, body: bool = False, fresh: bool = False
    ) -> Party:  # fmt: skip
        """Find or note somebody by description; with `fresh` another one of the same description at another place."""
        name = f"{description.casefold()}@{at.start}" if fresh else description.casefold()
        key = self._described.get(name)
        if key is None:
            party = self.notes.party(at=at, rule=rule, description=description, count=count, body=body)
            key = self._described[name] = party.key
        return self.party(key)

    def learn_gender(self, key: int, gender: str) -> None:
        """Keep the gender of one person, when it was not known."""
        if gender and self.party(key).count == 1 and not self.gender.get(self.true(key)):
            self.gender[self.true(key)] = gender

    def learn_noun(self, key: int, noun: str) -> None:
        """Keep that a noun was used of somebody."""
        self.nouns.setdefault(self.true(key), set()).add(noun)

    def become(self, unnamed: int, named: int) -> None:
        """Learn that somebody known by description is somebody else: every mention is theirs."""
        old, new = self.true(unnamed), self.true(named)
        if old != new:
            self._same[old] = new
            self.learn_gender(new, self.gender.get(old, ""))
            self.nouns.setdefault(new, set()).update(self.nouns.get(old, set()))
            if self.notes.parties[new].age is None:
                self.notes.parties[new].age = self.notes.parties[old].age

    def sayer(self, i: int) -> int | None:
        """Find who says "I" at a word."""
        quote = self.parsed.words[i].quote
        paragraph = self.parsed.sentences[self.parsed.words[i].sentence].paragraph
        if quote >= 0 and self.tellers.get(paragraph) is None:
            return self.speakers.get(quote)
        return self.tellers.get(paragraph, self.narrator)

    def joined(self, keys: tuple[int, ...], *, at: Span) -> Party:
        """Find or note several parties as one: "X and Y"."""
        parties = [self.party(key) for key in keys]
        labels = [party.label for party in parties]
        counts = [party.count for party in parties]
        party = self.described(
            ", ".join(labels[:-1]) + " and " + labels[-1], at=at, rule="person.joined",
            count=sum(count for count in counts if count) if all(counts) else None,
            body=all(party.body for party in parties),
        )  # fmt: skip
        self.members[party.key] = keys
        return party
