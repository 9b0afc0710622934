"""Estimator C: what others published, its interval, its refusals."""

import numpy as np
import pytest

from kualik.engine.counting.loglinear import fit, independence, order_two, stepwise
from kualik.engine.counting.priors import BadOptions
from kualik.engine.counting.table import Table, UnfitTable
from tests.engine.counting.published import KnownAnswer, known_answers, published

ORDERS = {"BIC": None, "BIC order 2": 2}


def known_ids(answer: KnownAnswer) -> str:
    """Name a known answer."""
    return f"{answer.table} {answer.method}"


@pytest.mark.parametrize("known", known_answers(*ORDERS), ids=known_ids)
def test_the_estimate_is_the_published_one(known: KnownAnswer) -> None:
    """To what was printed: a tenth of a person, or a whole one where it is a whole number."""
    found = fit(published(known.table), seed=1, bootstraps=2, order=ORDERS[known.method])

    assert found.estimate == pytest.approx(known.estimate, abs=0.55 if known.estimate % 1 == 0 else 0.06)


@pytest.mark.parametrize("known", known_answers("stepwise"), ids=known_ids)
def test_steps_by_p_give_the_published_estimate(known: KnownAnswer) -> None:
    """Five tables as SparseMSE has them, without an interval."""
    found = stepwise(published(known.table))

    assert found.estimate == pytest.approx(known.estimate, abs=0.06)
    assert (found.low, found.high, found.criterion) == (None, None, "p < 0.02")


@pytest.mark.parametrize("known", known_answers("independence"), ids=known_ids)
def test_independence_is_rcaptures(known: KnownAnswer) -> None:
    """Model Mt; their interval is symmetric (Wald), so only the order of ours is compared."""
    found = independence(published(known.table), seed=1, bootstraps=100)

    assert found.estimate == pytest.approx(known.estimate, abs=0.06)
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.estimate < found.high
    assert (found.models, found.criterion) == (1, "none")


def test_kosovo_s_interval_is_the_published_one_up_to_chance() -> None:
    """6,947 to 18,010 with 1,000 drawn tables and all 113 models for each.

    Over seeds our ends spread by about 250 and 300 (measured with four); the bounds below are four times that.
    """
    found = fit(published("kosovo_1999"), seed=11)

    assert found.low == pytest.approx(6947, abs=1000)
    assert found.high == pytest.approx(18010, abs=1200)
    assert (found.terms, found.models, found.criterion) == ("[123][14][34]", 113, "BIC")
    assert found.problems == ()


def test_pairs_alone_leave_kosovo_s_truth_out() -> None:
    """10,401 people are known by name: order two says 12,451 to 16,273 (published), and so do we up to chance."""
    found = order_two(published("kosovo_1999"), seed=2)

    assert found.low is not None
    assert found.low > 10_401
    assert found.low == pytest.approx(12_451, abs=400)
    assert found.high == pytest.approx(16_273, abs=600)


def test_the_seed_decides() -> None:
    """The same seed, the same interval."""
    table = published("korea_palembang_3lists")

    assert fit(table, seed=5, bootstraps=100) == fit(table, seed=5, bootstraps=100)
    assert fit(table, seed=5, bootstraps=100) != fit(table, seed=6, bootstraps=100)


def test_the_order_of_the_lists_makes_no_difference_to_the_estimate() -> None:
    """Names of lists are only names."""
    table = published("kosovo_1999")
    turned = fit(table.only([2, 0, 3, 1]), seed=1, bootstraps=2)

    assert turned.estimate == pytest.approx(fit(table, seed=1, bootstraps=2).estimate)
    assert turned.terms == "[124][13][23]"


def test_a_short_list_of_models_gives_nearly_the_same_interval() -> None:
    """Twenty of 113: the estimate is the same, the ends are within a tenth."""
    table = published("kosovo_1999")
    every, some = fit(table, seed=3, bootstraps=500), fit(table, seed=3, bootstraps=500, top=20)

    assert some.estimate == every.estimate
    assert some.low == pytest.approx(every.low, rel=0.1)
    assert some.high == pytest.approx(every.high, rel=0.1)


def test_lists_with_nobody_on_both_are_named() -> None:
    """Two pairs of the six lists of the United Kingdom."""
    found = fit(published("uk_2013_6lists"), seed=1, bootstraps=2)

    assert [str(one) for one in found.problems] == ["nobody is on both LA and GP", "nobody is on both LA and NCA"]
    assert found.models == 0


def test_tables_without_an_estimate_are_told() -> None:
    """Two people on both lists: some drawn tables have none."""
    table = Table.of("AB", [[1, 0], [0, 1], [1, 1]], [20, 20, 2])
    found = independence(table, seed=1, bootstraps=200)

    assert found.estimate == pytest.approx(42 + 200)
    assert "drawn tables without an estimate" in str(found.problems[0])


@pytest.mark.parametrize(
    ("lists", "counts", "words"),
    [
        (2, [5, 4, 3], "lists: 2, where 3 are needed"),
        (9, [1] * 511, "lists: 9, where it takes 8 at most"),
        (3, [0] * 7, "nobody is listed"),
        (3, [5, 4, 0, 3, 0, 0, 0], "overlap too little"),
    ],
)
def test_what_it_cannot_answer_it_refuses(lists: int, counts: list[int], words: str) -> None:
    """Too few lists, too many, nobody listed, nobody on two."""
    patterns = [[number >> place & 1 for place in range(lists)] for number in range(1, 1 << lists)]
    table = Table.of([f"list {place}" for place in range(lists)], patterns, counts)

    with pytest.raises(UnfitTable, match=words):
        fit(table, seed=1, bootstraps=2)
    with pytest.raises(UnfitTable, match=words):
        stepwise(table)


def test_an_order_that_no_list_has_is_refused() -> None:
    """Two or three lists may interact."""
    with pytest.raises(BadOptions, match="4 lists"):
        fit(published("kosovo_1999"), seed=1, order=4)


def test_a_million_million_people_are_no_trouble() -> None:
    """Three independent lists of 10^12 people give 10^12."""
    shares = np.array([0.2, 0.35, 0.5])
    patterns = np.array([[number >> place & 1 for place in range(3)] for number in range(1, 8)])
    expected = np.rint(1e12 * np.prod(np.where(patterns, shares, 1 - shares), axis=1)).astype(np.int64)
    found = fit(Table.of("ABC", patterns, expected), seed=1, bootstraps=50)

    assert found.estimate == pytest.approx(1e12, rel=1e-9)
    assert found.terms == "[1][2][3]"
