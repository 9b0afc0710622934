"""Estimator C: the log-linear model that the data prefer, with an interval in which it is chosen anew every time."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from scipy.special import chdtri

from kualik.engine.counting.bootstrap import Interval, bca
from kualik.engine.counting.existence import Existence, check_existence
from kualik.engine.counting.models import hierarchical_models, main_effects
from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.counting.posterior import Floats
from kualik.engine.counting.priors import BadOptions
from kualik.engine.counting.selecting import Chosen, Search, best_of, descend, rank
from kualik.engine.counting.table import Table, UnfitTable, check_fit

__all__ = ["LogLinear", "fit", "independence", "order_two", "stepwise"]

METHOD = "log-linear models"
LEAST, MOST = 3, 8
ALL = 5  # lists up to which every model is tried
MANY, TOP = 150, 60  # of more models than MANY only the TOP are tried on drawn tables
THRESHOLD = 0.02
Criterion = Literal["BIC", "p < 0.02", "none"]
BEYOND = phrase("use the latent-class model alone")
OVERLAP = phrase("no log-linear model can be fitted, because the lists overlap too little")
NO_MAXIMUM = phrase("the model %(model)s has no estimate, because the lists overlap too little")
APART = phrase("nobody is on both %(one)s and %(other)s")
FAILED = phrase("drawn tables without an estimate: %(failed)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLinear:
    """The model preferred, its estimate of all people with the 95 % interval, and what to know about it.

    `terms` names lists by their place from 1, [12][3]: the first two interact. `models`: how many were tried; 0
    where they were reached by steps. `low` and `high` are nothing where no interval was asked for or found.
    """

    terms: str
    estimate: float
    low: float | None
    high: float | None
    models: int
    criterion: Criterion
    problems: tuple[Phrase, ...]


def fit(
    table: Table,
    *,
    seed: int,
    bootstraps: int = 1000,
    order: int | None = None,
    top: int | None = None,
    progress: Callable[[float], None] | None = None,
) -> LogLinear:
    """Estimate how many there are by the log-linear model with the best Bayesian information criterion.

    Args:
        table: three to eight lists, none empty, no two the same.
        seed: of the drawn tables.
        bootstraps: tables to draw for the interval.
        order: how many lists may interact at once, 2 or 3; where None, 2 for three lists and 3 for four and five.
            Beyond five lists it is 2.
        top: on drawn tables try only so many models, those best on the data. Where None, all of them for three and
            four lists, 60 for five.
        progress: told the share of the work done, from 0 to 1.

    Returns:
        The estimate, with a bias-corrected and accelerated interval in which the model is chosen anew for every
        drawn table. Up to five lists every hierarchical model is tried; beyond, pairs are added and dropped by steps.

    Raises:
        UnfitTable: nobody is listed, the lists are too few, too many, empty or equal, or no model can be fitted.
        BadOptions: another order.

    Assumes:
        Everybody has the same chances of being listed, but for the interactions of the model; no interaction of
        more lists than `order`.

    Source:
        Silverman, Chan and Vincent 2024, Statistics and Computing 34:44, sections 2 and 3; Fienberg 1972,
        Biometrika 59(3), 591-603. docs/methods/counting.md.
    """
    check_fit(table, method=METHOD, least=LEAST, most=MOST, beyond=BEYOND)
    counts = table.cells()[1:].astype(np.float64)
    found, again, models = _searched(table, counts, order or min(len(table.lists) - 1, 3), top)
    drawing = _Drawing(search=again, bootstraps=bootstraps, seed=seed, progress=progress)
    return _answer(table, found, criterion="BIC", models=models, drawing=drawing)


def order_two(
    table: Table, *, seed: int, bootstraps: int = 1000, progress: Callable[[float], None] | None = None
) -> LogLinear:
    """Estimate as `fit` does, with interactions of two lists only.

    Args:
        table: as `fit` takes it.
        seed: of the drawn tables.
        bootstraps: tables to draw for the interval.
        progress: told the share of the work done, from 0 to 1.

    Returns:
        The estimate with its interval.

    Assumes:
        That no three lists interact. On Kosovo's four lists they do, and this leaves the truth outside.

    Source:
        As `fit`.
    """
    return fit(table, seed=seed, bootstraps=bootstraps, order=2, progress=progress)


def stepwise(table: Table) -> LogLinear:
    """Estimate by adding the pair of lists with the least p until none is below 0.02; a named comparison.

    Args:
        table: as `fit` takes it.

    Returns:
        The estimate; no interval, because choosing a model in this way makes the usual one too narrow.

    Raises:
        UnfitTable: as `fit`.

    Assumes:
        As `order_two`; p is that of the likelihood ratio, chi-squared with one degree of freedom.

    Source:
        Chan, Silverman and Vincent 2021, JASA 116(535), 1297-1306, section 3.
    """
    check_fit(table, method=METHOD, least=LEAST, most=MOST, beyond=BEYOND)
    counts = table.cells()[1:].astype(np.float64)
    search = descend(len(table.lists), like=counts, penalty=float(chdtri(1, THRESHOLD)), drop=False)
    return _answer(table, _confirmed(search(counts[None, :]), counts), criterion="p < 0.02", models=0)


def independence(
    table: Table, *, seed: int, bootstraps: int = 1000, progress: Callable[[float], None] | None = None
) -> LogLinear:
    """Estimate as if no list depended on another; a named comparison, and for two lists Lincoln and Petersen's.

    Args:
        table: two to eight lists, none empty, no two the same.
        seed: of the drawn tables.
        bootstraps: tables to draw for the interval.
        progress: told the share of the work done, from 0 to 1.

    Returns:
        The estimate with its interval.

    Raises:
        UnfitTable: nobody is listed, the lists are too few, too many, empty or equal, or nobody is on two of them.

    Assumes:
        That lists are independent of each other, which those of one war or one camp seldom are.

    Source:
        Fienberg 1972, Biometrika 59(3), 591-603.
    """
    check_fit(table, method=METHOD, least=2, most=MOST, beyond=BEYOND)
    counts = table.cells()[1:].astype(np.float64)
    search = best_of([main_effects(len(table.lists))], like=counts)
    drawing = _Drawing(search=search, bootstraps=bootstraps, seed=seed, progress=progress)
    return _answer(table, _confirmed(search(counts[None, :]), counts), criterion="none", models=1, drawing=drawing)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """Which tables to draw for an interval, and the search to repeat on them."""

    search: Search
    bootstraps: int
    seed: int
    progress: Callable[[float], None] | None

    def interval(self, counts: Floats) -> Interval:
        def estimate(tables: Floats) -> Floats:
            listed: Floats = tables.sum(axis=1)
            return listed + self.search(tables).unlisted

        return bca(counts, estimate=estimate, bootstraps=self.bootstraps, seed=self.seed, progress=self.progress)


def _answer(
    table: Table, found: Chosen, *, criterion: Criterion, models: int, drawing: _Drawing | None = None
) -> LogLinear:
    interval = drawing.interval(table.cells()[1:].astype(np.float64)) if drawing else None
    known = interval if interval and not np.isnan(interval.low) else None
    failed = interval.failed if interval else 0
    return LogLinear(
        terms=str(found.models[0]),
        estimate=float(table.listed + found.unlisted[0]),
        low=known.low if known else None,
        high=known.high if known else None,
        models=models,
        criterion=criterion,
        problems=(*_apart(table), *([phrase(FAILED.text, failed=failed)] if failed else [])),
    )


def _searched(table: Table, counts: Floats, order: int, top: int | None) -> tuple[Chosen, Search, int]:
    """Choose on the data; give with it the search to repeat on drawn tables, and how many models were tried."""
    lists = len(table.lists)
    if lists > ALL:
        search = descend(lists, like=counts)
        return _confirmed(search(counts[None, :]), counts), search, 0
    if order not in {2, 3}:
        raise BadOptions(f"interactions of {order} lists; 2 or 3 can be asked for")
    every = hierarchical_models(lists, order)
    ranked = rank(every, counts)
    if not ranked:
        raise UnfitTable(method=METHOD, reason=OVERLAP)
    kept = top or (TOP if len(every) > MANY else None)
    again = best_of(ranked[:kept] if kept else every, like=counts)
    return _confirmed(best_of(ranked[:1], like=counts)(counts[None, :]), counts), again, len(every)


def _confirmed(found: Chosen, counts: Floats) -> Chosen:
    """Refuse a choice that has no estimate."""
    if np.isnan(found.unlisted[0]):
        raise UnfitTable(method=METHOD, reason=OVERLAP)
    if check_existence(found.models[0], counts) is not Existence.FOUND:
        raise UnfitTable(method=METHOD, reason=phrase(NO_MAXIMUM.text, model=str(found.models[0])))
    return found


def _apart(table: Table) -> tuple[Phrase, ...]:
    """Name the pairs of lists with nobody on both."""
    return tuple(
        phrase(APART.text, one=table.lists[one], other=table.lists[other])
        for one, other in combinations(range(len(table.lists)), 2)
        if not table.on_both(one, other)
    )
