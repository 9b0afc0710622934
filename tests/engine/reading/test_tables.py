"""Tests of writing tables as text."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading.limits import STANDARD, Limits
from kualik.engine.reading.refusals import Refusal, Refused
from kualik.engine.reading.tables import Cell, cell_text, table_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (68.0, "68"),
        (1.5, "1.5"),
        (7, "7"),
        (True, "TRUE"),
        (date(2018, 3, 2), "2018-03-02"),
        (datetime(2018, 3, 2), "2018-03-02"),  # noqa: DTZ001 (a cell has no time zone)
        (datetime(2018, 3, 2, 14, 5), "2018-03-02 14:05:00"),  # noqa: DTZ001 (as above)
        (time(14, 5), "14:05:00"),
        (timedelta(hours=26), "1 day, 2:00:00"),
        ("007", "007"),
        (" two\nlines\tand a tab ", " two lines and a tab "),
    ],
)
def test_cells_are_written_as_people_would(value: Cell, text: str) -> None:
    """An age is a whole number, a date is ISO 8601, a text is itself on one line."""
    assert cell_text(value) == text


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=6))
def test_splitting_finds_every_cell(rows: list[list[str]]) -> None:
    """Line n is row n, and tabs divide its cells, whatever is in them."""
    lines = table_text([*rows, ["end"]], limits=STANDARD).split("\n")

    assert len(lines) == len(rows) + 1
    for line, row in zip(lines, rows, strict=False):
        cells = [cell_text(cell) for cell in row]
        assert line.split("\t") == "\t".join(cells).rstrip("\t").split("\t")


def test_empty_rows_at_the_end_are_left_out() -> None:
    """Spreadsheets have thousands of them."""
    assert table_text([["a"], [], ["b"], [None], ["", ""]], limits=STANDARD) == "a\n\nb"


def test_too_many_rows_are_refused() -> None:
    """The limit is on rows that are there, and the refusal names the table."""
    limits = Limits(rows=3)

    assert table_text([["x"]] * 3, limits=limits) == "x\nx\nx"
    with pytest.raises(Refused, match="sheet One: too many rows") as refused:
        table_text([["x"]] * 4, limits=limits, where="sheet One")
    assert refused.value.reason is Refusal.TOO_MANY_ROWS


def test_too_much_text_is_refused() -> None:
    """A few long cells are as much as many short ones."""
    with pytest.raises(Refused, match="row 2: too much text"):
        table_text([["x" * 8]] * 3, limits=Limits(characters=10))
