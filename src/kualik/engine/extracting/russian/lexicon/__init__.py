"""The word lists of the Russian reader: tables, one entry a line, read once."""

from functools import cache
from importlib.resources import files

__all__ = ["column", "group", "rows", "word_set"]


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """Read a table of the folder: its lines without the header, comments and empty lines, cut at tabs."""
    text = files(__name__).joinpath(f"{table}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines[1:])


@cache
def column(table: str) -> dict[str, str]:
    """Read a table of two columns; several words, set apart by spaces, may share a line."""
    return {word: cells[1] for cells in rows(table) for word in cells[0].split()}


@cache
def group(name: str) -> frozenset[str]:
    """Read one of the closed sets of words in `groups.tsv`."""
    return frozenset(word for cells in rows("groups") if cells[0] == name for word in cells[1].split())


@cache
def word_set(table: str) -> frozenset[str]:
    """Read a table whose first column lists words."""
    return frozenset(word for cells in rows(table) for word in cells[0].split())
