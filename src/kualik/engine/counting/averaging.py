"""Estimator A: how many, averaged over every chordal graph of dependence between the lists."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from kualik.engine.counting.graphs import Graphs, chordal_graphs, edges_of
from kualik.engine.counting.phrases import phrase
from kualik.engine.counting.posterior import Floats, Posterior
from kualik.engine.counting.priors import Options, check_options, log_prior, most_people
from kualik.engine.counting.table import Table, check_fit

__all__ = ["LEAST", "METHOD", "MOST", "Averaged", "Bins", "GraphWeight", "average", "log_bins", "weigh", "whole_bins"]

METHOD = "averaging over dependence graphs"
LEAST, MOST = 3, 7
BEYOND = phrase("use the latent-class model alone")
TOP = 10
"""Graphs that are named in the answer."""

ROUGH = 0.3  # how much the logarithm of a density may change across a bin of whole numbers
NEGLIGIBLE = 20.0  # in logarithms below the best: left out, a graph or bin takes a share of 2e-9 with it at most
PARTS = 4  # into which a bin is split that is too wide
SMALL = 50  # bins up to here hold one whole number each
STEPS = 100  # and so many more go up to the cap, before any is split
ENOUGH = 1 << 14  # bins; beyond 10^13 people rounding makes a flat density look rough, and splitting is of no use
CHUNK = 1 << 17  # numbers held at once: 1 MB, what a core has near


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bins:
    """Numbers of unlisted people: ascending bins of whole numbers, with both ends."""

    first: Floats
    last: Floats

    @property
    def middle(self) -> Floats:
        """The number that stands for a bin."""
        return (self.first + self.last) / 2

    @property
    def wide(self) -> Floats:
        """How many whole numbers a bin holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphWeight:
    """One graph of dependence: the pairs of lists that it joins, by place, and its posterior probability."""

    edges: tuple[tuple[int, int], ...]
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Averaged:
    """What is believed of the number of people, and of how the lists depend on each other.

    `pairs`: for every two lists, by place, the probability that they are joined. `effective`: how many graphs share
    the belief (1 / sum of squares). `at_cap`: the share of belief above half of `cap`, in people.
    """

    posterior: Posterior
    graphs: tuple[GraphWeight, ...]
    pairs: tuple[tuple[int, int, float], ...]
    effective: float
    models: int
    cap: float
    at_cap: float


def average(
    table: Table, *, options: Options | None = None, progress: Callable[[float], None] | None = None
) -> Averaged:
    """Estimate how many there are, averaging over every chordal graph but the complete one.

    Args:
        table: three to seven lists, none empty, no two the same.
        options: prior, cap and weight of the prior counts; the defaults where None.
        progress: told the share of the work done, from 0 to 1.

    Returns:
        The posterior of the number of people, listed and not; the ten likeliest graphs; every pair.

    Raises:
        UnfitTable: nobody is listed, or the lists are too few, too many, empty or equal.
        BadOptions: a prior without what it needs, or a cap below the people listed.

    Assumes:
        A closed population, correct links, everybody reachable by some list; and that the dependence between the
        lists is a chordal graph without the interaction of all of them.

    Source:
        Madigan and York 1997, Biometrika 84(1), 19-31; Dawid and Lauritzen 1993, Annals of Statistics 21(3), for
        the hyper-Dirichlet law. docs/methods/counting.md has the formulas.
    """
    check_fit(table, method=METHOD, least=LEAST, most=MOST, beyond=BEYOND)
    asked = options or Options()
    check_options(asked, listed=table.listed)
    every = chordal_graphs(len(table.lists))
    graphs = replace(every, edges=every.edges[~every.complete], terms=every.terms[~every.complete])
    return weigh(table, options=asked, graphs=graphs, bins=log_bins(table, asked), progress=progress)


def log_bins(table: Table, options: Options) -> Bins:
    """Divide the numbers of unlisted people up to the cap: one by one to 50, then in 100 even steps of logarithm.

    Args:
        table: whose listed people are not among them.
        options: whose cap counts all people.

    Returns:
        Bins from 0; `weigh` splits those that are too wide where it matters.
    """
    most = most_people(options, listed=table.listed) - table.listed
    steps = np.geomspace(SMALL, most, STEPS) if most > SMALL else np.arange(0.0)
    last = np.unique(np.concatenate((np.arange(min(SMALL, most) + 1), np.floor(steps), [most])))
    return Bins(first=np.concatenate(([0.0], last[:-1] + 1)), last=last)


def whole_bins(table: Table, options: Options) -> Bins:
    """Divide the numbers of unlisted people up to the cap one by one: slow, exact, for checking.

    Args:
        table: whose listed people are not among them.
        options: whose cap counts all people.

    Returns:
        A bin for each whole number from 0.
    """
    people = np.arange(most_people(options, listed=table.listed) - table.listed + 1, dtype=np.float64)
    return Bins(first=people, last=people)


def weigh(
    table: Table,
    *,
    options: Options,
    graphs: Graphs,
    bins: Bins,
    progress: Callable[[float], None] | None = None,
) -> Averaged:
    """Weigh these graphs and numbers of unlisted people by the data, splitting bins until none is too wide.

    Args:
        table: lists and patterns.
        options: prior, cap and weight of the prior counts.
        graphs: those to average over.
        bins: numbers of unlisted people to begin with.
        progress: told the share of the work done, from 0 to 1.

    Returns:
        As `average`.

    Assumes:
        That each graph's posterior is concave in the number unlisted across a bin that is still too wide.

    Source:
        As `average`; the splitting of bins is derived in docs/methods/counting.md.
    """
    weighing = _Weighing(table=table, options=options, graphs=graphs, tell=progress or (lambda _: None))
    kept = np.arange(len(graphs.edges))
    while (bins.wide > 1).any() and len(bins.first) < ENOUGH:
        reach = _measure(weighing, kept, bins)
        kept = kept[reach.graphs]
        if not reach.too_wide.any():
            break
        bins = _split(bins, reach.too_wide)
    return _gather(weighing, kept, bins)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Weighing:
    table: Table
    options: Options
    graphs: Graphs
    tell: Callable[[float], None]

    def scores(self, kept: NDArray[np.int64], bins: Bins) -> Iterator[tuple[slice, Floats]]:
        """Give, for some graphs at a time, the logarithm of belief in every bin, up to a constant."""
        marginals = _marginals(self.table, bins.middle, self.delta)
        middle = bins.middle + self.table.listed
        shared = gammaln(middle + 1) - gammaln(bins.middle + 1) + log_prior(self.options, middle) + np.log(bins.wide)
        rows = max(1, CHUNK // len(middle))
        for start in range(0, len(kept), rows):
            part = slice(start, start + rows)
            yield part, self.graphs.terms[kept[part]].astype(np.float64) @ marginals + shared
            self.tell(min(1.0, (start + rows) / len(kept)))

    @property
    def delta(self) -> float:
        return self.options.delta or 2.0 ** -len(self.table.lists)


def _marginals(table: Table, unlisted: Floats, delta: float) -> Floats:
    """Give the log-likelihood of every set of lists' marginal table, by the number of unlisted people.

    A table of the lists S has 2^|S| cells, each with the prior count delta 2^(J-|S|), so that all tables agree on
    every smaller one. People on none of S are those counted and the unlisted.
    """
    cells = table.cells()
    total = delta * len(cells)
    found = np.empty((len(cells), len(unlisted)))
    for lists in range(len(cells)):
        count = np.bincount(np.arange(len(cells)) & lists, weights=cells, minlength=len(cells))
        prior = total / (1 << lists.bit_count())
        fixed = (gammaln(prior + count[1:][count[1:] > 0]) - gammaln(prior)).sum() - gammaln(prior) + gammaln(total)
        found[lists] = fixed + gammaln(prior + count[0] + unlisted) - gammaln(total + table.listed + unlisted)
    return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Reach:
    graphs: NDArray[np.bool_]
    too_wide: NDArray[np.bool_]


def _measure(weighing: _Weighing, kept: NDArray[np.int64], bins: Bins) -> _Reach:
    """Say which graphs still matter, and which bins do and are too wide.

    Where a graph's logarithm is concave it rises inside a bin by no more than half of its steepest change next to
    the bin, so a graph or bin that stays negligible with that added can be left.
    """
    apart, wide = np.diff(bins.middle), bins.wide
    graphs, rough = np.full(len(kept), -np.inf), np.full(len(wide), -np.inf)
    best = -np.inf
    for part, scores in weighing.scores(kept, bins):
        slope = np.abs(np.diff(scores - np.log(wide), axis=1)) / apart
        change = wide * np.maximum(np.pad(slope, ((0, 0), (1, 0))), np.pad(slope, ((0, 0), (0, 1))))
        best = max(best, float(scores.max()))
        most = scores + change / 2
        graphs[part] = most.max(axis=1)
        np.maximum(rough, np.where(change > ROUGH, most, -np.inf).max(axis=0), out=rough)
    return _Reach(graphs=graphs > best - NEGLIGIBLE, too_wide=(rough > best - NEGLIGIBLE) & (wide > 1))


def _split(bins: Bins, wide: NDArray[np.bool_]) -> Bins:
    """Split some bins into four, or into single numbers where they hold fewer."""
    parts = np.where(wide, np.minimum(bins.wide, PARTS), 1).astype(np.int64)
    part = np.arange(parts.sum()) - np.repeat(np.cumsum(parts) - parts, parts)
    start, size, many = (np.repeat(one, parts) for one in (bins.first, bins.wide, parts))
    return Bins(first=start + np.floor(size * part / many), last=start + np.floor(size * (part + 1) / many) - 1)


def _gather(weighing: _Weighing, kept: NDArray[np.int64], bins: Bins) -> Averaged:
    """Add belief up by bin and by graph."""
    best = max(float(scores.max()) for _, scores in weighing.scores(kept, bins))
    by_bin, by_graph = np.zeros(len(bins.first)), np.zeros(len(kept))
    for part, scores in weighing.scores(kept, bins):
        believed = np.exp(scores - best)
        by_bin += believed.sum(axis=0)
        by_graph[part] = believed.sum(axis=1)
    listed = weighing.table.listed
    some, shares = by_bin > 0, by_graph / by_graph.sum()
    posterior = Posterior(
        listed=listed,
        first=bins.first[some] + listed,
        last=bins.last[some] + listed,
        weights=by_bin[some] / by_bin.sum(),
    )
    cap = float(bins.last[-1] + listed)
    edges = weighing.graphs.edges[kept]
    return Averaged(
        posterior=posterior,
        graphs=_likeliest(edges, shares, weighing.graphs.lists),
        pairs=_pairs(edges, shares, weighing.graphs.lists),
        effective=float(1 / (shares @ shares)),
        models=len(weighing.graphs.edges),
        cap=cap,
        at_cap=max(0.0, 1 - posterior.cdf(cap / 2)),
    )


def _likeliest(edges: NDArray[np.int64], shares: Floats, lists: int) -> tuple[GraphWeight, ...]:
    order = np.argsort(-shares, kind="stable")[:TOP]
    return tuple(GraphWeight(edges=edges_of(int(edges[one]), lists), probability=float(shares[one])) for one in order)


def _pairs(edges: NDArray[np.int64], shares: Floats, lists: int) -> tuple[tuple[int, int, float], ...]:
    every = edges_of((1 << (lists * (lists - 1) // 2)) - 1, lists)
    return tuple((one, other, float(shares @ (edges >> bit & 1))) for bit, (one, other) in enumerate(every))
