"""Chordal graphs: that all are there, and what their likelihoods are made of."""

from itertools import combinations

import numpy as np
import pytest

from kualik.engine.counting.graphs import CHORDAL, chordal_graphs, edges_of


@pytest.mark.parametrize("lists", CHORDAL)
def test_there_are_as_many_as_are_known(lists: int) -> None:
    """8, 61, 822, 18,154 and 617,675 for three to seven lists: OEIS A058862."""
    assert len(chordal_graphs(lists).edges) == CHORDAL[lists]


def test_of_four_lists_only_the_three_rings_are_missing() -> None:
    """A ring of four without a chord is the smallest graph that is not chordal."""
    missing = set(range(64)) - set(chordal_graphs(4).edges.tolist())
    pairs = [edges_of(graph, 4) for graph in missing]

    assert len(pairs) == 3
    assert all(len(one) == 4 and all(sum(v in pair for pair in one) == 2 for v in range(4)) for one in pairs)


@pytest.mark.parametrize("lists", [3, 4, 5])
def test_the_terms_over_every_set_tell_whether_it_is_joined(lists: int) -> None:
    """The terms of all sets that hold a set add up to 1 where its lists are all joined, else to 0.

    This determines the terms (Moebius inversion), so that nothing else can be in them.
    """
    graphs = chordal_graphs(lists)
    sets = range(1, 1 << lists)
    above = np.array([[one & other == one for other in range(1 << lists)] for one in sets], dtype=np.int64)
    totals = graphs.terms.astype(np.int64) @ above.T
    for graph, total in zip(graphs.edges.tolist(), totals, strict=True):
        joined = set(edges_of(graph, lists))
        expected = [
            all(pair in joined for pair in combinations([v for v in range(lists) if one >> v & 1], 2)) for one in sets
        ]
        assert total.tolist() == expected


def test_only_the_last_is_complete() -> None:
    """It joins all six pairs of four lists."""
    graphs = chordal_graphs(4)

    assert graphs.edges[graphs.complete].tolist() == [63]
    assert edges_of(63, 4) == ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
