"""Lower bounds: the list-aware one, and Chao's estimate."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from kualik.engine.counting import lower_bound
from kualik.engine.counting.loglinear import independence
from kualik.engine.counting.lower_bound import chao, list_aware
from kualik.engine.counting.posterior import Floats
from kualik.engine.counting.table import Table, UnfitTable
from kualik.engine.counting.two_lists import TooLittleOverlap
from tests.engine.counting.mutants import mutant
from tests.engine.counting.published import KnownAnswer, known_answers, published


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


@pytest.mark.parametrize("known", known_answers("lower bound"), ids=lambda known: known.table)
def test_the_list_aware_bound_is_rcaptures(known: KnownAnswer) -> None:
    """Seven tables to a tenth of a person; the interval has their order (theirs is symmetric, by Wald)."""
    found = list_aware(published(known.table), seed=1, bootstraps=200)

    assert found.estimate == pytest.approx(known.estimate, abs=0.06)
    assert found.low < found.estimate < found.high
    assert known.low is not None
    assert known.high is not None
    assert (found.high - found.low) / (known.high - known.low) == pytest.approx(1, abs=0.4)


@given(st.lists(st.integers(0, 40), min_size=15, max_size=15))
@settings(max_examples=30)
def test_it_is_the_best_of_what_may_be(counts: list[int]) -> None:
    """A general optimiser, held to bends from 0, finds no likelihood above that of the faces."""
    table = Table.of("ABCD", [[n >> j & 1 for j in range(4)] for n in range(1, 16)], counts)
    seen = table.cells()[1:].astype(np.float64)
    try:
        found = list_aware(table, seed=1, bootstraps=2)
    except UnfitTable:
        return
    on = np.array([[n >> j & 1 for j in range(4)] for n in range(1, 16)], dtype=np.float64)
    many = on.sum(axis=1)
    design = np.column_stack([np.ones(15), on, np.maximum(many - 2, 0), np.maximum(many - 3, 0)])

    def loss(coefficients: Floats) -> tuple[float, Floats]:
        linear = np.minimum(design @ coefficients, 50)
        return float(np.exp(linear).sum() - seen @ linear), (np.exp(linear) - seen) @ design

    start = np.append(np.log([seen.sum() / 4] + [0.3] * 4), [0, 0])
    bounds = [(None, None)] * 5 + [(0, None)] * 2
    theirs = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000, "ftol": 1e-14})
    if theirs.success and theirs.x[0] < 12:
        assert found.estimate == pytest.approx(table.listed + np.exp(theirs.x[0]), rel=0.02)


def test_five_independent_lists_of_unequal_length_have_the_truth_for_a_bound() -> None:
    """Two million people as expected: the list-aware bound is that; Chao's whole interval lies above."""
    shares = np.array([0.2, 0.25, 0.3, 0.15, 0.1])
    patterns = np.array([[n >> j & 1 for j in range(5)] for n in range(1, 32)])
    counts = np.rint(2_000_000 * np.prod(np.where(patterns, shares, 1 - shares), axis=1)).astype(np.int64)
    table = Table.of("ABCDE", patterns, counts)
    classical = chao(lists=5, once=table.on_exactly(1), twice=table.on_exactly(2), listed=table.listed)

    assert list_aware(table, seed=1, bootstraps=50).estimate == pytest.approx(2_000_000, rel=1e-3)
    assert classical.low > 2_000_000 * 1.01


def test_people_who_differ_make_it_a_bound() -> None:
    """Half are listed with chance 0.1 by each of four lists, half with 0.5: the bound stays below all 10^6."""
    patterns = np.array([[n >> j & 1 for j in range(4)] for n in range(1, 16)])
    many = patterns.sum(axis=1)
    expected = sum(500_000 * p**many * (1 - p) ** (4 - many) for p in (0.1, 0.5))
    table = Table.of("ABCD", patterns, np.rint(expected).astype(np.int64))
    found = list_aware(table, seed=1, bootstraps=50)

    assert table.listed < found.low <= found.estimate < 1_000_000
    assert independence(table, seed=1, bootstraps=2).estimate < found.estimate


@pytest.mark.parametrize(
    ("lists", "counts", "words"),
    [
        (2, [5, 4, 3], "lists: 2, where 3 are needed"),
        (9, [1] * 511, "lists: 9, where it takes 8 at most"),
        (3, [5, 4, 0, 3, 0, 0, 0], "overlap too little"),
    ],
)
def test_what_it_cannot_answer_it_refuses(lists: int, counts: list[int], words: str) -> None:
    """Too few lists, too many, nobody on two."""
    patterns = [[number >> place & 1 for place in range(lists)] for number in range(1, 1 << lists)]

    with pytest.raises(UnfitTable, match=words):
        list_aware(Table.of([f"list {place}" for place in range(lists)], patterns, counts), seed=1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("np.maximum(many - bend, 0.0)", "np.maximum(bend - many, 0.0)"),
        ("fits.coefficients[:, bends] >= 0", "fits.coefficients[:, bends] <= 0"),
        ("better = deviance < least", "better = deviance > least"),
        ("range(2, len(table.lists))", "range(3, len(table.lists))"),
    ],
)
def test_a_wrong_sign_is_caught(old: str, new: str, tmp_path: Path) -> None:
    """Each change makes Kosovo's bound another than 8,591.2, or none."""
    changed = mutant(lower_bound, old, new, folder=tmp_path)
    try:
        found = changed.list_aware(published("kosovo_1999"), seed=1, bootstraps=2).estimate
    except UnfitTable:
        return

    assert abs(found - 8591.2) > 0.06
