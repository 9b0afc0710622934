"""Rows of a table into claims, by a mapping that says which column means what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kualik.engine.extracting.cells import CellFault, value_of
from kualik.engine.extracting.mapping import Column, Mapping, MappingFault
from kualik.engine.extracting.notes import Value
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.writing.draft import Draft
from kualik.engine.facts import Claim, Document, Entity, Reading, Schema, Stance

__all__ = ["METHOD", "Column", "Fault", "Mapping", "MappingFault", "ReadRow", "extract_rows", "read_rows"]

METHOD = "mapped-rows/1"
SURE = 0.95  # what a column says of itself, a person still looks at


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One filled cell with what its column says, and the value it was read as."""

    column: Column
    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A cell that could not be read: its row (the headers are row 1), its column's header, what is wrong with it."""

    row: int
    column: str
    cell: CellFault

    def __str__(self) -> str:
        return f"row {self.row}, column {self.column!r}: {self.cell}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One row by itself: whom it tells of, what each of its cells says, and what could not be read.

    `said` names each cell by what its column says ("Person.name", "Family.mother", a second one "Person.alias#2").
    `entities` begin with the row's person. A row in which nothing is filled has none.
    """

    number: int
    end: int
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    said: dict[str, Claim]
    faults: tuple[Fault, ...]


@dataclass(slots=True, kw_only=True)
class Table:
    """A table being read: where claims go, in whose voice, and what could not be read."""

    draft: Draft
    voice: tuple[str, ...]
    faults: list[Fault | str]

    def claim(self, entity: str, name: str, value: str, span: Span) -> None:
        """Add one claim of a cell."""
        self.draft.claim(
            entity,
            name,
            Value(text=value, span=span),
            voice=self.voice,
            stance=Stance.ASSERTS,
            rule="",
            confidence=SURE,
        )


def extract_rows(document: Document, mapping: Mapping) -> Reading:
    """Read a table into one person a row, with their custody and kin.

    Args:
        document: text with one line a row, cells divided by tabs, headers in the first line.
        mapping: which header means what; headers that are not mapped are left out.

    Returns:
        The reading. Each claim's passage is its cell. A cell that is not valid is no claim but a warning of
        the reading's document, with its row (the headers are row 1) and column; so is a header that is missing.
    """
    voice = (*document.voice, mapping.voice) if mapping.voice else document.voice
    table = Table(draft=Draft(document, METHOD), voice=voice, faults=[])
    lines = list(_lines(document.text))
    columns = _columns(document.text, lines, mapping, table)
    witness = _place(document.text, lines, mapping.voice_column, table)
    for number, line in enumerate(lines[1:], start=2):
        table.voice = _voices(document.text, line, voice, witness)
        cells = [cell for cell in _cells(document.text, line, columns, number, table) if cell]
        if cells:
            _write_row(table, number, cells)
    warnings = (*document.warnings, *map(str, table.faults))
    read = replace(document, language=mapping.language or document.language, warnings=warnings)
    return replace(table.draft.reading(), document=read)


def read_rows(document: Document, mapping: Mapping, *, row: int = 2, place: int | None = None) -> Iterator[ReadRow]:
    """Read a table row by row, from anywhere in it, so that a long one can be taken in piece by piece.

    Args:
        document: text with one line a row, cells divided by tabs, headers in the first line.
        mapping: which header means what.
        row: the number of the row to begin with; the headers are row 1.
        place: where in the text that row begins; left out, the row after the headers.

    Yields:
        Each row that is there, empty ones too; their ids count from e1 in each.
    """
    text = document.text
    header = Span(start=0, end=_line_end(text, 0))
    start = header.end + 1 if place is None else place
    voice = (*document.voice, mapping.voice) if mapping.voice else document.voice
    whole = Table(draft=Draft(document, METHOD), voice=voice, faults=[])
    columns = _columns(text, [header], mapping, whole)
    witness = _place(text, [header], mapping.voice_column, whole)
    while start <= len(text) and start > 0:
        line = Span(start=start, end=_line_end(text, start))
        table = Table(draft=Draft(document, METHOD), voice=_voices(text, line, voice, witness), faults=[])
        cells = [cell for cell in _cells(text, line, columns, row, table) if cell]
        if cells:
            _write_row(table, row, cells)
        yield _read(table, row, line, cells)
        row, start = row + 1, line.end + 1


def _read(table: Table, row: int, line: Span, cells: Sequence[Cell]) -> ReadRow:
    reading = table.draft.reading()
    said: dict[str, Claim] = {}
    for cell in cells:
        what = f"{cell.column.schema.value}.{_named(cell.column)}"
        same = sum(one == what or one.startswith(f"{what}#") for one in said)
        found = (one for one in reading.claims if one.start == cell.span.start and one.value == cell.value)
        claim = next((one for one in found if one.property != "relationship"), None)
        if claim is not None:
            said[f"{what}#{same + 1}" if same else what] = claim
    return ReadRow(
        number=row,
        end=line.end,
        entities=reading.entities,
        claims=reading.claims,
        said=said,
        faults=tuple(one for one in table.faults if isinstance(one, Fault)),
    )


def _named(column: Column) -> str:
    return column.role or "relative" if column.schema is Schema.FAMILY else column.property


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _place(text: str, lines: Sequence[Span], header: str | None, table: Table) -> int | None:
    """Find which column names the witness."""
    if header is None or not lines:
        return None
    headers = [text[cell.start : cell.end].casefold() for cell in _parts(text, lines[0])]
    if header.casefold() not in headers:
        table.faults.append(f"column {header!r} of the mapping is not in the table")
        return None
    return headers.index(header.casefold())


def _voices(text: str, line: Span, voice: tuple[str, ...], witness: int | None) -> tuple[str, ...]:
    """Add whoever told of the row's person to the voices, where the row names them."""
    cells = list(_parts(text, line))
    if witness is None or witness >= len(cells):
        return voice
    said_by = text[cells[witness].start : cells[witness].end]
    return (*voice, said_by) if said_by else voice


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start=start, end=start + len(line))
        start += len(line) + 1


def _parts(text: str, line: Span) -> Iterator[Span]:
    """Find the cells of a line, without the blanks around them."""
    start = line.start
    for cell in text[line.start : line.end].split("\t"):
        stripped = cell.strip()
        first = start + len(cell) - len(cell.lstrip())
        yield Span(start=first, end=first + len(stripped)) if stripped else Span(start=start, end=start)
        start += len(cell) + 1


def _columns(text: str, lines: Sequence[Span], mapping: Mapping, table: Table) -> list[tuple[str, Column | None]]:
    headers = [text[cell.start : cell.end] for cell in _parts(text, lines[0])] if lines else []
    folded = {header.casefold(): column for header, column in mapping.columns.items()}
    missing = [header for header in mapping.columns if header.casefold() not in {one.casefold() for one in headers}]
    table.faults += [f"column {header!r} of the mapping is not in the table" for header in missing]
    return [(header, folded.get(header.casefold())) for header in headers]


def _cells(
    text: str, line: Span, columns: Sequence[tuple[str, Column | None]], number: int, table: Table
) -> Iterator[Cell | None]:
    for (header, column), span in zip(columns, _parts(text, line), strict=False):
        if column is None or span.start == span.end:
            continue
        try:
            written = text[span.start : span.end]
            meant = column.values.get(written.casefold(), written)
            value = value_of(meant, schema=column.schema, name=column.property)
        except CellFault as fault:
            table.faults.append(Fault(row=number, column=header, cell=fault))
            continue
        yield Cell(column=column, span=span, value=value)


def _write_row(table: Table, number: int, cells: Sequence[Cell]) -> None:
    about = [cell for cell in cells if cell.column.schema is Schema.PERSON]
    names = [cell for cell in about if cell.column.property == "name"]
    aliases = [cell.value for cell in about if cell.column.property == "alias" or cell in names[1:]]
    roles = [cell.column.role for cell in about if cell.column.role]
    person = table.draft.entity(
        Schema.PERSON,
        name=names[0].value if names else None,
        description=None if names else f"person of row {number}",
        aliases=tuple(dict.fromkeys(aliases)),
        roles=tuple(dict.fromkeys(roles)),
    )
    for cell in about:
        name = "alias" if cell in names[1:] else cell.column.property
        table.claim(person, name, cell.value, cell.span)
    known_by = names[0].span if names else cells[0].span
    _write_custody(table, person, known_by, [cell for cell in cells if cell.column.schema is Schema.CUSTODY])
    for cell in cells:
        if cell.column.schema is Schema.FAMILY:
            _write_kin(table, person, known_by, cell)


def _write_custody(table: Table, person: str, known_by: Span, cells: Sequence[Cell]) -> None:
    if not cells:
        return
    custody = table.draft.entity(Schema.CUSTODY)
    table.claim(custody, "detainee", person, known_by)
    for cell in cells:
        table.claim(custody, cell.column.property, cell.value, cell.span)


def _write_kin(table: Table, person: str, known_by: Span, cell: Cell) -> None:
    """The cell names somebody who is the column's role to the row's person."""
    kin = table.draft.entity(Schema.PERSON, name=cell.value, roles=("relative",))
    table.claim(kin, "name", cell.value, cell.span)
    family = table.draft.entity(Schema.FAMILY)
    table.claim(family, "person", person, known_by)
    table.claim(family, "relative", kin, cell.span)
    table.claim(family, "relationship", cell.column.role or "relative", cell.span)
