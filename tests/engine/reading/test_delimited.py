"""Tests of reading tables written as text."""

import pytest

from kualik.engine.facts import Document
from kualik.engine.reading import Refusal, Refused, read
from tests.engine.reading.samples import KAZAKH


def read_one(content: bytes, name: str = "list.csv") -> Document:
    """Read a table."""
    (document,) = read(content, name=name)
    return document


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    """Each program writes another; the rows agree on one."""
    rows = [["Name", "Age, in years; or | so"], ["Sara Nur", "51"], ["Aman Bek", "34"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)

    assert read_one(text.encode()).text == "\n".join("\t".join(row) for row in rows)


def test_a_cell_of_two_lines_stays_one_row() -> None:
    """Line breaks inside quotation marks do not make rows."""
    assert read_one(b'Name,Note\n"Sara","one\ntwo, three"\nAman,x').text == "Name\tNote\nSara\tone two, three\nAman\tx"


def test_a_tsv_is_divided_by_tabs_alone() -> None:
    """Commas in its cells mean nothing."""
    assert read_one(b"a, b\tc, d\n1\t2", "list.tsv").text == "a, b\tc, d\n1\t2"


def test_an_older_encoding_is_found() -> None:
    """Tables of older programs are in older encodings."""
    assert read_one(f"Name,Note\nSara,{KAZAKH}".encode("kz1048")).text == f"Name\tNote\nSara\t{KAZAKH}"


def test_a_formula_is_text() -> None:
    """What would be run elsewhere is only read here."""
    assert read_one(b"a,\"=cmd|' /C calc'!A0\"").text == "a\t=cmd|' /C calc'!A0"


def test_a_quotation_that_never_ends_is_damage() -> None:
    """The refusal says on which line."""
    with pytest.raises(Refused) as refused:
        read_one(b'a,b\n"c,d\ne,f')

    assert refused.value.reason is Refusal.DAMAGED
    assert refused.value.where.startswith("line")


def test_a_table_of_nothing_has_no_text() -> None:
    """Delimiters alone are no content."""
    with pytest.raises(Refused) as refused:
        read_one(b",,\n,,\n")

    assert refused.value.reason is Refusal.NO_TEXT
