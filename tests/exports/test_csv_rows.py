"""A release as a table that no spreadsheet takes for formulas."""

import csv
import io

from kualik.exports.csv_rows import HEADER, csv_rows
from tests.exports.releasing import finding, person, release


def table(content: bytes) -> list[list[str]]:
    """Read a CSV."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_there_is_one_finding_a_row() -> None:
    """With the person and the custody that it belongs to, and whether it is disputed."""
    header, *rows = table(csv_rows(release(person(10))))

    assert tuple(header) == HEADER
    assert [(row[3], row[5], row[7]) for row in rows] == [
        ("Person.name", "Серік Алмасұлы", "no"),
        ("Custody.state", "prison", "yes"),
        ("Custody.sentence", "P10Y", "no"),
    ]
    assert [row[2] for row in rows] == ["", f"{14:032x}", f"{14:032x}"]


def test_every_field_is_quoted_and_odd_text_survives() -> None:
    """Quotes, commas and line breaks in a value are one cell."""
    value = 'a "quoted", text\nof two lines'
    content = csv_rows(release(person(10, extra=(finding(50, "Person.profession", value),))))

    assert content.decode("utf-8-sig").splitlines()[0] == ",".join(f'"{name}"' for name in HEADER)
    assert value in [row[5] for row in table(content)]


def test_a_name_that_looks_like_a_formula_is_written_harmlessly() -> None:
    """No spreadsheet runs what a document calls somebody."""
    (_header, row, *_rest) = table(csv_rows(release(person(10, "=1+1"))))

    assert row[1] == "'=1+1"
