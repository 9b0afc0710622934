"""Simulation-based calibration: where the truth lies in what is believed must be even, if the engine is right.

Talts, Betancourt, Simpson, Vehtari, Gelman 2018, "Validating Bayesian inference algorithms with simulation-based
calibration". Truths are drawn from the very prior. That of N, 1/N, cannot be drawn from, but it need not be: given the
people listed, it leaves the other parameters as they are, and N0 is negative binomial.
"""

from itertools import combinations, permutations, product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kualik.engine.counting.averaging import average
from kualik.engine.counting.chains import MixtureOptions, start, step
from kualik.engine.counting.graphs import chordal_graphs, edges_of
from kualik.engine.counting.mixture import Data
from kualik.engine.counting.posterior import Floats
from kualik.engine.counting.priors import TIMES, Options
from kualik.engine.counting.table import Table, UnfitTable

__all__ = ["ranks_of_classes", "ranks_of_graphs"]

Parents: TypeAlias = tuple[tuple[int, tuple[int, ...]], ...]
LISTED = 60
SETTLED = 300
APART = 15  # steps between two draws that are kept
KEPT = 63


class NotChordal(ValueError):
    """No order of the lists takes the graph apart."""


def ranks_of_classes(*, tables: int, lists: int, classes: int, alpha: str, seed: int) -> Floats:
    """Draw truths from the prior of B and rank each among B's own draws.

    Args:
        tables: truths to draw; each has one chain, and all are walked at once.
        lists: from 3.
        classes: from 1.
        alpha: "gamma" or "lognormal".
        seed: from 0.

    Returns:
        A rank for each, as a share from 0 to 1.
    """
    chance = np.random.default_rng(seed)
    patterns = _patterns(lists)
    drawn = [_mixture(patterns, classes, alpha, chance) for _ in range(tables)]
    truths = np.array([unlisted for _, unlisted in drawn])
    data = Data.of(patterns, np.array([counts for counts, _ in drawn]))
    options = MixtureOptions(classes=classes, chains=tables, alpha=alpha)
    walk = start(data, options=options, chance=chance)
    below, equal = np.zeros(tables), np.zeros(tables)
    for number in range(SETTLED + APART * KEPT):
        walk = step(data, walk, options=options, chance=chance)
        if number >= SETTLED and (number - SETTLED) % APART == 0:
            below += walk.people - LISTED < truths
            equal += walk.people - LISTED == truths
    place = below + np.floor(chance.random(tables) * (equal + 1))
    shares: Floats = (place + chance.random(tables)) / (KEPT + 1)
    return shares


def _mixture(
    patterns: NDArray[np.int64], classes: int, alpha: str, chance: np.random.Generator
) -> tuple[NDArray[np.int64], float]:
    """Draw a population of classes, then who of its people is listed."""
    one = max(chance.gamma(0.25, 4.0), 1e-9) if alpha == "gamma" else np.exp(chance.normal(0.0, 0.25))
    left = np.log(chance.random(classes)) / one
    taken = -np.expm1(left)
    taken[-1] = 1.0
    share = taken * np.exp(np.concatenate(([0.0], np.cumsum(left[:-1]))))
    likely = chance.random((classes, patterns.shape[1]))
    each = np.where(patterns[:, None, :] == 1, likely, 1 - likely).prod(axis=2) @ share
    return _listed(each, chance)


def _listed(each: Floats, chance: np.random.Generator) -> tuple[NDArray[np.int64], float]:
    """Draw how many people have each pattern, and how many have none."""
    seen = float(each.sum())
    unlisted = chance.poisson(chance.gamma(LISTED) * (1 - seen) / seen)
    return chance.multinomial(LISTED, each / seen), float(unlisted)


def ranks_of_graphs(*, tables: int, lists: int, delta: float, seed: int) -> Floats:
    """Draw truths from the prior of A, graphs with equal chance, and say where in A's belief each lies.

    Args:
        tables: truths to draw.
        lists: from 3.
        delta: prior count of each pattern.
        seed: from 0.

    Returns:
        The share of belief below each truth, from 0 to 1; a truth of one number lies anywhere in its own share.
    """
    chance = np.random.default_rng(seed)
    every = chordal_graphs(lists)
    graphs = [_ordered(frozenset(edges_of(int(one), lists)), lists) for one in every.edges[~every.complete]]
    patterns, names = _patterns(lists), [f"list {place}" for place in range(lists)]
    shares: list[float] = []
    while len(shares) < tables:
        each = _chances(graphs[chance.integers(len(graphs))], patterns, delta, chance)
        counts, unlisted = _listed(each, chance)
        table = Table.of(names, patterns, counts)
        if unlisted + LISTED > TIMES * LISTED:
            continue  # beyond the cap, which is part of the prior
        try:
            found = average(table, options=Options(delta=delta)).posterior
        except UnfitTable:
            continue  # what is left out for what is seen, truth unseen, leaves ranks even
        people = LISTED + unlisted
        below, there = found.cdf(people - 1), found.cdf(people)
        shares.append(below + chance.random() * (there - below))
    return np.array(shares)


def _ordered(edges: frozenset[tuple[int, int]], lists: int) -> Parents:
    """Put the lists in an order in which the earlier neighbours of each are joined to each other; give those."""
    for order in permutations(range(lists)):
        parents = [
            (one, tuple(two for two in order[:place] if (min(one, two), max(one, two)) in edges))
            for place, one in enumerate(order)
        ]
        if all(pair in edges for _, before in parents for pair in combinations(sorted(before), 2)):
            return tuple(parents)
    raise NotChordal(edges)


def _chances(
    parents: Parents,
    patterns: NDArray[np.int64],
    delta: float,
    chance: np.random.Generator,
) -> Floats:
    """Draw the probability of each pattern from the hyper-Dirichlet law: a beta for each list and each case before."""
    lists = patterns.shape[1]
    each = np.ones(len(patterns))
    for one, before in parents:
        prior = delta * 2.0 ** (lists - len(before) - 1)
        case = patterns[:, list(before)] @ (1 << np.arange(len(before)))
        likely = chance.beta(prior, prior, 1 << len(before))[case]
        each *= np.where(patterns[:, one] == 1, likely, 1 - likely)
    return each


def _patterns(lists: int) -> NDArray[np.int64]:
    """Give every pattern but that of noughts."""
    return np.array([one for one in product((0, 1), repeat=lists) if any(one)])
