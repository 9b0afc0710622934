"""A draft in the making: which entity stands for which party, and how sure each rule is."""

from kualik.engine.extracting.notes import Notes, Party, Value
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.chains import Chains
from kualik.engine.extracting.writing.confidence import confidence
from kualik.engine.extracting.writing.draft import Draft
from kualik.engine.facts.vocabulary import Schema, Stance

__all__ = ["Writer"]


class Writer:
    """What all parts of the writing share."""

    def __init__(self, draft: Draft, notes: Notes) -> None:
        self.draft, self.notes = draft, notes
        self.chains = Chains(draft.document, notes)
        self._ids: dict[int, str] = {}

    def id_of(self, key: int) -> str:
        """Give the entity of a party, writing it down at first use."""
        if key not in self._ids:
            party = self.notes.parties[key]
            schema = Schema.ORGANIZATION if party.body else Schema.PERSON
            self._ids[key] = self.draft.entity(
                schema, name=party.label if party.body else party.name,
                description=None if party.body or party.name else party.description,
                aliases=tuple(party.aliases), count=party.count, roles=tuple(sorted(party.roles)),
            )  # fmt: skip
            self._describe(party)
        return self._ids[key]

    def _describe(self, party: Party) -> None:
        id_, named = self._ids[party.key], party.name or party.body
        self.claim(id_, "name" if named else "description", Value(text=party.label, span=party.at), rule=party.rule)
        if party.age is not None:
            age, span = party.age
            self.claim(id_, "age", Value(text=str(age), span=span), rule=party.rule)

    def claim(
        self, entity: str, name: str, value: Value | None, *, rule: str,
        voice: tuple[str, ...] = (), stance: Stance = Stance.ASSERTS, doubtful: bool = False,
    ) -> None:  # fmt: skip
        """Add a claim about one slot; nothing where the slot is empty. Its voices are those behind its passage."""
        if value is None:
            return
        self.draft.claim(
            entity, name, value, voice=voice or self.chains.chain(value.span), stance=stance,
            rule=rule,
            confidence=confidence(self.draft.method, rule, property_=name, doubtful=doubtful),
        )  # fmt: skip

    def words(self, span: Span) -> str:
        """The words of a passage on one line."""
        return " ".join(self.draft.document.text[span.start : span.end].split()).strip(" ,，")
