"""Capture-history tables and what is wrong with bad ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.counting.table import BadTable, Table, UnfitTable, check_fit, read_strata, read_table, tidy

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
        ("A,B,count\n1,1,3\n1,0,2.5\n", "row 3: the count '2.5' is not a whole number"),
        ("A,B,count\n1,1,3\n1,0,\n", "row 3: the count '' is not a whole number"),
        ("A,B,count\n1,1,3\n1,0,NA\n", "row 3: the count 'NA' is not a whole number"),
        ("A,B,count\n1,1,1000000000001\n", "row 2: the count '1000000000001' is not a whole number from 0 to 10^12"),
        ("A,B,count\n1,,3\n", "row 2: '' is neither 0 nor 1"),
        ("A,B,count\n\n1,1,3\n1,2,3\n", "row 4: '2' is neither 0 nor 1"),
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


def test_what_was_done_to_rows_is_told() -> None:
    """One pattern twice, and two rows of noughts."""
    table = read_table(GOOD + "1,1,2\n0,0,999\n0,0,1\n")

    assert [str(one) for one in table.notes] == [
        "rows with the pattern of an earlier one, added to it: 1",
        "people in rows of noughts, left out because people on no list are what is asked: 1,000",
    ]
    assert read_table(GOOD).notes == ()


def test_a_million_million_people_have_one_pattern() -> None:
    """The largest count that is read."""
    assert read_table("A,B,count\n1,1,1000000000000\n1,0,5\n").listed == 10**12 + 5


def test_cells_stand_at_the_number_of_their_pattern() -> None:
    """Bit j is list j: A is 1, B is 2, both are 3."""
    assert read_table(GOOD).cells().tolist() == [0, 160, 110, 40]


@given(st.permutations(["1,1,40", "1,0,160", "0,1,100", "0,1,10", "0,0,7"]))
def test_the_order_of_rows_makes_no_difference(rows: list[str]) -> None:
    """The same table, and the same fingerprint, whatever its rows' order, and though one is cut in two."""
    table = read_table("A,B,count\n" + "\n".join(rows))

    assert table.people == {(True, True): 40, (True, False): 160, (False, True): 110}
    assert table.digest == read_table(GOOD).digest


def test_the_fingerprint_tells_lists_patterns_and_counts_apart() -> None:
    """A name, a count, a pattern: each changes it."""
    other = ["A,C,count\n1,1,40\n1,0,160\n0,1,110", "A,B,count\n1,1,41\n1,0,160\n0,1,110", "A,B,count\n1,1,40"]

    assert len({read_table(GOOD).digest, *(read_table(text).digest for text in other)}) == 4


def test_leaving_a_list_out_leaves_out_who_is_on_no_other() -> None:
    """Without A, the 160 on A alone are gone."""
    table = read_table(GOOD)

    assert table.without(0).lists == ("B",)
    assert table.without(0).listed == 150
    assert table.only([1, 0]).lists == ("B", "A")
    assert table.only([1, 0]).on_list(1) == 200


def test_an_empty_list_is_left_out_and_a_copy_is_merged() -> None:
    """C has nobody, D names the people of A, and E those too."""
    table = tidy(read_table("A,B,C,D,E,count\n1,1,0,1,1,4\n1,0,0,1,1,3\n0,1,0,0,0,2\n"))

    assert table.lists == ("A", "B")
    assert table.people == {(True, True): 4, (True, False): 3, (False, True): 2}
    assert [str(one) for one in table.notes] == [
        "nobody is on the list C: it is left out",
        "the lists A and D name the same people: they count as one list",
        "the lists A and E name the same people: they count as one list",
    ]


def test_an_empty_table_stays_empty() -> None:
    """A header and no row: nobody is listed, and every method says so."""
    table = tidy(read_table("A,B,C,count\n"))

    assert (table.listed, table.lists) == (0, ())
    with pytest.raises(UnfitTable, match="a method: nobody is listed"):
        check_fit(table, method="a method", least=1, most=7, beyond="")


def test_twenty_lists_are_read_and_refused_by_what_takes_fewer() -> None:
    """The refusal says how many there are, how many it takes, and what to do."""
    table = Table.of([f"list {place}" for place in range(20)], np.eye(20, dtype=np.uint8), np.full(20, 3))

    assert table.listed == 60
    with pytest.raises(UnfitTable, match="lists: 20, where it takes 7 at most; ask another") as told:
        check_fit(table, method="a method", least=3, most=7, beyond="ask another")
    assert told.value.method == "a method"


def test_strata_are_told_apart_by_a_column() -> None:
    """Two regions with the same lists, rows of both mixed; a pattern twice in one region is added up."""
    text = "A,region,B,count\n1,north,1,4\n1,south,0,3\n0,north,1,2\n1,north,1,1\n"
    strata = read_strata(text, column="region")

    assert list(strata) == ["north", "south"]
    assert strata["north"].people == {(True, True): 5, (False, True): 2}
    assert strata["south"].lists == ("A", "B")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A,B,count\n1,1,3\n", "row 1: no column 'region' before the last"),
        ("", "no column 'region'"),
        ("A,region,count\n1,,3\n", "row 2: the column 'region' is empty"),
        ("A,region,count\n1,north,x\n", "row 2: the count 'x'"),
        ("A,region,count\n1\n", "row 2: the column 'region' is empty"),
    ],
)
def test_strata_that_cannot_be_read_are_told(text: str, problem: str) -> None:
    """Which row it is, and what is wrong."""
    with pytest.raises(BadTable) as told:
        read_strata(text, column="region", name="strata.csv")

    assert problem in str(told.value)
