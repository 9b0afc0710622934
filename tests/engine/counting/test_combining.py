"""Strata are added, replicates averaged: against sums known exactly and HRDAG's own figures for Colombia."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.counting.combining import NothingToCombine, add_strata, combine_by_rule, pool
from kualik.engine.counting.posterior import Posterior

COLOMBIA = Path(__file__).parent / "tables" / "colombia_disappearances.csv"


def colombia() -> list[dict[str, str]]:
    """Read the 63 strata: replicates' figures, separated by spaces, and HRDAG's combination of them."""
    with COLOMBIA.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def spread(middle: float, *, sd: float = 10.0, listed: int = 50, seed: int = 0) -> Posterior:
    """A posterior of so many people, more or less."""
    drawn = np.random.default_rng([seed, int(middle)]).normal(middle, sd, 4000)
    return Posterior.of_draws(np.rint(drawn), listed=listed)


def test_strata_are_added_draw_by_draw() -> None:
    """The variance of the sum is the sum of variances: the interval is narrower than adding the ends would make it."""
    parts = [spread(middle) for middle in (200, 300, 400)]
    whole = add_strata(parts, seed=1)
    low, high = whole.interval()

    assert whole.listed == 150
    assert whole.mean == pytest.approx(900, abs=1)
    assert high - low == pytest.approx(2 * 1.96 * np.sqrt(3) * 10, rel=0.05)
    assert high - low < 0.7 * sum(one.interval()[1] - one.interval()[0] for one in parts)


def test_two_strata_alike_are_not_drawn_alike() -> None:
    """Each has chance of its own; drawn together, their sum would vary twice as much."""
    one = spread(200)
    low, high = add_strata([one, one], seed=1).interval()

    assert high - low == pytest.approx(np.sqrt(2) * (one.interval()[1] - one.interval()[0]), rel=0.06)


def test_replicates_are_averaged_and_say_what_linkage_costs() -> None:
    """Rubin's two variances: inside replicates 100, between them (1 + 1/5) times that of their means."""
    middles = (200, 220, 240, 260, 280)
    found = pool([spread(middle) for middle in middles], seed=1)
    between = 1.2 * np.var(middles, ddof=1)

    assert found.replicates == 5
    assert found.within == pytest.approx(100, rel=0.1)
    assert found.between == pytest.approx(between, rel=0.05)
    assert found.share == pytest.approx(between / (between + 100), rel=0.05)
    assert found.posterior.mean == pytest.approx(240, abs=2)


def test_one_replicate_has_no_variance_between() -> None:
    """Nothing is said of linkage where there is one partition."""
    found = pool([spread(200)], seed=1)

    assert found.between == 0
    assert found.share == 0


@given(seeds=st.lists(st.integers(0, 2**40), min_size=2, max_size=2, unique=True))
@settings(max_examples=5)
def test_the_same_seed_gives_the_same_answer(seeds: list[int]) -> None:
    """And another seed nearly the same."""
    parts = [spread(200), spread(300)]
    one, again, other = (add_strata(parts, seed=seed).interval() for seed in (seeds[0], *seeds))

    assert one == again
    assert other == pytest.approx(one, abs=3)


@pytest.mark.parametrize("row", colombia(), ids=lambda row: f"{row['year']}-{row['forced']}")
def test_hrdags_rule_gives_hrdags_figures(row: dict[str, str]) -> None:
    """Mean and both ends, for each of 63 strata, as stored; they are rounded, so is what they were made from."""
    names = ("listed", "unlisted", "log_means", "log_variances")
    listed, unlisted, log_means, log_variances = ([float(one) for one in row[name].split()] for name in names)
    found = combine_by_rule(listed=listed, unlisted=unlisted, log_means=log_means, log_variances=log_variances)
    slack = 1 + 5e-4 * float(row["high"])

    assert found.people == pytest.approx(float(row["people"]), abs=1.01)
    assert found.low == pytest.approx(float(row["low"]), abs=1.01)
    assert found.high == pytest.approx(float(row["high"]), abs=slack)


def test_the_disappeared_of_colombia_are_214_417() -> None:
    """The strata of those whose disappearance was forced, 1985 to 2016: 121,768.5 documented, 214,417 in all."""
    forced = [row for row in colombia() if row["forced"] == "TRUE"]
    listed = [np.mean([float(one) for one in row["listed"].split()]) for row in forced]
    unlisted = [np.mean([float(one) for one in row["unlisted"].split()]) for row in forced]

    assert len(forced) == 32
    assert sum(listed) == pytest.approx(121_768.5, abs=0.5)
    assert round(sum(listed) + sum(unlisted)) == 214_417


def test_replicates_that_are_all_alike_need_no_t() -> None:
    """Without variance between, the interval is the normal one."""
    found = combine_by_rule(listed=[10, 10], unlisted=[90, 90], log_means=[4.5, 4.5], log_variances=[0.04, 0.04])

    assert found.low == pytest.approx(10 + np.exp(4.5 - 1.959964 * 0.2))
    assert found.high == pytest.approx(10 + np.exp(4.5 + 1.959964 * 0.2))


def test_nothing_is_not_combined() -> None:
    """Each says how many it needs."""
    for combine in (add_strata, pool):
        with pytest.raises(NothingToCombine, match="1 are needed"):
            combine([], seed=1)
    with pytest.raises(NothingToCombine, match="2 are needed"):
        combine_by_rule(listed=[1], unlisted=[1], log_means=[0.0], log_variances=[1.0])
