"""The word lists of the Kazakh reader, each read once."""

from functools import cache
from importlib.resources import files

__all__ = ["group", "mapping", "members", "rows", "words"]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Read a table of `lexicon/`: its rows without the header, comments and empty lines, cut at tabs."""
    lines = (files(__package__) / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in kept[1:])


@cache
def mapping(name: str) -> dict[str, str]:
    """Read a table of two columns; words set apart by commas may share a line."""
    return {word.strip(): row[1] for row in rows(name) for word in row[0].split(",")}


@cache
def words(name: str) -> frozenset[str]:
    """Read the words of a table's first column."""
    return frozenset(word.strip() for row in rows(name) for word in row[0].split(","))


@cache
def group(name: str) -> tuple[str, ...]:
    """Read a small closed group of words or endings, in the order of its row."""
    return tuple(next(row[1] for row in rows("groups") if row[0] == name).split())


@cache
def members(name: str) -> frozenset[str]:
    """Read a group as a set."""
    return frozenset(group(name))
