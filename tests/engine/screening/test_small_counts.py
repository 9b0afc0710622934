"""Small counts stay hidden, whatever is added and subtracted."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.screening.small_counts import hide_small_counts


def determined(table: list[list[int | None]]) -> bool:
    """Say whether the sums of the table fix any hidden cell: by elimination, another way than the code's."""
    cells = [(i, j) for i, row in enumerate(table) for j, count in enumerate(row) if count is None]
    rows = [[Fraction((i, j) in line) for i, j in cells] for line in _lines(len(table), len(table[0]))]
    signed = [[-x if _total(cell, table) else x for x, cell in zip(row, cells, strict=True)] for row in rows]
    reduced = _reduce(signed)
    return any(sum(x != 0 for x in row) == 1 for row in reduced)


def _total(cell: tuple[int, int], table: list[list[int | None]]) -> bool:
    return (cell[0] == len(table) - 1) != (cell[1] == len(table[0]) - 1)


def _lines(height: int, width: int) -> list[set[tuple[int, int]]]:
    return [{(i, j) for j in range(width)} for i in range(height)] + [
        {(i, j) for i in range(height)} for j in range(width)
    ]


def _reduce(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    done: list[list[Fraction]] = []
    for column in range(len(rows[0])):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        scaled = [x / pivot[column] for x in pivot]
        rows = [[x - row[column] * y for x, y in zip(row, scaled, strict=True)] for row in rows]
        done = [[x - row[column] * y for x, y in zip(row, scaled, strict=True)] for row in done] + [scaled]
    return done


def test_a_lone_small_count_hides_others_with_it() -> None:
    """The 3 could be had from its row or its column; the smallest neighbours go too."""
    hidden = hide_small_counts([[3, 20, 30], [10, 40, 50], [60, 70, 80]])

    assert hidden == [
        [None, None, 30, 53],
        [None, None, 50, 100],
        [60, 70, 80, 210],
        [73, 130, 160, 363],
    ]


def test_large_counts_are_shown_with_their_totals() -> None:
    """Nothing to hide."""
    assert hide_small_counts([[5, 6], [7, 8]]) == [[5, 6, 11], [7, 8, 15], [12, 14, 26]]


def test_hidden_cells_of_a_line_that_are_few_in_all_take_more_along() -> None:
    """1 and 2 with a known sum of 3 would still say that there are hardly any."""
    hidden = hide_small_counts([[1, 2, 30, 40], [50, 60, 70, 80]])

    assert hidden[0][:3] == [None, None, None]


def test_no_rows_have_no_totals() -> None:
    """An empty table stays empty."""
    assert hide_small_counts([]) == []


@pytest.mark.parametrize("counts", [[[1, 2], [3]], [[-1]]])
def test_what_is_no_table_is_refused(counts: list[list[int]]) -> None:
    """Rows of one length, counts from 0."""
    with pytest.raises(ValueError, match="one length"):
        hide_small_counts(counts)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(st.integers(0, 30), min_size=n, max_size=n), min_size=1)))
def test_no_hidden_count_can_be_worked_out(counts: list[list[int]]) -> None:
    """Not by any sum of sums; no small count is shown; what is shown is true."""
    counts = counts[:5]
    hidden = hide_small_counts(counts)

    assert all(count is None or count >= 5 for row in hidden for count in row)
    assert all(hidden[i][j] in {None, counts[i][j]} for i, j in product(range(len(counts)), range(len(counts[0]))))
    if any(count is None for row in hidden for count in row):
        assert not determined(hidden)
