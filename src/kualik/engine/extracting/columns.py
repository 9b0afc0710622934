"""Look at a table as a person would: what its columns say, by the words above them and the shape of what is below."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kualik.engine.extracting.cells import CellFault, value_of
from kualik.engine.facts import Schema
from kualik.engine.facts.tables import Tables
from kualik.engine.facts.vocabulary import CUSTODY_STATES

__all__ = ["NOTHING", "SLOTS", "VOICE", "Guess", "Look", "defined", "look", "recognise", "state_of"]

NOTHING, VOICE, ROW = "", "voice", "row"
SLOTS = (
    "Person.name", "Person.alias", "Person.fatherName", "Person.gender", "Person.birthDate", "Person.age",
    "Person.idNumber", "Person.passportNumber", "Person.birthPlace", "Person.address", "Person.phone",
    "Person.ethnicity", "Person.citizenship", "Person.profession", "Person.education", "Person.deathDate",
    "Custody.state", "Custody.startDate", "Custody.endDate", "Custody.place", "Custody.sentence", "Custody.duration",
    "Custody.authority", "Custody.grounds", "Custody.suspectedReason",
    "Family.mother", "Family.father", "Family.husband", "Family.wife", "Family.son", "Family.daughter",
    "Family.brother", "Family.sister", "Family.relative",
)  # fmt: skip
"""What a column can say of the row's person, of their custody, of their kin."""

WORDS = Tables("kualik.engine.extracting", folder="columns_words")
MARKS = re.compile(r"[\s.:;*?_()\[\]«»\"“”]+")
PHONE = re.compile(r"\+?\d[\d\s()-]{8,17}\d")
NUMBER = re.compile(r"\d{12}|\d{17}[\dXx]|[A-Z]{1,2}\d{7,8}")
HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}")
NAMED = re.compile(r"[^\W\d_][\w'’‘ʻʼ\u200c-]*(?:[\s·][^\W\d_][\w'’‘ʻʼ\u200c-]*){1,4}")
MOST = 0.7  # of the filled cells that must have a shape
LEAST = 2  # filled cells, below which a shape says nothing
LOOKED_AT = 200  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a column seems to say, and whether its header or its cells say so; NOTHING where neither does."""

    slot: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The beginning of a table: its headers, and its first rows as cells of the same number."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def look(text: str, *, rows: int = LOOKED_AT) -> Look:
    """Cut the beginning of a table into cells.

    Args:
        text: one line a row, cells divided by tabs, headers in the first line.
        rows: how many rows below the headers.

    Returns:
        Headers and rows; every row is as long as the longest, so that no cell is out of sight.
    """
    lines = text.split("\n", rows + 1)[: rows + 1]
    cut = [tuple(cell.strip() for cell in line.split("\t")) for line in lines]
    width = max(map(len, cut))
    full = [(*row, *[""] * (width - len(row))) for row in cut]
    return Look(headers=full[0], rows=tuple(row for row in full[1:] if any(row)))


def recognise(table: Look) -> tuple[Guess, ...]:
    """Guess what each column of a table says.

    Args:
        table: its beginning.

    Returns:
        A guess for each column. At most one column is the name: a second one is another spelling.
    """
    found: list[Guess] = []
    taken: set[str] = set()
    for place, header in enumerate(table.headers):
        cells = [row[place] for row in table.rows if row[place]]
        guess = _by_header(header) or _by_cells(cells, taken) or Guess(slot=NOTHING)
        if guess.slot == "Person.name" and guess.slot in taken:
            guess = Guess(slot="Person.alias", by=guess.by)
        elif guess.slot in taken and guess.slot != "Person.alias":
            guess = Guess(slot=NOTHING)
        taken.add(guess.slot)
        found.append(guess)
    return tuple(found)


def defined(
    *, headers: Sequence[str], slots: Sequence[str], values: Mapping[str, Mapping[str, str]], role: str = "detainee"
) -> dict[str, Any]:
    """Write down what was chosen for each column, as a mapping is saved.

    Args:
        headers: of the columns.
        slots: what each says; NOTHING for one that is left out.
        values: by header, what the table's own words mean.
        role: what the persons of the rows are.

    Returns:
        A definition that `Mapping.from_dict` reads.
    """
    columns: dict[str, Any] = {}
    voice = ""
    for header, slot in zip(headers, slots, strict=True):
        if slot == VOICE:
            voice = header
        elif header and slot in SLOTS:
            columns.setdefault(header, _column(slot, role) | {"values": dict(values.get(header, {}))})
    return {"columns": columns, "voice_column": voice or None}


def state_of(word: str) -> str:
    """Find the kind of custody that a word of a list means.

    Args:
        word: as it stands in the list.

    Returns:
        The term of our closed list; empty where the word is not known.
    """
    plain = word.strip().casefold().rstrip(".")
    return plain if plain in CUSTODY_STATES else WORDS.mapping("states").get(plain, "")


def _column(slot: str, role: str) -> dict[str, Any]:
    schema, _, name = slot.partition(".")
    if schema == Schema.FAMILY:
        return {"schema": schema, "role": name}
    return {"schema": schema, "property": name, "role": role if slot == "Person.name" else None}


def _by_header(header: str) -> Guess | None:
    plain = MARKS.sub(" ", header).strip().casefold()
    known = WORDS.mapping("headers")
    slot = known.get(plain) or known.get(header.strip().casefold())
    if slot is None:
        parts = re.split(r"\s*[/|,;]\s*|\s+[-–—]\s+", plain)  # "Name / ФИО"
        slot = next((known[part] for part in parts if part in known), None)
    return Guess(slot=NOTHING if slot == ROW else slot, by="header") if slot else None


def _by_cells(cells: Sequence[str], taken: Collection[str]) -> Guess | None:
    if len(cells) < LEAST:
        return None
    for slot, fits in SHAPES:
        if slot not in taken and sum(map(fits, cells)) >= MOST * len(cells):
            return Guess(slot=slot, by="values")
    return None


def _reads(schema: Schema, name: str) -> Callable[[str], bool]:
    def fits(cell: str) -> bool:
        try:
            value_of(cell, schema=schema, name=name)
        except CellFault:
            return False
        return True

    return fits


SHAPES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("Person.idNumber", lambda cell: bool(NUMBER.fullmatch(cell))),
    ("Person.gender", _reads(Schema.PERSON, "gender")),
    ("Person.birthDate", _reads(Schema.PERSON, "birthDate")),
    ("Custody.state", lambda cell: bool(state_of(cell))),
    ("Custody.sentence", _reads(Schema.CUSTODY, "sentence")),
    ("Person.phone", lambda cell: bool(PHONE.fullmatch(cell))),
    ("Person.name", lambda cell: bool(NAMED.fullmatch(cell)) or bool(HAN_NAME.fullmatch(cell))),
)
"""What is tried where no header says it, the most particular first."""
