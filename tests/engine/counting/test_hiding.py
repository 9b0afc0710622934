"""A list is hidden and its known number estimated: found again where lists are independent, not where people differ."""

import numpy as np
import pytest

from kualik.engine.counting.hiding import Hidden, hide
from kualik.engine.counting.table import Table
from tests.engine.counting.published import published


def population(*classes: tuple[int, tuple[float, ...]], seed: int = 1) -> Table:
    """Draw who is on which list."""
    chance = np.random.default_rng(seed)
    rows = np.concatenate([chance.random((size, len(likely))) < likely for size, likely in classes])
    return Table.of([f"list {place}" for place in range(rows.shape[1])], rows, np.ones(len(rows)))


def test_independent_lists_are_found_again() -> None:
    """Of five lists, those whose number is missed are as many as a 95 % interval misses."""
    found = [one for seed in range(8) for one in hide(population((2000, (0.2, 0.25, 0.3, 0.15, 0.1)), seed=seed))]
    held = [one.low <= one.known <= one.high for one in found]

    assert len(found) == 40
    assert sum(held) >= 34


def test_people_who_differ_much_make_lists_come_out_too_low() -> None:
    """Three classes of people: most lists are estimated too low, as the whole is."""
    found = hide(
        population(
            (1200, (0.05, 0.1, 0.05, 0.15, 0.1)), (500, (0.3, 0.2, 0.4, 0.2, 0.3)), (300, (0.6, 0.8, 0.5, 0.7, 0.6))
        )
    )

    assert sum(one.too_few for one in found) >= 3


def test_of_kosovo_the_bar_associations_list_comes_out_too_low() -> None:
    """ABA has 1,528 people; the others say 844 to 957. The other three are found again."""
    found = {one.list_name: one for one in hide(published("kosovo_1999"))}

    assert [name for name, one in found.items() if one.too_few] == ["ABA"]
    assert found["ABA"].known == 1528
    assert (found["ABA"].low, found["ABA"].high) == (844, 957)


def test_the_order_of_lists_makes_no_difference() -> None:
    """Turned round, each list gets the same answer."""
    table = population((600, (0.3, 0.25, 0.4, 0.35)))
    turned = {one.list_name: one for one in hide(table.only((3, 2, 1, 0)))}

    assert {one.list_name: one for one in hide(table)} == pytest.approx(turned)


@pytest.mark.parametrize("lists", [3, 8])
def test_too_few_lists_or_too_many_give_nothing_to_ask(lists: int) -> None:
    """With three, two would be left; beyond seven, A has no answer."""
    assert hide(population((500, (0.3,) * lists))) == ()


def test_too_few_is_beyond_the_upper_end() -> None:
    """Inside the interval, or below it, is not too few."""
    one = Hidden(list_name="a", known=10, low=5, median=8, high=12, below=0.9)

    assert not one.too_few
    assert Hidden(list_name="a", known=13, low=5, median=8, high=12, below=0.99).too_few
