"""Turning counts of what met what into costs."""

import numpy as np

from kualik.engine.names.orthography import symbols
from tools.learning.costs import Counts, first_costs, sections, symbol_table, updated


def test_the_order_of_two_symbols_makes_no_difference() -> None:
    """Costs are symmetric, whatever was counted first."""
    counts = Counts.none()
    counts.match[1, 50] = counts.match[50, 1] = 20.0
    match = updated(counts).match

    assert np.array_equal(match, match.T)


def test_what_met_often_costs_less_than_what_never_met() -> None:
    """Counting teaches: a pair that was seen gains over the expectation by articulation."""
    k, b = symbols()["Latn", "k"], symbols()["Cyrl", "b"]
    counts = Counts.none()
    for name in "aeiklmnrst":
        one, other = symbols()["Latn", name], symbols()["Cyrl", name]
        counts.match[one, other] = counts.match[other, one] = 200.0
    before = updated(counts).match[k, b]
    counts.match[k, b] = counts.match[b, k] = 200.0

    assert updated(counts).match[k, b] > before + 1


def test_articulation_stands_in_for_what_was_not_counted() -> None:
    """Before anything is learned, a sound is likest to itself and likelier to a neighbour than to a stranger."""
    own, match = symbols(), first_costs().match
    b, p, m, s = (own["Latn", name] for name in "bpms")
    cyrillic = own["Cyrl", "b"]

    assert match[cyrillic, b] > match[cyrillic, p] >= match[cyrillic, m] > match[cyrillic, s]


def test_silent_and_said_are_all_there_is() -> None:
    """The probabilities behind drop and keep add up to one."""
    counts = Counts.none()
    counts.drop[2, 1, 3, 40], counts.keep[2, 1, 3, 40] = 7.0, 3.0
    costs = updated(counts)

    assert np.allclose(np.exp(costs.drop) + np.exp(costs.keep), 1)
    assert costs.drop[2, 1, 3, 40] > costs.drop[2, 1, 4, 41]


def test_sections_have_the_sizes_that_the_core_checks() -> None:
    """score.c refuses sections of other sizes."""
    sizes = {name: len(content) for name, content in sections(first_costs(), first_costs()).items()}

    assert sizes["m.match"] == 256 * 256 * 2
    assert sizes["m.drop"] == sizes["m.close.keep"] == 4 * 3 * 32 * 256 * 2
    assert sizes["m.expect"] == 4 * 256 * 2
    assert symbol_table()[:, 1].max() < 31
