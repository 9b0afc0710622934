"""Fit one log-linear model to many tables at once by iteratively reweighted least squares."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kualik.engine.counting.models import Model
from kualik.engine.counting.posterior import Floats

__all__ = ["Design", "Fits", "Start", "begin", "design_of", "fit_tables"]

NEAR = 1e-8  # largest change of a coefficient at which a fit is done
ROUNDS = 25  # of Newton's method; where no maximum exists it walks off by about 1 a round and never arrives
CHEAP = 12  # rounds with the first table's curvature
SINGULAR = 1e-14  # share added to the curvature, which keeps it solvable; a fit that needs it does not arrive in time
STRIDE = 4.0  # largest change of a coefficient in one round

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Design:
    """What multiplies each coefficient (a column, the intercept first) in each pattern (a row, from number 1).

    `signs`: of a hierarchical model, the one direction of the coefficients that patterns which are terms do not
    tell; nothing where the columns are independent anyway.
    """

    columns: Floats
    signs: Floats | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fits:
    """One model on many tables: people unlisted, and -2 log-likelihood but for what all models share.

    `coefficients`: a row per table; where a margin is empty the coefficient is minus infinity, the patterns below
    it are left out, and 0 stands for it. `good` is false where no maximum was found, or the number unlisted does
    not follow from the data.
    """

    unlisted: Floats
    deviance: Floats
    coefficients: Floats
    good: Flags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Start:
    """A fit to begin others from: coefficients, and the inverse of the curvature there."""

    coefficients: Floats
    inverse: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Tables:
    """Tables to fit, what each column adds up to in them, and what an empty margin takes out."""

    design: Floats
    counts: Floats
    margins: Floats
    open: Floats  # 1 for patterns that the model gives people to, 0 for those below an empty margin

    def only(self, some: Flags) -> "_Tables":
        return _Tables(design=self.design, counts=self.counts[some], margins=self.margins[some], open=self.open[some])

    def expected(self, coefficients: Floats) -> Floats:
        most = np.log(self.counts.sum(axis=1, keepdims=True)) + 1  # no pattern has more people than are listed
        fitted: Floats = np.exp(np.minimum(coefficients @ self.design.T, most)) * self.open
        return fitted


def design_of(model: Model) -> Design:
    """Give the design of a hierarchical model.

    Args:
        model: whose terms are the columns.

    Returns:
        Ones where a pattern holds all of a term.
    """
    return Design(columns=model.design(), signs=np.array([(-1.0) ** term.bit_count() for term in model.terms]))


def fit_tables(design: Design, counts: Floats, *, start: Start | None = None) -> Fits:
    """Fit a model to tables by maximum likelihood.

    Args:
        design: of the model.
        counts: people by pattern, a row per table, 2^J - 1 patterns in the order of their numbers; none wholly 0.
        start: the fit of a table like these, if there is one; it saves time and changes nothing else.

    Returns:
        What the model says of each table.

    Assumes:
        Counts are Poisson; an interaction without anybody in its margin is minus infinity.

    Source:
        McCullagh and Nelder 1989, Generalized Linear Models, section 2.5; for empty margins Chan, Silverman and
        Vincent 2021, JASA 116, section 2. docs/methods/counting.md.
    """
    tables = _prepare(design, counts)
    found = _identified(design, tables)
    coefficients = np.zeros((len(counts), design.columns.shape[1]))
    done = np.zeros(len(counts), dtype=np.bool_)
    whole = found & (tables.margins > 0).all(axis=1)
    if start is not None and whole.any():
        coefficients[whole], done[whole] = _step_cheaply(tables.only(whole), start)
    rest = found & ~done
    if rest.any():
        coefficients[rest], done[rest] = _newton(tables.only(rest))
    with np.errstate(over="ignore"):
        unlisted = np.exp(coefficients[:, 0])
    expected = np.where(done[:, None], tables.expected(coefficients), 0.0)
    deviance = 2 * (expected.sum(axis=1) - (tables.margins * coefficients).sum(axis=1))
    good = done & np.isfinite(unlisted)
    return Fits(unlisted=unlisted, deviance=deviance, coefficients=coefficients, good=good)


def begin(design: Design, counts: Floats) -> Start | None:
    """Fit a model to one table, as the start for tables like it.

    Args:
        design: of the model.
        counts: people by pattern, 2^J - 1 of them.

    Returns:
        The fit, or nothing where a margin is empty or no maximum was found.
    """
    tables = _prepare(design, counts[None, :])
    if not (tables.margins > 0).all() or not _identified(design, tables).all():
        return None
    coefficients, done = _newton(tables)
    if not done.all():
        return None
    curvature = (tables.design.T * tables.expected(coefficients)[0]) @ tables.design
    return Start(coefficients=coefficients[0], inverse=np.linalg.inv(curvature))


def _prepare(design: Design, counts: Floats) -> _Tables:
    margins = counts @ design.columns
    below = (margins == 0).astype(np.float64) @ (design.columns != 0).T
    return _Tables(design=design.columns, counts=counts, margins=margins, open=np.equal(below, 0).astype(np.float64))


def _identified(design: Design, tables: _Tables) -> Flags:
    """Say for which tables the model tells how many are unlisted.

    The patterns that are themselves terms fix every coefficient but one direction: alternating signs by the size of
    the term. A pattern that is open and no term must see that direction.
    """
    if design.signs is None:
        return np.ones(len(tables.counts), dtype=np.bool_)
    seen = ((tables.margins > 0) * design.signs) @ tables.design.T
    return np.asarray(((np.abs(seen) > 0.5) & (tables.open > 0)).any(axis=1), dtype=np.bool_)


def _step_cheaply(tables: _Tables, start: Start) -> tuple[Floats, Flags]:
    """Step with the curvature of the start: many cheap rounds instead of few dear ones."""
    coefficients = np.tile(start.coefficients, (len(tables.counts), 1))
    step = np.zeros_like(coefficients)
    for _ in range(CHEAP):
        step = (tables.margins - tables.expected(coefficients) @ tables.design) @ start.inverse
        coefficients += np.clip(step, -STRIDE, STRIDE)
    return coefficients, np.abs(step).max(axis=1) < NEAR


def _newton(tables: _Tables) -> tuple[Floats, Flags]:
    """Step with each table's own curvature, until no coefficient moves."""
    fitted = (tables.counts + 0.5) * tables.open
    target = np.where(tables.open > 0, np.log(tables.counts + 0.5), 0.0)
    coefficients = _solve(tables, fitted, (fitted * target) @ tables.design)
    done = np.zeros(len(fitted), dtype=np.bool_)
    for _ in range(ROUNDS):
        left = tables.only(~done)
        fitted = left.expected(coefficients[~done])
        step = _solve(left, fitted, (left.margins - fitted @ left.design) * (left.margins > 0))
        coefficients[~done] += np.clip(step, -STRIDE, STRIDE)
        done[~done] = np.abs(step).max(axis=1) < NEAR
        if done.all():
            break
    return coefficients, done


def _solve(tables: _Tables, fitted: Floats, right: Floats) -> Floats:
    """Solve for each table's step; a coefficient that is minus infinity stays where it is."""
    patterns, terms = tables.design.shape
    outer = (tables.design[:, :, None] * tables.design[:, None, :]).reshape(patterns, terms * terms)
    curvature = (fitted @ outer).reshape(-1, terms, terms)
    place = np.arange(terms)
    curvature[:, place, place] *= 1 + SINGULAR
    curvature[:, place, place] += tables.margins == 0
    return np.linalg.solve(curvature, right[:, :, None])[:, :, 0].astype(np.float64, copy=False)
