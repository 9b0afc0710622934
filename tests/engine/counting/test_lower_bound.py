"""Chao's estimate."""

import pytest

from kualik.engine.counting.lower_bound import chao
from kualik.engine.counting.two_lists import TooLittleOverlap


def test_kosovo_is_three_quarters_of_the_classical_surplus() -> None:
    """4,400 listed, 3,218 once, 882 twice on four lists.

    n + f1^2/(2 f2) = 10,270.5 in shared/eval/counting/reference_measured.csv (kosovo_1999, Chao1987), which is
    for many lists; for four, the people on none are (4-1)/4 of that.
    """
    estimate = chao(lists=4, once=3218, twice=882, listed=4400)

    assert estimate.people == pytest.approx(4400 + 0.75 * (10270.5 - 4400), abs=0.05)


@pytest.mark.parametrize(("lists", "chance"), [(2, 0.3), (3, 0.2), (5, 0.4)])
def test_it_is_exact_where_everybody_has_one_chance_on_every_list(lists: int, chance: float) -> None:
    """Expected counts of 10 million people give 10 million back: binomial(lists, chance)."""
    whole = 10_000_000
    missed = 1 - chance
    once = round(whole * lists * chance * missed ** (lists - 1))
    twice = round(whole * lists * (lists - 1) / 2 * chance**2 * missed ** (lists - 2))
    listed = round(whole * (1 - missed**lists))

    assert chao(lists=lists, once=once, twice=twice, listed=listed).people == pytest.approx(whole, rel=1e-5)


def test_too_few_on_two_lists_are_refused() -> None:
    """Six people bear no estimate."""
    with pytest.raises(TooLittleOverlap):
        chao(lists=3, once=100, twice=6, listed=106)
