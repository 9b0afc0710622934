"""A release as a table: one finding a row, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from kualik.cases.releases.frozen import FrozenFinding, FrozenPerson, FrozenRelease
from kualik.engine.facts.cells import harmless

__all__ = ["FILE_NAME", "HEADER", "csv_rows"]

FILE_NAME = "findings.csv"
HEADER = ("person", "name", "custody", "property", "label", "value", "grade", "disputed", "source")


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
