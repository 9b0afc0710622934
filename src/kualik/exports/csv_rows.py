"""A release as a table: one finding a row, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from kualik.cases.releases.frozen import FrozenFinding, FrozenPerson, FrozenRelease

__all__ = ["FILE_NAME", "HEADER", "csv_rows", "harmless"]

FILE_NAME = "findings.csv"
HEADER = ("person", "name", "custody", "property", "label", "value", "grade", "disputed", "source")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠", "｜")
"""What makes a spreadsheet take a cell for a formula. Source: shared/methods/trust.md, R-CSV-1."""


def csv_rows(frozen: FrozenRelease) -> bytes:
    """Write a release as CSV.

    Args:
        frozen: an approved release.

    Returns:
        UTF-8 with a byte order mark (spreadsheets need it), every field quoted, one finding a row;
        `person` and `custody` are ids of this release alone.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([harmless(cell) for cell in row] for row in _rows(frozen))
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula: one that looks like it gets an apostrophe in front.

    A cell that starts with an apostrophe gets one too, so that taking the first apostrophe away gives
    every cell back as it was.
    """
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(FORMULA) or cell.startswith((*FORMULA, "'")) else cell


def _rows(frozen: FrozenRelease) -> Iterator[tuple[str, ...]]:
    for person in frozen.persons:
        for one in person.findings:
            yield _row(person, "", one)
        for custody in person.custody:
            for one in custody.findings:
                yield _row(person, custody.id, one)


def _row(person: FrozenPerson, custody: str, one: FrozenFinding) -> tuple[str, ...]:
    disputed = "yes" if one.disputed else "no"
    return (person.id, person.name, custody, one.property, one.label, one.value, one.grade, disputed, one.source)
