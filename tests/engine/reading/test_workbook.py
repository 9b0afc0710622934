"""Tests of reading spreadsheets."""

from datetime import date

import pytest

from kualik.engine.reading import Limits, Refusal, Refused, read
from tests.engine.reading.samples import packed, xlsx

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Тізім"><table:table-row>'
    '<table:table-cell office:value-type="string"><text:p>Күлән</text:p></table:table-cell>'
    '<table:table-cell table:formula="of:=6*8" office:value-type="float" office:value="48"/>'
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def test_each_sheet_is_a_document() -> None:
    """Sheets have their names as titles, ids of their own, and the file's type."""
    content = xlsx({"Detained": [["Name", "Age"], ["Күлән", 48]], "Empty": [], "Released": [["Sara", 51.5]]})

    first, second = read(content, name="list.xlsx")

    assert (first.title, first.text) == ("Detained", "Name\tAge\nКүлән\t48")
    assert (second.title, second.text) == ("Released", "Sara\t51.5")
    assert second.id == f"{first.id}#2"
    assert first.media_type.endswith("spreadsheetml.sheet")


def test_rows_keep_their_numbers() -> None:
    """An empty row or column before a cell stays, so that line n is row n."""
    (document,) = read(xlsx({"One": [[], ["", "", "x"], [], ["y"]]}), name="x.xlsx")

    assert document.text == "\n\t\tx\n\ny"


def test_dates_and_numbers_are_plain() -> None:
    """A day is ISO 8601; a number that looks like a name of a row stays text."""
    (document,) = read(xlsx({"One": [[date(2018, 3, 2), True, "007", 1e3]]}), name="x.xlsx")

    assert document.text == "2018-03-02\tTRUE\t007\t1000"


def test_formulas_are_not_computed_and_a_warning_says_so() -> None:
    """The value that the program stored is what was seen; nothing is run."""
    (document,) = read(xlsx({"One": [["=1+1", "x"]]}), name="x.xlsx")

    assert document.text == "42\tx"
    assert any("formulas" in warning for warning in document.warnings)


def test_a_table_without_formulas_has_no_warning() -> None:
    """A text that begins like a formula is none."""
    (document,) = read(xlsx({"One": [["a<f b", 3]]}), name="x.xlsx")

    assert document.warnings == ()


def test_a_hidden_sheet_is_read_and_named() -> None:
    """Nothing is left out because somebody hid it."""
    found = read(xlsx({"Open": [["x"]], "Back": [["y"]]}, hidden="Back"), name="x.xlsx")

    assert found[1].text == "y"
    assert found[1].warnings == ("the sheet Back is hidden",)


def test_an_ods_is_read() -> None:
    """LibreOffice's own format gives the same as Excel's."""
    content = packed({"mimetype": ODS_TYPE, "content.xml": ODS, "META-INF/manifest.xml": MANIFEST}, method=0)

    (document,) = read(content, name="x.ods")

    assert (document.title, document.text) == ("Тізім", "Күлән\t48")
    assert any("formulas" in warning for warning in document.warnings)


@pytest.mark.parametrize("over", [0, 1])
def test_the_limit_on_rows_counts_all_sheets(over: int) -> None:
    """A list cut into sheets is as long as before."""
    content = xlsx({"One": [["x"]] * 6, "Two": [["y"]] * (4 + over)})
    if not over:
        assert len(read(content, name="x.xlsx", limits=Limits(rows=10))) == 2
        return
    with pytest.raises(Refused) as refused:
        read(content, name="x.xlsx", limits=Limits(rows=10))
    assert refused.value.reason is Refusal.TOO_MANY_ROWS


def test_an_empty_workbook_has_no_text() -> None:
    """A workbook of empty sheets is refused, not stored as nothing."""
    with pytest.raises(Refused) as refused:
        read(xlsx({"One": []}), name="x.xlsx")

    assert refused.value.reason is Refusal.NO_TEXT


@pytest.mark.parametrize("content", ["", "<workbook", "<?xml version='1.0'?><workbook><sheets/></workbook>"])
def test_a_broken_workbook_is_refused(content: str) -> None:
    """Whatever is broken inside, it ends in a reason."""
    with pytest.raises(Refused) as refused:
        read(packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": content}), name="x.xlsx")

    assert refused.value.reason in {Refusal.DAMAGED, Refusal.NO_TEXT}


def test_an_old_workbook_that_is_noise_is_damaged() -> None:
    """XLS is a format of its own, and breaks in its own way."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le") + b"\xff" * 600

    with pytest.raises(Refused) as refused:
        read(content, name="x.xls")

    assert refused.value.reason is Refusal.DAMAGED
