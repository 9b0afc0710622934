"""Tables of words that lie beside the code that uses them: readable files of cells set apart by tabs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Tables"]

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one package: files `NAME.tsv` in its folder; the first line names the columns, "#" a comment.

    Each is read once, when it is first asked for.
    """

    package: str
    folder: str = "lexicon"

    def rows(self, name: str) -> Rows:
        """Read a table: its rows without the header, comments and empty lines, cut at tabs."""
        return _read(self, name)[1:]

    def keyed(self, name: str) -> tuple[Mapping[str, str], ...]:
        """Read a table as rows of named columns; every row has as many cells as the header."""
        header, *rows = _read(self, name)
        return tuple(dict(zip(header, row, strict=True)) for row in rows)

    def mapping(self, name: str, *, apart: str | None = ",") -> Mapping[str, str]:
        """Read the first two columns; words that share a line are set apart by commas, or by blanks where None."""
        return _mapping(self, name, apart)

    def words(self, name: str, *, apart: str | None = ",") -> frozenset[str]:
        """Read the words of a table's first column, set apart as for `mapping`."""
        return _words(self, name, apart)

    def group(self, name: str) -> tuple[str, ...]:
        """Read a small closed group of words from the table `groups`, in the order of its rows."""
        return _group(self, name)

    def members(self, name: str) -> frozenset[str]:
        """Read a group as a set."""
        return _members(self, name)


@cache
def _read(tables: Tables, name: str) -> Rows:
    lines = files(tables.package).joinpath(tables.folder, f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in kept)


@cache
def _mapping(tables: Tables, name: str, apart: str | None) -> dict[str, str]:
    return {word.strip(): row[1] for row in tables.rows(name) for word in row[0].split(apart)}


@cache
def _words(tables: Tables, name: str, apart: str | None) -> frozenset[str]:
    return frozenset(word.strip() for row in tables.rows(name) for word in row[0].split(apart))


@cache
def _group(tables: Tables, name: str) -> tuple[str, ...]:
    return tuple(word for row in tables.rows("groups") if row[0] == name for word in row[1].split())


@cache
def _members(tables: Tables, name: str) -> frozenset[str]:
    return frozenset(tables.group(name))
