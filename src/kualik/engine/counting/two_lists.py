"""Estimate how many people there are from two lists that overlap."""

from dataclasses import dataclass
from math import exp, log, sqrt

from kualik.engine.facts import EngineError

__all__ = [
    "LEAST_OVERLAP",
    "ODDS_RATIOS",
    "Estimate",
    "ImpossibleCounts",
    "TooLittleOverlap",
    "chapman",
    "interval",
    "lincoln_petersen",
]

LEAST_OVERLAP = 7
"""People. With 7 shared, 3.3 or more are expected (one-sided 95 %, Poisson), and the bias, a share of
exp(-expected) of the whole, is 3.7 % at most: docs/methods/counting.md."""

ODDS_RATIOS = (0.5, 1.0, 2.0, 4.0)
NORMAL_95 = 1.959963984540054


class TooLittleOverlap(EngineError):
    """The lists share too few people to say how many are on neither."""

    def __init__(self, *, shared: int) -> None:
        super().__init__(f"{shared} people are on both lists; {LEAST_OVERLAP} are needed")
        self.shared = shared


class ImpossibleCounts(EngineError):
    """There cannot be so many people on both lists."""

    def __init__(self, *, first: int, second: int, both: int) -> None:
        super().__init__(f"impossible: {first} people on one list, {second} on the other, {both} on both")


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How many people there are, listed or not; the ends of the 95 % interval; all in people.

    `if_dependent` gives the estimate where the odds of being on one list are so many times higher for those
    on the other.
    """

    people: float
    standard_error: float
    low: float
    high: float
    if_dependent: tuple[tuple[float, float], ...] = ()


def chapman(*, first: int, second: int, both: int) -> Estimate:
    """Estimate the whole from two lists made independently of each other.

    Args:
        first: people on the first list, counted once each.
        second: people on the second list, counted once each.
        both: people found on both; not more than either list.

    Returns:
        The number of people, its standard error and 95 % interval, and what it would be if the lists depend.

    Raises:
        ImpossibleCounts: a count is negative, or *both* exceeds a list.
        TooLittleOverlap: fewer than seven people are on both lists.

    Assumes:
        A closed population, perfect linkage, and lists that neither seek nor avoid each other's people.

    Source:
        Chapman's estimate and Seber's variance; both are proved unbiased by enumeration in the test. The
        interval and the table of dependence are derived in docs/methods/counting.md.
    """
    _check(first=first, second=second, both=both)
    people = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    listed = first + second - both
    low, high = interval(listed=listed, unlisted=people - listed, variance=variance)
    table = tuple((odds, listed + odds * (first - both) * (second - both) / (both + 1)) for odds in ODDS_RATIOS)
    return Estimate(people=people, standard_error=sqrt(variance), low=low, high=high, if_dependent=table)


def lincoln_petersen(*, first: int, second: int, both: int) -> Estimate:
    """Estimate the whole from two lists as Lincoln and Petersen did; a named comparison to `chapman`.

    Args:
        first: people on the first list, counted once each.
        second: people on the second list, counted once each.
        both: people found on both; not more than either list.

    Returns:
        The number of people, its standard error and 95 % interval.

    Raises:
        ImpossibleCounts: a count is negative, or *both* exceeds a list.
        TooLittleOverlap: fewer than seven people are on both lists.

    Assumes:
        As `chapman`. It is too high by a share of about 1 / both, and has no mean: both may be 0.

    Source:
        Seber 1982, The Estimation of Animal Abundance, section 3.1.1: first * second / both, with the variance
        first * second * (first - both) * (second - both) / both^3.
    """
    _check(first=first, second=second, both=both)
    people = first * second / both
    variance = people * (first - both) * (second - both) / both**2
    listed = first + second - both
    low, high = interval(listed=listed, unlisted=people - listed, variance=variance)
    return Estimate(people=people, standard_error=sqrt(variance), low=low, high=high)


def _check(*, first: int, second: int, both: int) -> None:
    if min(first, second, both) < 0 or both > min(first, second):
        raise ImpossibleCounts(first=first, second=second, both=both)
    if both < LEAST_OVERLAP:
        raise TooLittleOverlap(shared=both)


def interval(*, listed: int, unlisted: float, variance: float) -> tuple[float, float]:
    """Give a 95 % interval that never goes below the people listed.

    Args:
        listed: people on at least one list.
        unlisted: the estimate of those on none, from 0.
        variance: the variance of the estimate, in people squared.

    Returns:
        Its ends, in people.

    Assumes:
        That the logarithm of the number unlisted is about normal.

    Source:
        The log-normal with that mean and variance: docs/methods/counting.md.
    """
    if unlisted <= 0:
        return float(listed), float(listed)
    factor = exp(NORMAL_95 * sqrt(log(1 + variance / unlisted**2)))
    return listed + unlisted / factor, listed + unlisted * factor
