"""The word lists of the Chinese reader."""

from functools import cache

from kualik.engine.facts.tables import Tables

__all__ = ["column", "mapping", "rows", "words"]

rows = Tables("kualik.engine.extracting.chinese").rows


@cache
def column(name: str, *, where: str | None = None) -> frozenset[str]:
    """Read the first column of a table; with `where`, only of rows whose last column is that."""
    return frozenset(row[0] for row in rows(name) if where is None or row[-1] == where)


@cache
def mapping(name: str, place: int = 1) -> dict[str, str]:
    """Read a table as a dictionary from its first column to another one; rows with nothing there are left out."""
    return {row[0]: row[place] for row in rows(name) if row[place]}


@cache
def words(group: str) -> frozenset[str]:
    """Read one of the little sets of `signs.tsv` by its name."""
    return frozenset(row[0] for row in rows("signs") if row[1] == group)
