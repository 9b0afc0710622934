"""The word lists of this folder, each read once."""

from functools import cache
from importlib.resources import files

__all__ = ["column", "mapping", "rows", "words"]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Read a table of `lexicon/`: its rows without the header and the comments."""
    lines = (files(__package__) / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines[1:] if line and not line.startswith("#"))


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
