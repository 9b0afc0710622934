"""Estimator B: published figures, repeatability, interruption, and what it refuses."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.counting.averaging import average
from kualik.engine.counting.latent_classes import Classes, Interrupted, MixtureOptions, OtherState, fit
from kualik.engine.counting.table import Table, UnfitTable
from tests.engine.counting.published import published

ROOT = Path(__file__).parents[3]
SHORT = MixtureOptions(chains=16, sweeps=150)
SMALL = Table.of("ABC", [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [1, 1, 1]], [9, 7, 8, 3, 4, 2])


def after(looks: int) -> Callable[[], bool]:
    """Say stop at the so-manieth time of asking."""
    asked = iter(range(looks + 1))
    return lambda: next(asked) == looks


def test_kosovo_is_about_ten_thousand_four_hundred() -> None:
    """LCMCR's three seeds give medians of 10,407 to 10,599; the Kosovo Memory Book counts 10,401; chains agree."""
    found = fit(published("kosovo_1999"), seed=3)
    low, high = found.posterior.interval()

    assert found.agreed
    assert found.posterior.median == pytest.approx(10_430, rel=0.015)
    assert (low, high) == pytest.approx((9_020, 13_850), rel=0.03)
    assert low < 10_401 < high


def test_palembang_is_as_hrdag_has_it() -> None:
    """HRDAG: 137 (124 to 198)."""
    found = fit(published("korea_palembang_3lists"), seed=1)

    assert found.posterior.median == pytest.approx(137, abs=2)
    assert found.posterior.interval() == pytest.approx((124, 198), abs=4)


def test_new_orleans_is_as_lcmcr_has_it() -> None:
    """LCMCR's three seeds: 836.5, 837, 847; 564 to 1,373."""
    found = fit(published("new_orleans_2016_5lists"), seed=1)

    assert found.posterior.median == pytest.approx(840, rel=0.03)
    assert found.posterior.interval() == pytest.approx((565, 1_380), rel=0.06)


def test_the_netherlands_have_two_answers() -> None:
    """LCMCR gives 48,000 or 142,000 by the seed alone. Here both are found, told apart, and not agreed upon."""
    found = fit(published("netherlands_2010_2015_5lists"), seed=1, options=replace(SHORT, sweeps=600))

    assert not found.agreed
    assert not found.provisional
    assert found.rhat > 1.05
    assert len(found.modes) > 1
    assert sum(one.chains for one in found.modes) == 16
    assert found.modes[0].median < 70_000
    assert found.modes[-1].median > 110_000


def test_lists_that_know_nothing_of_each_other_give_what_averaging_gives() -> None:
    """On independent lists A and B answer alike."""
    rows = np.random.default_rng(8).random((3000, 4)) < (0.3, 0.25, 0.4, 0.2)
    table = Table.of("ABCD", rows, np.ones(3000))

    assert fit(table, seed=1).posterior.interval() == pytest.approx(average(table).posterior.interval(), rel=0.02)


def test_the_same_seed_gives_the_same_draws() -> None:
    """Bit for bit; another seed gives others."""
    one, again, other = (fit(SMALL, seed=seed, options=SHORT).traces for seed in (4, 4, 5))

    assert (one == again).all()
    assert (one != other).any()


@given(looks=st.integers(0, 2))
@settings(max_examples=3)
def test_an_interrupted_walk_goes_on_as_if_nothing_had_been(looks: int) -> None:
    """Whatever it is stopped at, the draws are those of a walk that never stopped."""
    whole = fit(SMALL, seed=4, options=SHORT)
    with pytest.raises(Interrupted, match="nothing is lost") as stopped:
        fit(SMALL, seed=4, options=SHORT, stopped=after(looks))
    resumed = fit(SMALL, seed=4, options=SHORT, state=stopped.value.state)

    assert stopped.value.done == pytest.approx(looks / 3)
    assert (resumed.traces == whole.traces).all()
    assert resumed.rhat == whole.rhat


@pytest.mark.parametrize(
    ("table", "seed", "options"),
    [(SMALL.without(0).only((0, 1)), 4, SHORT), (SMALL, 5, SHORT), (SMALL, 4, replace(SHORT, alpha="lognormal"))],
)
def test_a_state_of_something_else_is_refused(table: Table, seed: int, options: MixtureOptions) -> None:
    """Another table, seed or prior: going on would give a walk of neither."""
    with pytest.raises(Interrupted) as stopped:
        fit(SMALL, seed=4, options=SHORT, stopped=after(1))

    given_table = table if len(table.lists) > 2 else Table.of("ABC", SMALL.patterns, SMALL.counts + 1)
    with pytest.raises(OtherState, match="another table, seed or setting"):
        fit(given_table, seed=seed, options=options, state=stopped.value.state)


@pytest.mark.parametrize("state", [b"", b"no such thing", b"PK\x03\x04broken"])
def test_a_damaged_state_is_refused_in_words(state: bytes) -> None:
    """The message says what to do."""
    with pytest.raises(OtherState, match="start again without it"):
        fit(SMALL, seed=4, options=SHORT, state=state)


def test_progress_is_told_from_nought_to_one() -> None:
    """Shares rise, and the last is 1 where the walk goes to its end."""
    told: list[float] = []
    fit(SMALL, seed=1, options=SHORT, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1


def test_order_of_lists_and_rows_makes_no_difference_but_chance() -> None:
    """Turned round, the same table gives the same answer within Monte Carlo error."""
    one = fit(SMALL, seed=1).posterior
    turned = Table.of("CBA", SMALL.patterns[::-1, ::-1], SMALL.counts[::-1])
    other = fit(turned, seed=1).posterior

    assert other.median == pytest.approx(one.median, rel=0.03)


def test_ten_times_the_people_are_ten_times_as_many_and_more_certain() -> None:
    """Where one class is enough, the interval narrows in proportion, and the middle stays near."""
    counts = [210, 140, 90, 90, 60, 38]  # as 1,000 people on lists that have 40, 30 and 30 % of them, about
    few, ten = (Table.of("ABC", SMALL.patterns, np.array(counts) * times) for times in (1, 10))
    (low, high), (least, most) = (
        fit(one, seed=1, options=MixtureOptions(classes=1)).posterior.interval() for one in (few, ten)
    )

    assert most / least < high / low
    assert low < least / 10 < most / 10 < high


@pytest.mark.parametrize(
    "table",
    [
        SMALL.only((0, 1)),
        Table.of("ABC", np.zeros((0, 3)), np.zeros(0)),
        Table.of("ABC", [[1, 0, 0], [0, 1, 0], [1, 1, 0]], [5, 4, 3]),
        Table.of("ABC", [[1, 1, 0], [0, 0, 1], [1, 1, 1]], [5, 4, 3]),
    ],
    ids=["two lists", "nobody", "an empty list", "two equal lists"],
)
def test_a_table_that_it_cannot_answer_for_is_refused(table: Table) -> None:
    """In words, before any chain is walked."""
    with pytest.raises(UnfitTable, match="latent classes"):
        fit(table, seed=1, options=SHORT)


def test_a_million_million_people_get_an_answer_or_chains_that_disagree() -> None:
    """Never an error, never fewer than are listed."""
    found: Classes = fit(Table.of("ABC", SMALL.patterns, SMALL.counts * 10**11), seed=1, options=SHORT)

    assert found.posterior.interval()[0] >= 33 * 10**11
    assert found.rhat > 0


def test_the_number_of_threads_makes_no_difference() -> None:
    """Draws are the same, bit for bit, whether algebra runs on one thread or on four."""
    code = (
        "import hashlib\n"
        "from kualik.engine.counting.latent_classes import MixtureOptions, fit\n"
        "from tests.engine.counting.published import published\n"
        "table = published('philippines_manila_unidentified')\n"
        "print(hashlib.sha256(fit(table, seed=1, options=MixtureOptions(sweeps=120)).traces.tobytes()).hexdigest())\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for threads in ("1", "4")
    ]

    assert said[0] == said[1]
    assert len(said[0].strip()) == 64
