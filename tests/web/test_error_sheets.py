"""The sheet of cells that could not be read."""

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from kualik.cases.accounts.models import Role
from kualik.cases.arrivals.models import Match
from tests.cases.arrivals.lists import AGAIN, table, tried

EVIL = AGAIN.replace("03/04/2018", "=HYPERLINK(1)")


def rows(client: Client, address: str, kind: str) -> list[list[object]]:
    """Download a sheet and read it."""
    answer = client.get(f"{address}errors/{kind}/")
    content = answer.getvalue()
    assert answer["Content-Disposition"].endswith(f'.{kind}"')
    if kind == "csv":
        return [list(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig")))]
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()]


@pytest.mark.parametrize(("kind", "kept"), [("csv", "'=HYPERLINK(1)"), ("xlsx", "=HYPERLINK(1)")])
def test_every_cell_is_named_and_none_is_a_formula(as_: Callable[..., Client], kind: str, kept: str) -> None:
    """Sheet, row, column, what stands there, what is wrong, what to do; the same in both formats."""
    made = tried(table(EVIL, name="evil.csv"), match=Match.NUMBER)

    header, date, twice = rows(as_(Role.READER), f"/batches/{made.pk}/", kind)

    assert header[:3] == ["Sheet", "Row", "Column"]
    assert [str(cell).removesuffix(".0") for cell in date[:4]] == ["evil.csv", "4", "Since", kept]
    assert "one way only" in str(date[4])
    assert [str(cell).removesuffix(".0") for cell in twice[1:4]] == ["6", "", "104"]


def test_there_is_no_other_kind(as_: Callable[..., Client]) -> None:
    """It is not there."""
    made = tried(table())

    assert as_(Role.READER).get(f"/batches/{made.pk}/errors/exe/").status_code == 404
