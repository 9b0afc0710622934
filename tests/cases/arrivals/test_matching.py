"""Rows known again."""

import pytest

from kualik.cases.arrivals.matching import key_of, values_of
from kualik.cases.arrivals.models import Match
from kualik.engine.extracting.rows import Mapping, ReadRow, read_rows
from tests.cases.arrivals.lists import COLUMNS
from tests.engine.extracting.samples import document


def row(cells: str) -> ReadRow:
    """Read one row under the columns of the sample list."""
    text = f"No\tName\tBorn\tState\tSince\n{cells}"
    return next(read_rows(document(text), Mapping.from_dict({"columns": COLUMNS})))


@pytest.mark.parametrize(
    ("cells", "match", "key"),
    [
        ("101\tAida Bek\t1990", Match.NUMBER, "idNumber:101"),
        ("\tAida Bek\t1990", Match.NUMBER, ""),
        ("101\tAida  BEK\t1990", Match.NAME, "aida bek|1990"),
        ("101\tAida Bek\t", Match.NAME, ""),
        ("101\tAida Bek\t1990", Match.NOTHING, ""),
    ],
)
def test_a_row_is_known_by_what_was_chosen(cells: str, match: Match, key: str) -> None:
    """Blanks and capitals do not count; a row without it is not known."""
    assert key_of(row(cells), match) == key


def test_each_cell_is_named_by_what_its_column_says() -> None:
    """As the next table will ask for it."""
    assert values_of(row("101\tAida Bek\t1990\tcamp\t2017")) == {
        "Person.idNumber": "101",
        "Person.name": "Aida Bek",
        "Person.birthDate": "1990",
        "Custody.state": "camp",
        "Custody.startDate": "2017",
    }
