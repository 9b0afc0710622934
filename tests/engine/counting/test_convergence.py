"""R-hat and effective draws: what agrees, what does not, and figures that are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.counting.convergence import bulk_ess, ess, rank_normalised, split, split_rhat, tail_ess
from kualik.engine.counting.posterior import Floats


def independent(seed: int, *, chains: int = 8, length: int = 1000) -> Floats:
    """Draws that have nothing to do with each other."""
    return np.random.default_rng(seed).standard_normal((chains, length))


def following(seed: int, memory: float, *, chains: int = 8, length: int = 5000) -> Floats:
    """Draws each of which remembers a share of the one before; their variance is 1."""
    chance = np.random.default_rng(seed)
    drawn = np.empty((chains, length))
    drawn[:, 0] = chance.standard_normal(chains)
    for place in range(1, length):
        fresh = chance.standard_normal(chains)
        drawn[:, place] = memory * drawn[:, place - 1] + np.sqrt(1 - memory**2) * fresh
    return drawn


@given(seed=st.integers(0, 1000))
@settings(max_examples=20)
def test_independent_draws_agree(seed: int) -> None:
    """R-hat is 1 but for chance, and every draw counts."""
    drawn = independent(seed)

    assert split_rhat(drawn) < 1.01
    assert 0.8 * drawn.size < bulk_ess(drawn) < 1.3 * drawn.size
    assert 0.7 * drawn.size < tail_ess(drawn) < 1.4 * drawn.size


@pytest.mark.parametrize("memory", [0.5, 0.9])
def test_draws_that_follow_each_other_are_worth_fewer(memory: float) -> None:
    """With memory r, n draws are worth n (1 - r) / (1 + r): the known variance of the mean of such a sequence."""
    drawn = following(3, memory)

    assert ess(drawn) == pytest.approx(drawn.size * (1 - memory) / (1 + memory), rel=0.1)


def test_a_chain_apart_is_seen() -> None:
    """One chain of eight lies two standard deviations off."""
    drawn = independent(1)
    drawn[0] += 2

    assert split_rhat(drawn) > 1.05


def test_a_chain_that_is_wider_is_seen() -> None:
    """All lie in one place, one is three times as wide: only the folded figure tells."""
    drawn = independent(1)
    drawn[0] *= 3

    assert split_rhat(drawn) > 1.02


def test_chains_that_drift_together_are_seen() -> None:
    """All move the same way: between chains there is no difference, between halves there is."""
    drawn = independent(1) + np.linspace(0, 3, 1000)

    assert split_rhat(drawn) > 1.1


def test_a_heavy_tail_does_not_hide_a_chain_apart() -> None:
    """Ranks make R-hat work where there is no variance, as with Cauchy draws."""
    drawn = np.random.default_rng(2).standard_cauchy((8, 1000))
    drawn[0] += 5

    assert split_rhat(drawn) > 1.05


def test_chains_that_stand_still_apart_never_agree() -> None:
    """Each has one number of its own."""
    assert split_rhat(np.repeat(np.arange(4.0)[:, None], 100, axis=1)) == float("inf")


def test_draws_that_are_all_the_same_agree() -> None:
    """Where nothing is uncertain, nothing disagrees."""
    drawn = np.ones((4, 100))

    assert split_rhat(drawn) == 1
    assert ess(drawn) == drawn.size


@given(seed=st.integers(0, 1000), power=st.floats(0.2, 3.0))
@settings(max_examples=20)
def test_only_ranks_count(seed: int, power: float) -> None:
    """Taking logarithms or powers changes the bulk figure not at all."""
    drawn = np.exp(independent(seed, chains=4, length=100))

    assert bulk_ess(drawn**power) == pytest.approx(bulk_ess(drawn), rel=1e-6)


def test_halves_leave_the_middle_draw_out() -> None:
    """Chains of five give halves of two."""
    assert split(np.array([[1.0, 2, 3, 4, 5]])).tolist() == [[1, 2], [4, 5]]


def test_ranks_become_normal_scores() -> None:
    """Three draws: (r - 3/8) / (3 + 1/4), by equation 14; the middle one is nought."""
    scores = rank_normalised(np.array([[10.0, 30.0, 20.0]]))

    assert scores[0] == pytest.approx([-0.8694238, 0.8694238, 0.0], abs=1e-6)
