"""A column of index terms, and the question whether it holds what somebody asks for; on SQLite and on PostgreSQL.

Both are given the same terms by engine.searching, and neither is told of any language: the results are the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from kualik.engine.searching import Part, Question

__all__ = ["Holds", "Stream", "TermsField", "fts5", "tsquery"]

MOST_PLACES: Final = 16_383  # positions that a tsvector knows


@dataclass(frozen=True, slots=True)
class Stream:
    """What a section is indexed under: its words in their order, then terms without any."""

    words: tuple[str, ...]
    others: tuple[str, ...]


class TermsField(models.TextField):  # type: ignore[type-arg]  # Django's class takes no parameter when it runs
    """Index terms; they are written and asked for, never read."""

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:  # noqa: ARG002, FBT001, FBT002 (the signature is Django's)
        """Write a stream as the database wants it."""
        if not isinstance(value, Stream):
            return value
        return _tsvector(value) if connection.vendor == "postgresql" else " ".join((*value.words, *value.others))

    def get_placeholder(self, value: Any, compiler: Any, connection: BaseDatabaseWrapper) -> str:  # noqa: ARG002 (as above)
        """Say on PostgreSQL that the text is a tsvector."""
        return "%s::tsvector" if connection.vendor == "postgresql" else "%s"


@TermsField.register_lookup
class Holds(models.Lookup):
    """`terms__holds=Question(…)`."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        """Ask FTS5."""
        column, params = self.process_lhs(compiler, connection)
        return f"{column} MATCH %s", [*params, fts5(self.rhs)]

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        """Ask the GIN index."""
        column, params = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", [*params, tsquery(self.rhs)]


def _tsvector(stream: Stream) -> str:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(stream.words[:MOST_PLACES], start=1):
        places.setdefault(word, []).append(place)
    placed = (f"'{word}':{','.join(map(str, where))}" for word, where in places.items())
    return " ".join((*placed, *(f"'{other}'" for other in stream.others)))


def fts5(asked: Question) -> str:
    """Write a question in the language of SQLite's FTS5."""
    wanted = " AND ".join(map(_fts5, asked.wanted))
    unwanted = " OR ".join(map(_fts5, asked.unwanted))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _fts5(part: Part) -> str:
    if part.phrase:
        return f'"{" ".join(part.terms)}"'
    if part.prefix:
        return f'"{part.terms[0]}"*'
    return _any(f'"{term}"' for term in part.terms)


def tsquery(asked: Question) -> str:
    """Write a question in the language of PostgreSQL's text search."""
    wanted = " & ".join(map(_tsquery, asked.wanted))
    unwanted = " | ".join(map(_tsquery, asked.unwanted))
    return f"{wanted} & !({unwanted})" if unwanted else wanted


def _tsquery(part: Part) -> str:
    if part.phrase:
        return f"({' <-> '.join(_quoted(part.terms))})"
    if part.prefix:
        return f"'{part.terms[0]}':*"
    return _any(_quoted(part.terms), " | ")


def _quoted(terms: Sequence[str]) -> list[str]:
    return [f"'{term}'" for term in terms]


def _any(terms: Iterable[str], by: str = " OR ") -> str:
    return f"({by.join(terms)})"
