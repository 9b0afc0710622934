"""Estimator A: against other programs, against integrals done numerically, and what cannot change it."""

import tracemalloc
from dataclasses import replace
from itertools import product
from math import exp, lgamma, log
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import beta

from kualik.engine.counting import averaging, priors
from kualik.engine.counting.averaging import Bins, average, weigh, whole_bins
from kualik.engine.counting.graphs import chordal_graphs, edges_of
from kualik.engine.counting.priors import BadOptions, Options
from kualik.engine.counting.table import Table, UnfitTable
from tests.engine.counting.mutants import mutant
from tests.engine.counting.published import KnownAnswer, known_answers, published

PATTERNS = list(product([0, 1], repeat=3))
SMALL = Table.of("ABC", PATTERNS, [0, 4, 3, 1, 2, 0, 2, 1])
FEW = 1000  # bins; every whole number by itself would be 2,300 to 88,000
DELTAS = {"averaging 1/16": 1 / 16, "averaging 1/32": 1 / 32, "averaging 1/2": 0.5, "averaging 1": 1.0}
MUTANTS = [
    ("+ gammaln(prior + count[0] + unlisted)", "- gammaln(prior + count[0] + unlisted)"),
    ("- gammaln(total + table.listed + unlisted)", "+ gammaln(total + table.listed + unlisted)"),
    ("- gammaln(bins.middle + 1)", "+ gammaln(bins.middle + 1)"),
    ("gammaln(middle + 1) -", "-gammaln(middle + 1) -"),
    ("- gammaln(prior)).sum()", "+ gammaln(prior)).sum()"),
    ("total / (1 << lists.bit_count())", "total * (1 << lists.bit_count())"),
    ("total / (1 << lists.bit_count())", "total / len(cells)"),
    ("delta * len(cells)", "delta"),
    ("- gammaln(prior) + gammaln(total)", "+ gammaln(prior) + gammaln(total)"),
    ("prior + count[0] + unlisted", "prior + unlisted"),
    ("+ log_prior(self.options, middle)", "- log_prior(self.options, middle)"),
    ("gammaln(middle + 1)", "gammaln(middle)"),
    ("log_prior(self.options, middle)", "log_prior(self.options, middle + 1)"),
]


def known_ids(answer: KnownAnswer) -> str:
    """Name a known answer."""
    return f"{answer.table} {answer.method}"


@pytest.mark.parametrize("known", known_answers(*DELTAS), ids=known_ids)
def test_it_gives_the_whole_numbers_that_dga_gives(known: KnownAnswer) -> None:
    """With the complete graph, one to 10n people unlisted, each number by itself: as that program has it."""
    table = published(known.table)
    options = Options(delta=DELTAS[known.method], cap=11 * table.listed)
    every = whole_bins(table, options)
    found = weigh(
        table,
        options=options,
        graphs=chordal_graphs(len(table.lists)),
        bins=Bins(first=every.first[1:], last=every.last[1:]),
    )

    assert (found.posterior.median, *found.posterior.interval()) == (known.estimate, known.low, known.high)


def loses_nothing(module: ModuleType, name: str) -> bool:
    """Say whether a few wide bins give what every whole number by itself gives, up to 20n, to a thousandth."""
    table = published(name)
    options = Options(cap=20 * table.listed)
    every = chordal_graphs(len(table.lists))
    graphs = replace(every, edges=every.edges[~every.complete], terms=every.terms[~every.complete])
    exact = weigh(table, options=options, graphs=graphs, bins=whole_bins(table, options))
    ours = module.average(table, options=options)
    shares = (0.01, 0.025, 0.1, 0.5, 0.9, 0.975, 0.99)
    return [ours.posterior.quantile(one) for one in shares] == pytest.approx(
        [exact.posterior.quantile(one) for one in shares], rel=1e-3
    ) and (
        (ours.effective, ours.models) == (pytest.approx(exact.effective, rel=1e-3), len(every.edges) - 1)
        and len(ours.posterior.weights) < FEW
    )


@pytest.mark.parametrize("name", ["kosovo_1999", "korea_palembang_3lists", "new_orleans_2016_5lists"])
def test_wide_bins_lose_nothing(name: str) -> None:
    """Bins that hold many numbers, graphs that are left out: no quantile moves by more than a thousandth."""
    assert loses_nothing(averaging, name)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("+ np.log(bins.wide)", "- np.log(bins.wide)"),
        ("+ np.log(bins.wide)", ""),
        ("ROUGH = 0.3", "ROUGH = 30.0"),
        ("NEGLIGIBLE = 20.0", "NEGLIGIBLE = 0.2"),
    ],
)
def test_bins_that_are_weighed_wrongly_are_caught(old: str, new: str, tmp_path: Path) -> None:
    """Each change of how bins are weighed or split makes that comparison fail."""
    assert not loses_nothing(mutant(averaging, old, new, folder=tmp_path), "kosovo_1999")


def integral(hits: float, misses: float, prior: float) -> float:
    """Average x^hits (1-x)^misses over Beta(prior, prior), by quadrature."""
    value, _ = quad(lambda x: x**hits * (1 - x) ** misses, 0, 1, weight="alg", wvar=(prior - 1, prior - 1))
    return float(value) / float(beta(prior, prior))


def chance(
    cells: dict[tuple[int, ...], int], order: tuple[int, ...], edges: set[frozenset[int]], delta: float
) -> float:
    """Give the chance of the people in *order*'s factors: each list given its earlier neighbours, a Beta each."""
    found = 1.0
    for place, one in enumerate(order):
        parents = [other for other in order[:place] if frozenset({one, other}) in edges]
        prior = delta * 8 / 2 ** (len(parents) + 1)
        for values in product([0, 1], repeat=len(parents)):
            there = [
                (pattern[one], count)
                for pattern, count in cells.items()
                if all(pattern[parent] == value for parent, value in zip(parents, values, strict=True))
            ]
            hits, misses = (sum(count for on, count in there if on == side) for side in (1, 0))
            found *= integral(hits, misses, prior)
    return found


def brute_force(most: int, delta: float) -> dict[int, list[float]]:
    """Give the belief in 0 to *most* unlisted people for each graph on three lists but the complete one."""
    orders = {0: (0, 1, 2), 1: (0, 1, 2), 2: (0, 1, 2), 3: (0, 1, 2), 4: (0, 1, 2), 5: (1, 0, 2), 6: (2, 0, 1)}
    counts = SMALL.people
    found: dict[int, list[float]] = {}
    for graph, order in orders.items():
        edges = {frozenset(pair) for pair in edges_of(graph, 3)}
        for unlisted in range(most + 1):
            cells = {pattern: int(counts.get(tuple(map(bool, pattern)), 0)) for pattern in PATTERNS}
            cells[0, 0, 0] = unlisted
            people = SMALL.listed + unlisted
            ways = lgamma(people + 1) - sum(lgamma(count + 1) for count in cells.values())
            found.setdefault(graph, []).append(exp(ways - log(people)) * chance(cells, order, edges, delta))
    total = sum(map(sum, found.values()))
    return {graph: [one / total for one in row] for graph, row in found.items()}


def agrees(module: ModuleType, whole: dict[int, list[float]], most: int, delta: float) -> bool:
    """Say whether a module's averaging gives the beliefs found by brute force."""
    options = Options(cap=SMALL.listed + most, delta=delta)
    every = chordal_graphs(3)
    graphs = replace(every, edges=every.edges[~every.complete], terms=every.terms[~every.complete])
    numbers = np.arange(most + 1, dtype=np.float64)
    singly = module.weigh(SMALL, options=options, graphs=graphs, bins=module.Bins(first=numbers, last=numbers))
    wide = module.Bins(first=np.array([0.0, 1, 2, 3, 6]), last=np.array([0.0, 1, 2, 5, most]))
    split = module.weigh(SMALL, options=options, graphs=graphs, bins=wide)
    people = np.sum(list(whole.values()), axis=0)
    weights = singly.posterior.weights
    return (
        len(weights) == most + 1
        and bool(np.allclose(weights, people, rtol=1e-6))
        and {one.edges: one.probability for one in singly.graphs}
        == pytest.approx({edges_of(graph, 3): sum(row) for graph, row in whole.items()}, rel=1e-6)
        and split.posterior.cdf(SMALL.listed + 10) == pytest.approx(people[:11].sum(), abs=0.01)
    )


@pytest.fixture(scope="module")
def beliefs() -> dict[int, list[float]]:
    """By integrals: up to 30 unlisted, delta 1/8."""
    return brute_force(30, 1 / 8)


def test_three_lists_agree_with_integrals(beliefs: dict[int, list[float]]) -> None:
    """Seven graphs, 31 numbers of people, every probability done by quadrature, list after list.

    The integrals follow each graph's lists one by one, where the code multiplies and divides the tables of cliques
    and separators: two roads to one number.
    """
    assert agrees(averaging, beliefs, 30, 1 / 8)


@pytest.mark.parametrize(("old", "new"), MUTANTS)
def test_a_wrong_sign_is_caught(old: str, new: str, beliefs: dict[int, list[float]], tmp_path: Path) -> None:
    """Each change of a sign or a prior count makes the comparison with the integrals fail."""
    changed = mutant(averaging, old, new, folder=tmp_path)

    with np.errstate(all="ignore"):
        assert not agrees(changed, beliefs, 30, 1 / 8)


def test_a_wrong_prior_is_caught(
    beliefs: dict[int, list[float]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """N instead of 1/N."""
    changed = mutant(priors, "return -np.log(people)", "return np.log(people)", folder=tmp_path)
    monkeypatch.setattr(averaging, "log_prior", changed.log_prior)

    assert not agrees(averaging, beliefs, 30, 1 / 8)


def test_people_found_twice_as_often_by_chance_are_joined() -> None:
    """Lists A and B of Kosovo-like size that share three times what chance gives: P(AB) is near 1."""
    table = Table.of("ABC", PATTERNS, [0, 300, 200, 60, 200, 60, 180, 60])
    found = average(table)

    assert {(one, other): share for one, other, share in found.pairs}[0, 1] > 0.99
    assert sum(one.probability for one in found.graphs) == pytest.approx(1)
    assert found.graphs[0].probability == max(one.probability for one in found.graphs)
    assert 1 <= found.effective <= 7


@given(st.permutations(range(4)))
@settings(max_examples=8)
def test_the_order_of_the_lists_makes_no_difference(order: list[int]) -> None:
    """Names of lists are only names."""
    table = published("kosovo_1999")
    ours, turned = average(table), average(table.only(order))

    assert turned.posterior.interval() == ours.posterior.interval()
    assert turned.posterior.median == ours.posterior.median
    assert {(order[a], order[b]): p for a, b, p in turned.pairs} == pytest.approx(
        {pair: p for a, b, p in ours.pairs for pair in ((a, b), (b, a)) if order.index(pair[0]) < order.index(pair[1])}
    )


def test_the_order_of_rows_their_type_and_rows_of_noughts_make_no_difference() -> None:
    """Rows turned round, one of them cut in two, booleans for noughts and ones, 99 people on no list."""
    table = published("korea_palembang_3lists")
    rows = [*reversed(table.patterns.astype(bool).tolist()), table.patterns[0].astype(bool).tolist(), [False] * 3]
    counts = [*reversed(table.counts.tolist()), 2, 99]
    counts[-3] -= 2
    again = Table.of(table.lists, rows, counts)

    assert again.digest == table.digest
    assert average(again).posterior.interval() == average(table).posterior.interval()


def test_ten_times_the_people_narrow_the_interval() -> None:
    """The median, for each person listed, stays near; the width for each is a good deal less."""
    table = published("kosovo_1999")
    often = Table.of(table.lists, table.patterns, table.counts * 10)
    low, high = average(table).posterior.interval()
    lower, higher = average(often).posterior.interval()

    assert average(often).posterior.median / 10 == pytest.approx(average(table).posterior.median, rel=0.1)
    assert (higher - lower) / 10 < (high - low) / 2


@given(st.lists(st.one_of(st.integers(0, 30), st.integers(0, 10**12)), min_size=7, max_size=7))
@settings(max_examples=40)
def test_any_table_of_three_lists_has_an_answer_or_a_refusal(counts: list[int]) -> None:
    """Up to 10^12 people with a pattern: never fewer than are listed, never above the cap, never out of order."""
    table = Table.of("ABC", PATTERNS[1:], counts)
    try:
        found = average(table)
    except UnfitTable:
        return
    low, high = found.posterior.interval()

    assert table.listed <= low <= found.posterior.median <= high <= found.cap
    assert found.posterior.weights.sum() == pytest.approx(1)
    assert 0 <= found.at_cap <= 1


def finds_a_million_million(module: ModuleType) -> bool:
    """Say whether three independent lists of 10^12 people give 10^12, to a millionth, and an interval of that size."""
    shares = np.array([0.2, 0.35, 0.5])
    expected = np.rint(1e12 * np.prod(np.where(PATTERNS, shares, 1 - shares), axis=1)).astype(np.int64)
    found = module.average(Table.of("ABC", PATTERNS[1:], expected[1:]))
    low, high = found.posterior.interval()
    return bool(1e5 < high - low < 1e7 and abs(found.posterior.median / 1e12 - 1) < 1e-6)


def test_a_million_million_people_are_no_trouble() -> None:
    """The belief is narrower than a bin to begin with by ten thousand times, and is found."""
    assert finds_a_million_million(averaging)


def test_leaving_bins_too_early_is_caught(tmp_path: Path) -> None:
    """Without what a bin can still rise by, the belief is missed."""
    assert not finds_a_million_million(mutant(averaging, "scores + change / 2", "scores", folder=tmp_path))


def test_a_cap_changes_nothing_where_no_belief_is_near_it() -> None:
    """Kosovo up to 100n and to 1000n; what lies beyond half the cap is told."""
    table = published("kosovo_1999")
    near, far = average(table, options=Options(cap=100 * table.listed)), average(table)

    assert near.posterior.interval() == pytest.approx(far.posterior.interval(), rel=1e-3)
    assert far.at_cap < 1e-6
    assert average(table, options=Options(cap=13_000)).at_cap > 0.999


def test_firm_knowledge_beforehand_draws_the_estimate() -> None:
    """Told to expect 8,000 with size 400 (a spread of 410), it comes nearer to that."""
    table = published("kosovo_1999")
    told = Options(prior="negative binomial", expected=8000, size=400)
    uniform = Options(prior="uniform", cap=100_000)

    assert 8000 < average(table, options=told).posterior.median < average(table).posterior.median
    assert average(table, options=uniform).posterior.median > average(table).posterior.median


@pytest.mark.parametrize(
    ("lists", "counts", "words"),
    [
        ("A", [5], "lists: 1, where 3 are needed"),
        ("AB", [5, 4, 3], "lists: 2, where 3 are needed"),
        ("ABC", [0] * 7, "nobody is listed"),
        ("ABCDEFGH", [3] * 255, "lists: 8, where it takes 7 at most; use the latent-class model alone"),
        ("ABC", [4, 3, 2, 0, 0, 0, 0], "empty or equal"),
        ("ABC", [0, 0, 0, 4, 3, 0, 2], "empty or equal"),
    ],
)
def test_what_it_cannot_answer_it_refuses(lists: str, counts: list[int], words: str) -> None:
    """Too few lists, too many, nobody listed, a list with nobody, a list twice: patterns by number, list A first."""
    patterns = [[number >> place & 1 for place in range(len(lists))] for number in range(1, 1 << len(lists))]
    if "equal" in words and counts[0] == 0:
        patterns = [[0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 0, 0], [0, 1, 1], [0, 0, 0], [1, 1, 1]]

    with pytest.raises(UnfitTable, match=words):
        average(Table.of(lists, patterns, counts))


def test_options_that_leave_no_room_are_refused() -> None:
    """A cap below the people listed."""
    with pytest.raises(BadOptions, match="4400 listed"):
        average(published("kosovo_1999"), options=Options(cap=4400))


def test_seven_lists_stay_below_a_gigabyte() -> None:
    """617,675 graphs, streamed; what has been allocated at once is measured."""
    table = published("philippines_manila_unidentified")
    numbers = np.arange(0.0, 500.0, 5.0)
    told: list[float] = []
    tracemalloc.start()
    bins = Bins(first=numbers, last=numbers)
    found = weigh(table, options=Options(), graphs=chordal_graphs(7), bins=bins, progress=told.append)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 500 * 2**20
    assert found.models == 617_675
    assert len(found.graphs) == 10
    assert told[-1] == 1.0
    assert all(0 < share <= 1 for share in told)
