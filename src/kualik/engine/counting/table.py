"""A capture-history table: who was on which lists, counted by pattern."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.facts import EngineError

__all__ = ["BadTable", "Table", "UnfitTable", "check_fit", "read_strata", "read_table", "tidy"]

COUNT = "count"
WHOLE = re.compile(r"[0-9]{1,13}")
MOST = 10**12
NOBODY = phrase("nobody is on the list %(name)s: it is left out")
SAME = phrase("the lists %(one)s and %(other)s name the same people: they count as one list")
AGAIN = phrase("rows with the pattern of an earlier one, added to it: %(rows)s")
NOUGHTS = phrase("people in rows of noughts, left out because people on no list are what is asked: %(people)s")
NOTHING = phrase("nobody is listed, so there is nothing to count from")
TOO_FEW = phrase("lists: %(lists)s, where %(least)s are needed")
TOO_MANY = phrase("lists: %(lists)s, where it takes %(most)s at most; %(beyond)s")
UNTIDY = phrase("a list is empty or equal to another: leave it out, or merge the two")
TOLD = 10  # problems named in a message; all are in the error's `problems`


class BadTable(EngineError):
    """The file is no capture-history table. `problems` says what is wrong, row by row."""

    def __init__(self, *, name: str, problems: Sequence[str]) -> None:
        more = len(problems) - TOLD
        told = [*problems[:TOLD], *([f"and {more} more"] if more > 0 else [])]
        super().__init__(f"{name}: " + "; ".join(told))
        self.name = name
        self.problems = tuple(problems)


class UnfitTable(EngineError):
    """A method has no answer for this table. `reason` says it, with what to do; `why` says it in English."""

    def __init__(self, *, method: str, reason: Phrase) -> None:
        super().__init__(f"{method}: {reason}")
        self.method = method
        self.reason = reason
        self.why = str(reason)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """The lists' names, the patterns seen (1 where on the list), and how many people have each.

    Patterns are distinct, in ascending order, none of them all noughts; counts are from 1. `notes` says what was
    done to what was given. Made by `Table.of`, so that this holds.
    """

    lists: tuple[str, ...]
    patterns: NDArray[np.uint8]
    counts: NDArray[np.int64]
    notes: tuple[Phrase, ...] = ()

    @classmethod
    def of(cls, lists: Sequence[str], patterns: ArrayLike, counts: ArrayLike, *, notes: Sequence[Phrase] = ()) -> Self:
        """Make a table of rows of 0 and 1: rows with one pattern are added up, rows of noughts left out.

        Args:
            lists: the names, one per column.
            patterns: rows of 0 and 1 (or false and true), people's lists; m x J.
            counts: people with each, whole numbers from 0; m of them.
            notes: what was done to the rows before.

        Returns:
            The table, its rows in ascending order.
        """
        people = np.asarray(counts, dtype=np.int64)
        rows = np.asarray(patterns, dtype=np.uint8).reshape(people.size, len(lists))
        kept = rows.any(axis=1) & (people > 0)
        if not kept.any():
            return cls(lists=tuple(lists), patterns=rows[kept], counts=people[kept], notes=tuple(notes))
        distinct, place = np.unique(rows[kept], axis=0, return_inverse=True)
        added = np.zeros(len(distinct), dtype=np.int64)
        np.add.at(added, place.reshape(-1), people[kept])
        return cls(lists=tuple(lists), patterns=distinct, counts=added, notes=tuple(notes))

    @property
    def listed(self) -> int:
        """How many people are on at least one list."""
        return int(self.counts.sum())

    @property
    def people(self) -> dict[tuple[bool, ...], int]:
        """How many people have each pattern."""
        rows = zip(self.patterns.tolist(), self.counts.tolist(), strict=True)
        return {tuple(bool(one) for one in row): count for row, count in rows}

    @property
    def digest(self) -> str:
        """The SHA-256 of lists, patterns and counts; the order in which rows were given makes no difference."""
        pairs = zip(self.patterns.tolist(), self.counts.tolist(), strict=True)
        rows = ["".join(map(str, row)) + f" {people}" for row, people in pairs]
        return sha256("\n".join(["\t".join(self.lists), *rows]).encode()).hexdigest()

    def on_list(self, place: int) -> int:
        """Count the people on one list, by its place from 0."""
        return int(self.counts @ self.patterns[:, place].astype(np.int64))

    def on_both(self, one: int, other: int) -> int:
        """Count the people on two lists, by their places from 0."""
        return int(self.counts[(self.patterns[:, one] & self.patterns[:, other]).astype(bool)].sum())

    def on_exactly(self, lists: int) -> int:
        """Count the people who are on so many lists."""
        return int(self.counts[self.patterns.sum(axis=1) == lists].sum())

    def cells(self) -> NDArray[np.int64]:
        """Give the count of every pattern, 2^J of them: bit j of the place is list j, and place 0 holds 0."""
        places = self.patterns.astype(np.int64) @ (1 << np.arange(len(self.lists), dtype=np.int64))
        full = np.zeros(1 << len(self.lists), dtype=np.int64)
        full[places] = self.counts
        return full

    def only(self, places: Iterable[int]) -> Self:
        """Keep these lists, in this order; people who are on none of them drop out."""
        kept = list(places)
        return self.of([self.lists[place] for place in kept], self.patterns[:, kept], self.counts, notes=self.notes)

    def without(self, place: int) -> Self:
        """Leave one list out, by its place from 0; people who are on no other drop out."""
        return self.only(other for other in range(len(self.lists)) if other != place)


def tidy(table: Table) -> Table:
    """Leave out lists with nobody on them, and merge a list that names exactly the people of another.

    Args:
        table: lists and patterns as they were given.

    Returns:
        The table that methods take; each list left out is told in `notes`.

    Source:
        Two lists with the same people are one list seen twice: docs/methods/counting.md.
    """
    empty = [place for place in range(len(table.lists)) if not table.on_list(place)]
    copies = {other: one for one, other in _equal(table) if one not in empty}
    notes = [phrase(NOBODY.text, name=table.lists[place]) for place in empty]
    notes += [phrase(SAME.text, one=table.lists[one], other=table.lists[other]) for other, one in copies.items()]
    kept = table.only(place for place in range(len(table.lists)) if place not in empty and place not in copies)
    return replace(kept, notes=(*table.notes, *notes))


def check_fit(table: Table, *, method: str, least: int, most: int, beyond: Phrase | str) -> None:
    """Refuse a table that a method cannot answer for.

    Args:
        table: lists and patterns.
        method: what the method is called in the message.
        least: lists that it needs.
        most: lists that it can take.
        beyond: what to do with more lists than that.

    Raises:
        UnfitTable: nobody is listed, too few or too many lists, a list with nobody on it, or two equal lists.
    """
    lists = len(table.lists)
    reason = None
    if not table.listed:
        reason = NOTHING
    elif lists < least:
        reason = phrase(TOO_FEW.text, lists=lists, least=least)
    elif lists > most:
        reason = phrase(TOO_MANY.text, lists=lists, most=most, beyond=beyond)
    elif not table.patterns.any(axis=0).all() or next(_equal(table), None):
        reason = UNTIDY
    if reason:
        raise UnfitTable(method=method, reason=reason)


def _equal(table: Table) -> Iterator[tuple[int, int]]:
    """Give pairs of lists with the same people, each later list with the first that equals it."""
    columns = [column.tobytes() for column in table.patterns.T]
    for one, other in combinations(range(len(columns)), 2):
        if columns[one] == columns[other] and columns.index(columns[other]) == one:
            yield one, other


def read_table(text: str, *, name: str = "table") -> Table:
    """Read a capture-history table from CSV text.

    Args:
        text: a header with one column per list and a last column "count"; then rows of 0 and 1 with how many
            people have that pattern, whole numbers from 0 to 10^12.
        name: what to call the table in a message, such as its file.

    Returns:
        The table. Rows with one pattern are added up; a row of noughts is left out, because people on no list are
        what is asked; `notes` tells of both.

    Raises:
        BadTable: anything else; all rows are checked before it is raised.
    """
    header, rows = _checked(_rows(text, name), name)
    return _gather(header, [cells for _, cells in rows])


def read_strata(text: str, *, column: str, name: str = "table") -> dict[str, Table]:
    """Read capture-history tables that stand below each other, told apart by a column.

    Args:
        text: as `read_table` takes it, with one column more that names the stratum (or replicate) of the row.
        column: the heading of that column.
        name: what to call the table in a message, such as its file.

    Returns:
        A table for each stratum, in the order of their first rows; all have the same lists.

    Raises:
        BadTable: there is no such column, a stratum has no name, or a row is no pattern with a count.
    """
    rows = _rows(text, name)
    header = [cell.strip() for cell in rows[0][1]] if rows else []
    if column not in header[:-1]:
        raise BadTable(name=name, problems=[f"row 1: no column {column!r} before the last; there are {header}"])
    at = header.index(column)
    short = [
        f"row {number}: the column {column!r} is empty" for number, row in rows if not "".join(row[at : at + 1]).strip()
    ]
    if short:
        raise BadTable(name=name, problems=short)
    lists, kept = _checked([(number, [*row[:at], *row[at + 1 :]]) for number, row in rows], name)
    strata: dict[str, list[list[str]]] = {}
    for (_, row), (_, cells) in zip(rows[1:], kept, strict=True):
        strata.setdefault(row[at].strip(), []).append(cells)
    return {stratum: _gather(lists, cells) for stratum, cells in strata.items()}


def _rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    """Give the rows that are not blank, with their numbers."""
    try:
        rows = list(csv.reader(text.removeprefix("\ufeff").splitlines()))
    except csv.Error as error:
        raise BadTable(name=name, problems=[f"is not CSV: {error}"]) from error
    return [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]


def _checked(
    rows: Sequence[tuple[int, list[str]]], name: str
) -> tuple[tuple[str, ...], Sequence[tuple[int, list[str]]]]:
    """Give the lists and the rows below the header, once nothing is wrong with any of them."""
    lists = tuple(cell.strip() for cell in rows[0][1][:-1]) if rows else ()
    problems = [*_header_problems(rows), *_row_problems(rows[1:], len(lists))]
    if problems:
        raise BadTable(name=name, problems=problems)
    return lists, rows[1:]


def _gather(lists: tuple[str, ...], rows: Sequence[Sequence[str]]) -> Table:
    """Make the table, and say what had to be done to the rows."""
    patterns = [tuple(int(cell) for cell in row[:-1]) for row in rows]
    counts = [int(row[-1]) for row in rows]
    seen = Counter(pattern for pattern in patterns if any(pattern))
    unlisted = sum(count for pattern, count in zip(patterns, counts, strict=True) if not any(pattern))
    again = seen.total() - len(seen)
    notes = [phrase(AGAIN.text, rows=again)] if again else []
    if len(patterns) > seen.total():
        notes.append(phrase(NOUGHTS.text, people=unlisted))
    return Table.of(lists, patterns, counts, notes=notes)


def _header_problems(rows: Sequence[tuple[int, list[str]]]) -> Iterator[str]:
    if not rows:
        yield "is empty; give a header and rows of 0 and 1 with a last column count"
        return
    number, header = rows[0]
    names = [cell.strip() for cell in header]
    if names[-1].casefold() != COUNT:
        yield f"row {number}: the last column must be {COUNT!r}, not {names[-1]!r}"
    if len(names) < 2:
        yield f"row {number}: no column for a list"
    if len(set(names)) < len(names) or not all(names):
        yield f"row {number}: every list needs a name of its own"


def _row_problems(rows: Sequence[tuple[int, list[str]]], lists: int) -> Iterator[str]:
    for number, row in rows:
        if len(row) != lists + 1:
            yield f"row {number}: {len(row)} cells, not {lists + 1}"
            continue
        wrong = next((cell for cell in row[:-1] if cell.strip() not in {"0", "1"}), None)
        if wrong is not None:
            yield f"row {number}: {wrong!r} is neither 0 nor 1"
        if not WHOLE.fullmatch(row[-1].strip()) or int(row[-1]) > MOST:
            yield f"row {number}: the count {row[-1]!r} is not a whole number from 0 to 10^12"
