"""A capture-history table: who was on which lists, counted by pattern."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kualik.engine.facts import EngineError

__all__ = ["BadTable", "Table", "read_table"]

COUNT = "count"
WHOLE = re.compile(r"[0-9]{1,12}")
TOLD = 10  # problems named in a message; all are in the error's `problems`


class BadTable(EngineError):
    """The file is no capture-history table. `problems` says what is wrong, row by row."""

    def __init__(self, *, name: str, problems: Sequence[str]) -> None:
        more = len(problems) - TOLD
        told = [*problems[:TOLD], *([f"and {more} more"] if more > 0 else [])]
        super().__init__(f"{name}: " + "; ".join(told))
        self.name = name
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The lists' names, and how many people have each pattern (true where on the list)."""

    lists: tuple[str, ...]
    people: dict[tuple[bool, ...], int]

    @property
    def listed(self) -> int:
        """How many people are on at least one list."""
        return sum(self.people.values())

    def on_list(self, place: int) -> int:
        """Count the people on one list, by its place from 0."""
        return sum(count for pattern, count in self.people.items() if pattern[place])

    def on_both(self, one: int, other: int) -> int:
        """Count the people on two lists, by their places from 0."""
        return sum(count for pattern, count in self.people.items() if pattern[one] and pattern[other])

    def on_exactly(self, lists: int) -> int:
        """Count the people who are on so many lists."""
        return sum(count for pattern, count in self.people.items() if sum(pattern) == lists)


def read_table(text: str, *, name: str = "table") -> Table:
    """Read a capture-history table from CSV text.

    Args:
        text: a header with one column per list and a last column "count"; then rows of 0 and 1 with how many
            people have that pattern. Rows with one pattern are added up.
        name: what to call the table in a message, such as its file.

    Returns:
        The table. A row of noughts is left out: people on no list are what is asked.

    Raises:
        BadTable: anything else; all rows are checked before it is raised.
    """
    rows = _rows(text, name)
    lists = tuple(cell.strip() for cell in rows[0][:-1]) if rows else ()
    problems = [*_header_problems(rows), *_row_problems(rows, len(lists))]
    if problems:
        raise BadTable(name=name, problems=problems)
    people: Counter[tuple[bool, ...]] = Counter()
    for row in islice(rows, 1, None):
        pattern = tuple(cell.strip() == "1" for cell in row[:-1])
        if any(pattern):
            people[pattern] += int(row[-1])
    return Table(lists=lists, people=dict(people))


def _rows(text: str, name: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(text.removeprefix("\ufeff").splitlines()))
    except csv.Error as error:
        raise BadTable(name=name, problems=[f"is not CSV: {error}"]) from error
    return [row for row in rows if any(cell.strip() for cell in row)]


def _header_problems(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        yield "is empty; give a header and rows of 0 and 1 with a last column count"
        return
    names = [cell.strip() for cell in rows[0]]
    if names[-1].casefold() != COUNT:
        yield f"row 1: the last column must be {COUNT!r}, not {names[-1]!r}"
    if len(names) < 2:
        yield "row 1: no column for a list"
    if len(set(names)) < len(names) or not all(names):
        yield "row 1: every list needs a name of its own"


def _row_problems(rows: Sequence[Sequence[str]], lists: int) -> Iterator[str]:
    for number, row in enumerate(islice(rows, 1, None), start=2):
        if len(row) != lists + 1:
            yield f"row {number}: {len(row)} cells, not {lists + 1}"
            continue
        wrong = next((cell for cell in row[:-1] if cell.strip() not in {"0", "1"}), None)
        if wrong is not None:
            yield f"row {number}: {wrong!r} is neither 0 nor 1"
        if not WHOLE.fullmatch(row[-1].strip()):
            yield f"row {number}: the count {row[-1]!r} is not a whole number from 0"
