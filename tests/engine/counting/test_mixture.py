"""The latent-class model's density: against sums done by hand, and its gradient against differences."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit

from kualik.engine.counting.mixture import Data, height, slope, weights
from kualik.engine.counting.posterior import Floats

PATTERNS = np.array([one for one in product((0, 1), repeat=3) if any(one)])
COUNTS = np.array([5, 0, 2, 7, 1, 3, 4])
DATA = Data.of(PATTERNS, COUNTS)


def somewhere(seed: int, *, chains: int = 2, classes: int = 4) -> tuple[Floats, Floats, Floats]:
    """Give logits and alpha."""
    chance = np.random.default_rng(seed)
    size = (chains, classes, 3)
    return chance.normal(size=size), chance.normal(size=(chains, classes - 1)), chance.gamma(1.0, 1.0, chains) + 0.1


def plainly(chances: Floats, sticks: Floats, alpha: float) -> float:
    """Work the density of one chain out as the formula stands, class by class."""
    likely, stick = expit(chances), np.append(expit(sticks), 1.0)
    share = stick * np.cumprod(np.append(1.0, 1 - stick[:-1]))
    each = [
        sum(nu * np.prod(np.where(pattern == 1, one, 1 - one)) for nu, one in zip(share, likely, strict=True))
        for pattern in [*PATTERNS, np.zeros(3)]
    ]
    data = sum(count * np.log(one / (1 - each[-1])) for count, one in zip(COUNTS, each[:-1], strict=True))
    jacobian = np.log(likely * (1 - likely)).sum() + np.log(stick[:-1] * (1 - stick[:-1])).sum()
    return float(data + jacobian + ((alpha - 1) * np.log(1 - stick[:-1])).sum())


@given(seed=st.integers(0, 10_000))
@settings(max_examples=30)
def test_the_density_is_that_of_the_formula(seed: int) -> None:
    """Two places differ in height by what the plain sum says: constants apart, nothing is left out."""
    chances, sticks, alpha = somewhere(seed)
    alpha[1] = alpha[0]
    found = height(DATA, chances, alpha, slope(DATA, chances, sticks, alpha))
    plain = [plainly(chances[chain], sticks[chain], alpha[chain]) for chain in (0, 1)]

    assert found[0] - found[1] == pytest.approx(plain[0] - plain[1], rel=1e-9, abs=1e-9)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20)
def test_the_gradient_is_that_of_the_density(seed: int) -> None:
    """Each derivative equals the difference of heights over a small step."""
    chances, sticks, alpha = somewhere(seed, chains=1)
    here = slope(DATA, chances, sticks, alpha)
    small = 1e-5

    def climb(further: Floats, along: Floats) -> float:
        ends = [(chances + sign * further, sticks + sign * along) for sign in (1, -1)]
        high, low = (height(DATA, one, alpha, slope(DATA, one, two, alpha))[0] for one, two in ends)
        return float(high - low) / (2 * small)

    for place in product(range(4), range(3)):
        step = np.zeros_like(chances)
        step[0][place] = small
        assert climb(step, np.zeros_like(sticks)) == pytest.approx(here.chances[0][place], rel=1e-5, abs=1e-6)
    for stick in range(3):
        along = np.zeros_like(sticks)
        along[0, stick] = small
        assert climb(np.zeros_like(chances), along) == pytest.approx(here.sticks[0, stick], rel=1e-5, abs=1e-6)


@given(seed=st.integers(0, 10_000))
def test_the_shares_of_the_classes_add_up_to_one(seed: int) -> None:
    """Whatever the sticks: the last class takes what is left."""
    chances, sticks, _ = somewhere(seed, classes=7)

    assert np.exp(weights(chances, 20 * sticks).share).sum(axis=1) == pytest.approx(1.0)


def test_hardly_anybody_seen_is_told_from_nobody() -> None:
    """Where all chances are tiny, the probability to be seen keeps its digits."""
    found = weights(np.full((1, 2, 3), -34.0), np.zeros((1, 1)))

    assert found.seen[0] == pytest.approx(3 * np.exp(-34.0), rel=1e-9)


def test_each_chain_may_have_a_table_of_its_own() -> None:
    """Rows of counts give what each of them gives alone."""
    chances, sticks, alpha = somewhere(1)
    both = Data.of(PATTERNS, np.stack((COUNTS, COUNTS[::-1])))
    found = height(both, chances, alpha, slope(both, chances, sticks, alpha))

    for chain, counts in enumerate((COUNTS, COUNTS[::-1])):
        one = Data.of(PATTERNS, counts)
        assert height(one, chances, alpha, slope(one, chances, sticks, alpha))[chain] == pytest.approx(found[chain])
