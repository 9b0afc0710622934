"""Wrong links: who is split, who is merged, how many people there are then, and which way the answer moves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.counting.perturbing import Wrong, linked_wrongly, perturb
from kualik.engine.counting.table import Table
from tests.engine.counting.published import published

KOSOVO = published("kosovo_1999")
ALONE = Table.of("ABC", [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [4, 0, 0])


def on_lists(table: Table) -> list[int]:
    """How many people each list has."""
    return [table.on_list(place) for place in range(len(table.lists))]


@given(rate=st.floats(0, 1), seed=st.integers(0, 1000), kind=st.sampled_from(["missed", "false"]))
@settings(max_examples=40)
def test_lists_keep_their_lengths(rate: float, seed: int, kind: Wrong) -> None:
    """Whatever goes wrong in linking, every list has as many people as before."""
    wrong = linked_wrongly(KOSOVO, kind=kind, rate=rate, chance=np.random.default_rng(seed))

    assert on_lists(wrong) == on_lists(KOSOVO)


def test_no_error_changes_nothing() -> None:
    """At a rate of nought the table is what it was."""
    for kind in ("missed", "false"):
        wrong = linked_wrongly(KOSOVO, kind=kind, rate=0.0, chance=np.random.default_rng(1))
        assert wrong.people == KOSOVO.people


@pytest.mark.parametrize("rate", [0.05, 0.2])
def test_each_missed_link_makes_one_person_more(rate: float) -> None:
    """A share of the 1,182 on several lists."""
    wrong = linked_wrongly(KOSOVO, kind="missed", rate=rate, chance=np.random.default_rng(1))

    assert wrong.listed - KOSOVO.listed == pytest.approx(rate * 1182, abs=40)


@pytest.mark.parametrize("rate", [0.02, 0.1])
def test_each_false_link_makes_one_person_fewer(rate: float) -> None:
    """As many pairs of people on one list each become one person on two."""
    wrong = linked_wrongly(KOSOVO, kind="false", rate=rate, chance=np.random.default_rng(1))

    assert KOSOVO.listed - wrong.listed == pytest.approx(rate * 1182, abs=30)
    assert wrong.on_exactly(2) - KOSOVO.on_exactly(2) == KOSOVO.listed - wrong.listed


def test_where_nobody_can_be_merged_nobody_is() -> None:
    """One list alone has people: there is no pair on two lists."""
    wrong = linked_wrongly(ALONE, kind="false", rate=1.0, chance=np.random.default_rng(1))

    assert wrong.people == ALONE.people


def test_all_links_missed_leave_nobody_on_three_lists() -> None:
    """At a rate of 1, each is split once."""
    table = Table.of("ABC", [[1, 1, 1]], [50])
    wrong = linked_wrongly(table, kind="missed", rate=1.0, chance=np.random.default_rng(1))

    assert wrong.on_exactly(3) == 0
    assert wrong.on_exactly(2) == wrong.on_exactly(1) == 50


def test_missed_links_move_kosovo_up_and_false_ones_down() -> None:
    """The study's 4.4: 13,469, 14,348 and 16,993 with missed links; false links are the worse kind."""
    rows = {(row.kind, row.rate): row.median for row in perturb(KOSOVO, seed=1)}

    assert rows["missed", 0.05] == pytest.approx(13_469, rel=0.03)
    assert rows["missed", 0.1] == pytest.approx(14_348, rel=0.04)
    assert rows["missed", 0.2] == pytest.approx(16_993, rel=0.04)
    assert 12_595 > rows["false", 0.02] > rows["false", 0.05] > rows["false", 0.1]
    assert 12_595 - rows["false", 0.1] > rows["missed", 0.1] - 12_595


def test_the_same_seed_gives_the_same_rows() -> None:
    """And every rate is tried on the same streams of chance."""
    one, again = (perturb(KOSOVO, seed=3, missed=(0.1,), false=(), times=3) for _ in range(2))

    assert one == again
    assert perturb(KOSOVO, seed=3, missed=(0.05, 0.1), false=(), times=3)[1] == one[0]


def test_a_table_that_cannot_be_counted_has_no_rows() -> None:
    """Two lists: A has no answer, whatever is perturbed."""
    assert perturb(KOSOVO.only((0, 1)), seed=1, times=2) == ()
