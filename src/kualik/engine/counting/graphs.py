"""Every way in which lists can depend on each other as a chordal graph, and what its likelihood is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

__all__ = ["CHORDAL", "Graphs", "chordal_graphs", "edges_of"]

CHORDAL = {1: 1, 2: 2, 3: 8, 4: 61, 5: 822, 6: 18_154, 7: 617_675}
"""Labelled chordal graphs on so many vertices (sequence A058862 of the OEIS)."""

KEPT = 6  # lists up to which the graphs stay in memory; those of seven take 80 MB


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Graphs:
    """All chordal graphs on some lists.

    `edges`: bit k of a graph's number is pair k, pairs in the order of `itertools.combinations`. `terms`: for every
    graph and every set of lists (bit j of the set is list j), how often the set's marginal table multiplies the
    likelihood (1 for a clique, less than 0 for a separator of cliques).
    """

    lists: int
    edges: NDArray[np.int64]
    terms: NDArray[np.int8]

    @property
    def complete(self) -> NDArray[np.bool_]:
        """Which graph joins every pair: it leaves the unlisted wholly unknown."""
        return np.equal(self.edges, (1 << (self.lists * (self.lists - 1) // 2)) - 1)


def chordal_graphs(lists: int) -> Graphs:
    """Enumerate the chordal graphs on so many lists.

    Args:
        lists: vertices, from 1 to 7.

    Returns:
        The graphs in ascending order of their numbers, with the terms of their likelihoods.

    Assumes:
        Nothing: every graph is tried.

    Source:
        A graph is chordal if and only if vertices whose neighbours are all joined can be removed one by one until
        none is left; the cliques met on the way are its likelihood's terms (Lauritzen 1996, Graphical Models,
        sections 2.1.3 and 4.4). docs/methods/counting.md.
    """
    return _kept(lists) if lists <= KEPT else _enumerate(lists)


def edges_of(graph: int, lists: int) -> tuple[tuple[int, int], ...]:
    """Give the pairs of lists that a graph joins.

    Args:
        graph: its number.
        lists: how many lists there are.

    Returns:
        Pairs of places from 0, ascending.
    """
    return tuple(pair for bit, pair in enumerate(combinations(range(lists), 2)) if graph >> bit & 1)


@lru_cache(maxsize=KEPT)
def _kept(lists: int) -> Graphs:
    return _enumerate(lists)


def _enumerate(lists: int) -> Graphs:
    """Try every graph; the terms, 128 bytes a graph for seven lists, are made only for those that are chordal."""
    every = np.arange(1 << (lists * (lists - 1) // 2), dtype=np.int64)
    chordal = every[_take_apart(every, lists, None)]
    terms = np.zeros((len(chordal), 1 << lists), dtype=np.int8)
    _take_apart(chordal, lists, terms)
    terms[:, 0] = 0  # the table of no list holds everybody: its likelihood is 1
    return Graphs(lists=lists, edges=chordal, terms=terms)


def _take_apart(edges: NDArray[np.int64], lists: int, terms: NDArray[np.int8] | None) -> NDArray[np.bool_]:
    """Take simplicial vertices off all graphs at once; say which graphs come apart wholly, and note their terms."""
    joined = _neighbours(edges, lists)
    left = np.full(len(edges), (1 << lists) - 1, dtype=np.uint8)
    for _ in range(lists):
        taken = np.zeros(len(edges), dtype=np.bool_)
        for vertex in range(lists):
            at = np.flatnonzero(_simplicial(joined, left, vertex) & ~taken)
            if terms is not None:
                later = joined[vertex][at] & left[at]
                terms[at, later | 1 << vertex] += 1
                terms[at, later] -= 1
            left[at] &= 0xFF ^ (1 << vertex)
            taken[at] = True
    return np.equal(left, 0)


def _neighbours(edges: NDArray[np.int64], lists: int) -> list[NDArray[np.uint8]]:
    """Give every graph's neighbours of each vertex, as bits."""
    joined = [np.zeros(len(edges), dtype=np.uint8) for _ in range(lists)]
    for bit, (one, other) in enumerate(combinations(range(lists), 2)):
        there = (edges >> bit & 1).astype(np.uint8)
        joined[one] |= there << other
        joined[other] |= there << one
    return joined


def _simplicial(joined: list[NDArray[np.uint8]], left: NDArray[np.uint8], vertex: int) -> NDArray[np.bool_]:
    """Say in which graphs a vertex is left and its neighbours that are left are all joined to each other."""
    around = joined[vertex] & left
    good = (left >> vertex & 1).astype(np.bool_)
    for other in _others(len(joined), vertex):
        unjoined = around & ~(joined[other] | np.uint8(1 << other))
        good &= (around >> other & 1 == 0) | (unjoined == 0)
    return good


def _others(lists: int, vertex: int) -> Iterator[int]:
    return (other for other in range(lists) if other != vertex)
