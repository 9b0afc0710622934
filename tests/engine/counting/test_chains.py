"""The walk of the chains: simulation-based calibration, laws known exactly, and mistakes that must be caught."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.special import gammaln
from scipy.stats import kstest, nbinom

from benchmarks._ranks import ranks_of_classes
from kualik.engine.counting import chains
from kualik.engine.counting.chains import MixtureOptions, start, step
from kualik.engine.counting.mixture import Data
from kualik.engine.counting.posterior import Floats
from tests.engine.counting.mutants import mutant
from tests.engine.counting.published import published

FEW = Data.of(np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 1, 1]]), np.array([9, 7, 8, 3, 2]))
MUTANTS = [
    ("chance.standard_gamma(data.listed, len(base)) / found.seen", "chance.standard_gamma(data.listed, len(base))"),
    ("1 + of_class[:, :, None] - on_list", "1 + of_class[:, :, None]"),
    ("alpha[:, None] + after[:, :-1], chance)", "alpha[:, None], chance)"),
    ("here) - _moving(fast, quick) - energy", "here) + _moving(fast, quick) - energy"),
    ("return listed.sum(axis=1) + hidden, on_list", "return listed.sum(axis=1), on_list"),
    ("gammaln(whole + after) - gammaln(1", "gammaln(whole + after) + gammaln(1"),
]


def walked(data: Data, options: MixtureOptions, *, seed: int = 1, steps: int = 400, module: object = chains) -> Floats:
    """Give draws of N, chains x draws, the first half left out."""
    chance = np.random.default_rng(seed)
    walk = module.start(data, options=options, chance=chance)  # type: ignore[attr-defined]  # a module or a mutant of it
    drawn = []
    for _ in range(steps):
        walk = module.step(data, walk, options=options, chance=chance)  # type: ignore[attr-defined]  # as above
        drawn.append(walk.people)
    return np.array(drawn[steps // 2 :]).T


@pytest.mark.parametrize(("lists", "classes", "alpha"), [(3, 4, "gamma"), (3, 3, "lognormal")])
def test_the_truth_lies_anywhere_in_what_is_believed(lists: int, classes: int, alpha: str) -> None:
    """Simulation-based calibration: over truths drawn from the prior, the rank of N is even."""
    ranks = ranks_of_classes(tables=150, lists=lists, classes=classes, alpha=alpha, seed=11)

    assert kstest(ranks, "uniform").pvalue > 0.01
    assert kstest(np.abs(ranks - 0.5) * 2, "uniform").pvalue > 0.01  # neither too wide nor too narrow


def test_one_class_is_the_independence_model_in_closed_form() -> None:
    """With one class, p(N) is (1/N) N!/(N-n)! times a beta function for each list: added up exactly."""
    on_list = np.array([14.0, 12.0, 10.0])
    people = np.arange(29.0, 5000.0)
    log = gammaln(people) - gammaln(people - 28)
    log += sum(gammaln(people - count + 1) - gammaln(people + 2) for count in on_list)
    exact = np.exp(log - log.max())
    exact /= exact.sum()
    drawn = walked(FEW, MixtureOptions(classes=1), steps=3000)

    assert drawn.mean() == pytest.approx(people @ exact, rel=0.01)
    for share in (0.025, 0.5, 0.975):
        at = people[np.searchsorted(np.cumsum(exact), share)]
        assert np.quantile(drawn, share) == pytest.approx(at, abs=1, rel=0.02)


def test_people_on_no_list_have_no_cap() -> None:
    """Given the parameters, N0 is negative binomial, as far out as it goes; in thousands of draws, quantiles agree."""
    options = MixtureOptions(classes=1, chains=4000)
    chance = np.random.default_rng(3)
    walk = start(FEW, options=options, chance=chance)
    walk = replace(walk, chances=np.full_like(walk.chances, -5.0), done=0)
    moved = step(FEW, walk, options=options, chance=chance)
    seen = 1 - (1 / (1 + np.exp(-5.0))) ** 3

    assert kstest(moved.people - 29, nbinom(29, seen).cdf).pvalue > 1e-3
    assert moved.people.max() > 29 * 40


def test_the_same_source_of_chance_gives_the_same_walk() -> None:
    """Bit for bit."""
    one, again = (walked(FEW, MixtureOptions(), seed=5, steps=120) for _ in range(2))

    assert (one == again).all()


def test_chains_begin_far_apart() -> None:
    """Some believe that nearly everybody is listed, some that hardly anybody is."""
    kosovo = published("kosovo_1999")
    data = Data.of(kosovo.patterns, kosovo.counts)
    chance = np.random.default_rng(1)
    options = MixtureOptions()
    people = step(data, start(data, options=options, chance=chance), options=options, chance=chance).people

    assert people.min() < 1.2 * kosovo.listed
    assert people.max() > 2 * kosovo.listed


def test_never_fewer_than_are_listed() -> None:
    """In no draw of any chain."""
    assert walked(FEW, MixtureOptions()).min() >= 29


@pytest.mark.parametrize("size", [10**6, 10**12])
def test_counts_of_a_million_million_do_not_overflow(size: int) -> None:
    """Every draw is a number, and not below the people listed."""
    data = Data.of(FEW.patterns[:-1], FEW.counts * size)
    drawn = walked(data, MixtureOptions(chains=4), steps=80)

    assert np.isfinite(drawn).all()
    assert drawn.min() >= data.listed


def test_twenty_lists_are_taken() -> None:
    """Hardly any pattern comes twice; all is finite."""
    rows = np.random.default_rng(1).random((150, 20)) < 0.1
    patterns, counts = np.unique(rows[rows.any(axis=1)], axis=0, return_counts=True)
    drawn = walked(Data.of(patterns, counts), MixtureOptions(), steps=120)

    assert np.isfinite(drawn).all()
    assert drawn.min() >= counts.sum()


@pytest.mark.parametrize(("old", "new"), MUTANTS, ids=[old for old, _ in MUTANTS])
def test_a_mistake_in_the_walk_would_be_noticed(old: str, new: str, tmp_path: Path) -> None:
    """Each of these moves belief, or stops the chains, by far more than the two right walks differ."""
    data = Data.of(FEW.patterns[:-1], FEW.counts * 4)
    options = MixtureOptions(classes=3, chains=60)

    def hidden(module: object, seed: int) -> Floats:
        drawn = walked(data, options, seed=seed, steps=400, module=module)
        return np.quantile(np.log(drawn - data.listed + 0.5), (0.1, 0.5, 0.9))

    right, again = (hidden(chains, seed) for seed in (2, 3))
    with np.errstate(all="ignore"):
        wrong = hidden(mutant(chains, old, new, folder=tmp_path), 2)

    assert np.abs(right - again).max() < 0.12
    assert not np.abs(right - wrong).max() < 0.2
