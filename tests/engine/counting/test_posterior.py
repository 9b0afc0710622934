"""Beliefs about a number of people: quantiles, shares, draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.counting.posterior import Posterior


@st.composite
def beliefs(draw: st.DrawFn) -> Posterior:
    """Draw bins of whole numbers from ten people up, and weights."""
    wide = np.array(draw(st.lists(st.integers(1, 10**6), min_size=1, max_size=12)), dtype=np.float64)
    weights = np.array(draw(st.lists(st.integers(1, 100), min_size=len(wide), max_size=len(wide))), dtype=np.float64)
    last = 9 + np.cumsum(wide)
    return Posterior(listed=10, first=last - wide + 1, last=last, weights=weights / weights.sum())


def test_quantiles_inside_a_bin_are_spread_evenly() -> None:
    """Ten numbers of a tenth each: the median is the fifth, the ends of 95 % the first and the last."""
    belief = Posterior(listed=10, first=np.array([11.0]), last=np.array([20.0]), weights=np.array([1.0]))

    assert belief.median == 15
    assert belief.quantile(0.1) == 11
    assert belief.quantile(0.11) == 12
    assert belief.interval() == (11, 20)
    assert belief.mean == 15.5
    assert belief.cdf(13) == pytest.approx(0.3)


def test_draws_of_a_sampler_have_one_weight_each() -> None:
    """Three draws: the median is the middle one."""
    belief = Posterior.of_draws([30, 10, 20, 20], listed=10)

    assert belief.median == 20
    assert belief.cdf(10) == pytest.approx(0.25)
    assert belief.interval() == (10, 30)


@given(beliefs(), st.floats(0.001, 0.999))
def test_a_quantile_is_the_least_number_that_reaches_the_share(belief: Posterior, share: float) -> None:
    """One person fewer, and less than the share of belief is covered."""
    people = belief.quantile(share)

    assert belief.cdf(people) >= share - 1e-9
    assert belief.cdf(people - 1) < share + 1e-9
    assert people >= belief.listed


@given(beliefs(), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_quantiles_rise_with_the_share(belief: Posterior, one: float, other: float) -> None:
    """A larger share never needs fewer people."""
    assert belief.quantile(min(one, other)) <= belief.quantile(max(one, other))


def test_draws_follow_the_belief_and_the_seed() -> None:
    """Two bins, one with three quarters of the belief; 4,000 draws, binomial error 0.007."""
    belief = Posterior(
        listed=1, first=np.array([1.0, 101.0]), last=np.array([100.0, 200.0]), weights=np.array([0.75, 0.25])
    )
    drawn = belief.draws(4000, 7)

    assert np.mean(drawn <= 100) == pytest.approx(0.75, abs=0.03)
    assert drawn.min() >= 1
    assert drawn.max() <= 200
    assert np.array_equal(drawn, belief.draws(4000, 7))
    assert not np.array_equal(drawn, belief.draws(4000, 8))
    assert np.array_equal(drawn, np.floor(drawn))
