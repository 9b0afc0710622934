"""A working table says what it is, in every row."""

import csv
import json
from uuid import uuid4

from kualik.cases.findings.case import EventRow
from kualik.web.event_tables import COLUMNS, csv_lines, json_lines

ROW = EventRow(
    entities=(uuid4(),), schema="Protest", type="picket", date="2022-02-10", place="Almaty", who="=HYPERLINK(1)",
    target="the consulate", accepted=True, documents=2, responses=("dispersed", "told it is illegal"), crowd="31",
)  # fmt: skip


def place(written: str) -> str:
    """Know one town."""
    return "settlement" if written == "Almaty" else ""


def test_a_row_has_what_is_known_and_its_codes() -> None:
    """Under the names of the columns, safe to open in a spreadsheet."""
    lines = "".join(csv_lines([ROW], entry="17", precision=place))
    (cells,) = csv.DictReader(lines.removeprefix("\ufeff").splitlines())

    assert tuple(cells) == COLUMNS
    assert (cells["event"], cells["date"], cells["earliest"]) == (str(ROW.address), "2022-02-10", "2022-02-10")
    assert cells["who"] == "'=HYPERLINK(1)"
    assert cells["responses"] == "dispersed; told it is illegal"
    assert (cells["acled_sub_event_type"], cells["acled_interaction"]) == ("Protest with intervention", "16")
    assert (cells["acled_time_precision"], cells["acled_geo_precision"]) == ("1", "1")
    assert cells["huridocs_acts"] == "120105000000; 120106000000"
    assert "must not be published" in cells["notice"]
    assert cells["notice"].endswith("Ledger entry 17.")


def test_the_same_stands_in_json() -> None:
    """One object a line, lists as lists, nothing changed for spreadsheets."""
    (line,) = json_lines([ROW], entry="17", precision=place)
    cells = json.loads(line)

    assert tuple(cells) == COLUMNS
    assert cells["who"] == "=HYPERLINK(1)"
    assert cells["responses"] == ["dispersed", "told it is illegal"]


def test_lines_are_made_one_by_one() -> None:
    """A table of any length takes no room."""
    lines = csv_lines((ROW for _ in range(10**9)), entry="1", precision=place)

    assert next(lines).startswith("\ufeff")
    assert str(ROW.address) in next(lines)
