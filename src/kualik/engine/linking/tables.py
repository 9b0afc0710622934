"""Lists of people as records, through a map that says which column is what."""

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from typing import Any

from kualik.engine.facts import EngineError
from kualik.engine.facts.edtf import is_edtf
from kualik.engine.linking.records import Record

__all__ = ["BadList", "BadMap", "Columns", "ListMap", "read_list", "read_map"]

FIELDS = ("name", "birth", "sex", "place", "number", "kin")
SEVERAL = re.compile(r"\s*;\s*")
DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
SEXES = {
    **dict.fromkeys(("m", "male", "man", "м", "муж", "мужской", "ер", "男"), "male"),
    **dict.fromkeys(("f", "female", "woman", "ж", "жен", "женский", "әйел", "女"), "female"),
}


class BadMap(EngineError):
    """The map does not say what it should."""

    def __init__(self, *, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.problem = problem


class BadList(EngineError):
    """The list has no such column, or is no CSV."""

    def __init__(self, *, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which columns of one list are which; `once`: the list has each human being once."""

    name: tuple[str, ...] = ()
    birth: tuple[str, ...] = ()
    sex: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMap:
    """The columns of every list, and of those lists that differ."""

    every: Columns
    lists: Mapping[str, Columns]

    def of(self, name: str) -> Columns:
        """Find the columns of one list, by its name as given or its last part."""
        return self.lists.get(name) or self.lists.get(name.replace("\\", "/").rsplit("/", 1)[-1]) or self.every


def read_map(text: str, *, name: str = "map") -> ListMap:
    """Read a map from TOML.

    Args:
        text: `name = ["Name", "Name in Kazakh"]`, and so birth, sex, place, number, kin (a column, or several), and
            `once = true` where a list has each human being once; a list that differs has a table of its own,
            `[lists."B.csv"]`, where what is not said is as for all.
        name: what to call the map in a message.

    Returns:
        The columns of all lists, and of each that differs.

    Raises:
        BadMap: it is not TOML, says something unknown, or no name.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMap(name=name, problem=f"is not TOML: {error}") from error
    own = content.pop("lists", {})
    every = _columns(content, Columns(), name)
    if not isinstance(own, dict) or not all(isinstance(one, dict) for one in own.values()):
        raise BadMap(name=name, problem='lists must be tables, such as [lists."B.csv"]')
    lists = {one: _columns(said, every, name) for one, said in own.items()}
    if not all(one.name for one in (lists.values() if lists and not every.name else [every, *lists.values()])):
        raise BadMap(name=name, problem='no column for the name; say name = "…"')
    return ListMap(every=every, lists=lists)


def _columns(said: Mapping[str, Any], otherwise: Columns, name: str) -> Columns:
    found: dict[str, Any] = {}
    for key, value in said.items():
        several = value if isinstance(value, list) else [value]
        if key == "once" and isinstance(value, bool):
            found[key] = value
        elif key in FIELDS and several and all(isinstance(one, str) for one in several):
            found[key] = tuple(several)
        else:
            raise BadMap(name=name, problem=f"{key} = {value!r} is not known; columns for {', '.join(FIELDS)}, or once")
    return replace(otherwise, **found)


def read_list(text: str, columns: Columns, *, name: str) -> list[Record]:
    """Read the rows of a CSV list as records, in order.

    Args:
        text: CSV with a header.
        columns: which are what; a cell may hold several values with ";" between them.
        name: the list's name; a record's id is that, a colon, and the row from 0.

    Returns:
        One record per row, in order.

    Raises:
        BadList: a column that the map names is not there.
    """
    rows = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header = rows.fieldnames or ()
        wanted = [column for field in FIELDS for column in getattr(columns, field)]
        missing = [column for column in wanted if column not in header]
        if missing:
            raise BadList(name=name, problem=f"no column {', '.join(missing)}; there are {', '.join(header) or 'none'}")
        return [_record(row, columns, f"{name}:{number}") for number, row in enumerate(rows)]
    except csv.Error as error:
        raise BadList(name=name, problem=f"line {rows.line_num} is not CSV: {error}") from error


def _record(row: Mapping[str, str | None], columns: Columns, id_: str) -> Record:
    return Record(
        id=id_,
        names=tuple(_cells(row, columns.name)),
        birth=next(filter(None, map(_edtf, _cells(row, columns.birth))), None),
        gender=next(filter(None, (SEXES.get(cell.casefold()) for cell in _cells(row, columns.sex))), None),
        places=tuple(_cells(row, columns.place)),
        numbers=tuple(_cells(row, columns.number)),
        kin=tuple(_cells(row, columns.kin)),
    )


def _cells(row: Mapping[str, str | None], columns: tuple[str, ...]) -> Iterator[str]:
    for column in columns:
        yield from filter(None, SEVERAL.split((row.get(column) or "").strip()))


def _edtf(cell: str) -> str | None:
    """Read a date: EDTF, or day.month.year; anything else says nothing."""
    match = DAY_FIRST.fullmatch(cell)
    text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else cell
    return text if is_edtf(text) else None
