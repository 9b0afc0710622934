"""Capture-history tables and what is wrong with bad ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.counting.table import BadTable, read_table

GOOD = "A,B,count\n1,1,40\n1,0,160\n0,1,110\n"


def test_counts_by_list_and_overlap() -> None:
    """Who is on which list, on both, on one only."""
    table = read_table(GOOD)

    assert (table.listed, table.on_list(0), table.on_list(1), table.on_both(0, 1)) == (310, 200, 150, 40)
    assert (table.on_exactly(1), table.on_exactly(2)) == (270, 40)


def test_same_patterns_are_added_and_noughts_left_out() -> None:
    """A row of noughts is what is asked, not data."""
    assert read_table(GOOD + "1,1,2\n0,0,999\n").listed == 312


def test_a_byte_order_mark_and_spaces_do_no_harm() -> None:
    """Spreadsheets write them."""
    assert read_table("\ufeffA, B ,Count\r\n 1,1 , 3\r\n\r\n").lists == ("A", "B")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        ("A,B,n\n1,1,3\n", "row 1: the last column must be 'count'"),
        ("count\n3\n", "row 1: no column for a list"),
        ("A,A,count\n1,1,3\n", "row 1: every list needs a name of its own"),
        ("A,B,count\n1,3\n", "row 2: 2 cells, not 3"),
        ("A,B,count\n1,1,3\n1,yes,3\n", "row 3: 'yes' is neither 0 nor 1"),
        ("A,B,count\n1,1,-3\n", "row 2: the count '-3' is not a whole number"),
        ("A,B,count\n1,1,²\n", "row 2: the count '²' is not a whole number"),
        (f"A,B,count\n1,1,{'9' * 5000}\n", "row 2: the count"),
        (f"A,B,count\n1,{'1' * 200_000},1\n", "is not CSV"),
    ],
)
def test_says_what_is_wrong_and_where(text: str, problem: str) -> None:
    """Row by row, before anything is counted."""
    with pytest.raises(BadTable, match=r"lists\.csv") as told:
        read_table(text, name="lists.csv")

    assert problem in str(told.value)


def test_every_problem_is_kept_and_the_message_stays_short() -> None:
    """Twenty bad rows: ten in the message, twenty in the error."""
    with pytest.raises(BadTable, match="and 10 more") as told:
        read_table("A,count\n" + "x,1\n" * 20)

    assert len(told.value.problems) == 20


@given(st.text())
def test_any_text_is_a_table_or_a_stated_error(text: str) -> None:
    """Nothing else comes out."""
    try:
        listed = read_table(text).listed
    except BadTable:
        listed = 0

    assert listed >= 0
