"""Intervals from tables drawn anew: bias-corrected and accelerated, with the whole method repeated on each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from kualik.engine.counting.posterior import MASS, Floats

__all__ = ["Interval", "bca", "leave_one_out", "resample"]

CHUNK = 250  # tables drawn and fitted at once; each chunk has a seed of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The ends of an interval, in people, and how many drawn tables had no estimate."""

    low: float
    high: float
    failed: int


def bca(
    counts: Floats,
    *,
    estimate: Callable[[Floats], Floats],
    bootstraps: int,
    seed: int,
    progress: Callable[[float], None] | None = None,
) -> Interval:
    """Give the bias-corrected and accelerated bootstrap interval of an estimate, 95 %.

    Args:
        counts: people by pattern; the table.
        estimate: gives all people (listed and not) for each of many tables, a row each; nan where it has no answer.
        bootstraps: tables to draw.
        seed: of the draws.
        progress: told the share of the work done, from 0 to 1.

    Returns:
        The interval; nan at both ends where no drawn table had an estimate.

    Assumes:
        People are independent of each other: tables are drawn as multinomial, with the observed shares.

    Source:
        Efron 1987, JASA 82(397), 171-185: section 4 for the interval; the acceleration is from leaving out each
        person in turn (Efron and Tibshirani 1993, An Introduction to the Bootstrap, equation 14.15).
    """
    point = float(estimate(counts[None, :])[0])
    draws = [
        estimate(tables) for tables in _told(resample(counts, bootstraps=bootstraps, seed=seed), bootstraps, progress)
    ]
    drawn = np.concatenate(draws)
    found = np.sort(drawn[~np.isnan(drawn)])
    if not len(found):
        return Interval(low=np.nan, high=np.nan, failed=bootstraps)
    low, high = np.quantile(found, _levels(point, found, _acceleration(counts, estimate)))
    return Interval(low=float(low), high=float(high), failed=bootstraps - len(found))


def resample(counts: Floats, *, bootstraps: int, seed: int) -> Iterator[Floats]:
    """Draw tables with as many people, each with a pattern seen.

    Args:
        counts: people by pattern; the table.
        bootstraps: tables to draw.
        seed: the same seed draws the same tables.

    Yields:
        Up to 250 tables at a time, a row each. What the i-th chunk holds depends on the seed and on i alone.
    """
    people = int(counts.sum())
    for number, start in enumerate(range(0, bootstraps, CHUNK)):
        chance = np.random.default_rng([seed, number])
        yield chance.multinomial(people, counts / people, size=min(CHUNK, bootstraps - start)).astype(np.float64)


def leave_one_out(counts: Floats) -> tuple[Floats, Floats]:
    """Leave out one person of each pattern.

    Args:
        counts: people by pattern; the table.

    Returns:
        A table for each pattern that has people, and how many people they are.
    """
    places = np.flatnonzero(counts)
    tables = np.tile(counts, (len(places), 1))
    tables[np.arange(len(places)), places] -= 1
    return tables, counts[places]


def _told(chunks: Iterator[Floats], bootstraps: int, progress: Callable[[float], None] | None) -> Iterator[Floats]:
    done = 0
    for tables in chunks:
        yield tables
        done += len(tables)
        if progress:
            progress(done / bootstraps)


def _acceleration(counts: Floats, estimate: Callable[[Floats], Floats]) -> float:
    """Give a sixth of the skewness of the estimates without each person."""
    tables, people = leave_one_out(counts)
    left = estimate(tables)
    known = ~np.isnan(left)
    if not known.any():
        return 0.0
    left, people = left[known], people[known]
    away = np.average(left, weights=people) - left
    spread = float(people @ away**2)
    return float(people @ away**3) / (6 * spread**1.5) if spread > 0 else 0.0


def _levels(point: float, drawn: Floats, acceleration: float) -> Floats:
    """Give the two shares of the drawn estimates at which the interval ends."""
    below = np.clip(np.mean(drawn < point), 0.5 / len(drawn), 1 - 0.5 / len(drawn))
    bias = ndtri(below)
    ends = bias + ndtri(np.array([(1 - MASS) / 2, (1 + MASS) / 2]))
    levels: Floats = ndtr(bias + ends / (1 - acceleration * ends))
    return levels
