"""What somebody looks for: words, one kind of thing or all, and by what it is narrowed down."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from kualik.cases.claims.indexing import property_mark
from kualik.cases.documents.indexing import language_mark, publisher_mark, year_mark
from kualik.cases.ledger.canonical import JSON
from kualik.engine.searching import Question, ask

__all__ = ["FACETS", "Kind", "Search"]

LONGEST = 300  # characters of what is typed, and of a value


class Kind(StrEnum):
    """What can be found."""

    PEOPLE = "people"
    DOCUMENTS = "documents"
    EVENTS = "events"
    CLAIMS = "claims"


FACETS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.PEOPLE: ("state", "custody_place", "origin_place", "grade"),
    Kind.DOCUMENTS: ("language", "publisher", "year", "level"),
    Kind.EVENTS: ("event_kind", "event_year", "event_place"),
    Kind.CLAIMS: ("status", "property", "language", "publisher", "year"),
}
"""By what each kind is narrowed down."""

MARKS: Final = {"language": language_mark, "publisher": publisher_mark, "year": year_mark, "property": property_mark}
"""What the index itself knows of a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One search; `kind` is None for all kinds side by side."""

    words: str = ""
    kind: Kind | None = None
    narrowed: tuple[tuple[str, str], ...] = ()

    @property
    def question(self) -> Question:
        """What the words ask for."""
        return ask(self.words)

    @property
    def marks(self) -> tuple[tuple[str, ...], ...]:
        """What sections of the index must be marked with."""
        return tuple((MARKS[name](value),) for name, value in self.narrowed if name in MARKS)

    def of(self, kind: Kind) -> Self:
        """Give the same search for one kind, without what narrows down only others."""
        kept = self.narrowed if kind == self.kind else ()
        return replace(self, kind=kind, narrowed=kept)

    def as_json(self) -> dict[str, JSON]:
        """Give it as it is saved."""
        return {"words": self.words, "kind": self.kind.value if self.kind else "", "narrowed": dict(self.narrowed)}

    @classmethod
    def of_json(cls, told: Mapping[str, object]) -> Self:
        """Read what was saved or asked; what is not known is left out."""
        kinds = {kind.value: kind for kind in Kind}
        kind = kinds.get(str(told.get("kind", "")))
        given = told.get("narrowed")
        values = given if isinstance(given, Mapping) else {}
        narrowed = tuple(
            (name, str(values[name])[:LONGEST]) for name in (FACETS[kind] if kind else ()) if name in values
        )
        return cls(words=str(told.get("words", ""))[:LONGEST].strip(), kind=kind, narrowed=narrowed)
