"""The least number of people there must be where some are likelier to be listed than others."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

import numpy as np

from kualik.engine.counting.bootstrap import bca
from kualik.engine.counting.phrases import phrase
from kualik.engine.counting.poisson import Design, Start, begin, fit_tables
from kualik.engine.counting.posterior import Floats
from kualik.engine.counting.table import Table, UnfitTable, check_fit
from kualik.engine.counting.two_lists import LEAST_OVERLAP, Estimate, TooLittleOverlap, interval

__all__ = ["Bound", "chao", "list_aware"]

METHOD = "list-aware lower bound"
LEAST, MOST = 3, 8
BEYOND = phrase("leave lists out, or merge those of one maker")
OVERLAP = phrase("the lists overlap too little")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The least number of people, listed and not, with its 95 % interval; `low` is what can be relied upon."""

    estimate: float
    low: float
    high: float


def list_aware(
    table: Table, *, seed: int, bootstraps: int = 1000, progress: Callable[[float], None] | None = None
) -> Bound:
    """Estimate the least number of people where lists differ in length and people in how likely they are listed.

    Args:
        table: three to eight lists, none empty, no two the same.
        seed: of the drawn tables.
        bootstraps: tables to draw for the interval.
        progress: told the share of the work done, from 0 to 1.

    Returns:
        The bound and its bias-corrected and accelerated interval.

    Raises:
        UnfitTable: nobody is listed, the lists are too few, too many, empty or equal, or nobody is on two of them.

    Assumes:
        That lists depend on each other only because some people are likelier to be on any list than others. Where
        lists avoid each other's people this is no bound.

    Source:
        Rivest and Baillargeon 2007, Biometrics 63(4), 999-1006, section 4: ln mu(w) = b0 + sum of b_j over the
        lists in w + sum over i from 2 to J-1 of eta_i max(|w| - i, 0), eta_i not below 0. docs/methods/counting.md.
    """
    check_fit(table, method=METHOD, least=LEAST, most=MOST, beyond=BEYOND)
    counts = table.cells()[1:].astype(np.float64)
    faces = [_Face.of(len(table.lists), bends, counts) for bends in _subsets(range(2, len(table.lists)))]

    def estimate(tables: Floats) -> Floats:
        listed: Floats = tables.sum(axis=1)
        return listed + _unlisted(faces, tables)

    point = float(estimate(counts[None, :])[0])
    if np.isnan(point):
        raise UnfitTable(method=METHOD, reason=OVERLAP)
    found = bca(counts, estimate=estimate, bootstraps=bootstraps, seed=seed, progress=progress)
    return Bound(estimate=point, low=found.low, high=found.high)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Face:
    """The model with some of the bends free and the others 0, and where to begin fitting it."""

    design: Design
    bends: int
    start: Start | None

    @classmethod
    def of(cls, lists: int, bends: tuple[int, ...], counts: Floats) -> "_Face":
        patterns = np.arange(1, 1 << lists)
        on = (patterns[:, None] >> np.arange(lists) & 1).astype(np.float64)
        many = on.sum(axis=1)
        columns = [np.ones(len(patterns)), *on.T, *(np.maximum(many - bend, 0.0) for bend in bends)]
        design = Design(columns=np.stack(columns, axis=1))
        return cls(design=design, bends=len(bends), start=begin(design, counts))

    def fit(self, tables: Floats) -> tuple[Floats, Floats]:
        """Give people unlisted and -2 log-likelihood; nan and inf where it fails or a bend is empty or below 0."""
        fits = fit_tables(self.design, tables, start=self.start)
        bends = slice(self.design.columns.shape[1] - self.bends, None)
        people = tables @ self.design.columns[:, bends]
        good = fits.good & np.all((people > 0) & (fits.coefficients[:, bends] >= 0), axis=1)
        return np.where(good, fits.unlisted, np.nan), np.where(good, fits.deviance, np.inf)


def _unlisted(faces: list[_Face], tables: Floats) -> Floats:
    """Fit with bends not below 0: the likelihood is concave, so its top is the best of the tops of the faces."""
    least, unlisted = np.full(len(tables), np.inf), np.full(len(tables), np.nan)
    for face in faces:
        found, deviance = face.fit(tables)
        better = deviance < least
        least[better], unlisted[better] = deviance[better], found[better]
    return unlisted


def _subsets(bends: range) -> list[tuple[int, ...]]:
    return [some for size in range(len(bends) + 1) for some in combinations(bends, size)]


def chao(*, lists: int, once: int, twice: int, listed: int) -> Estimate:
    """Estimate the least number of people from those on exactly one and exactly two lists.

    Args:
        lists: how many lists there are, from 2.
        once: people on exactly one list.
        twice: people on exactly two.
        listed: people on at least one.

    Returns:
        The number of people, its standard error and 95 % interval.

    Raises:
        TooLittleOverlap: fewer than seven people are on two lists.

    Assumes:
        Lists that are about equally long and do not avoid each other. People may differ in how likely they are
        to be listed. With lists of unequal length it can be too high: it is a comparison, not a bound.

    Source:
        (lists - 1) / lists * once^2 / (2 * twice) people on none, after Chao; derived with its variance in
        docs/methods/counting.md.
    """
    if twice < LEAST_OVERLAP:
        raise TooLittleOverlap(shared=twice)
    share = (lists - 1) / lists
    unlisted = share * once**2 / (2 * twice)
    variance = unlisted + share**2 * (once**3 / twice**2 + once**4 / (4 * twice**3))
    low, high = interval(listed=listed, unlisted=unlisted, variance=variance)
    return Estimate(people=listed + unlisted, standard_error=sqrt(variance), low=low, high=high)
