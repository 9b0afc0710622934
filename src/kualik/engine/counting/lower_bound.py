"""Chao's estimate from those who are on one list and on two."""

from math import sqrt

from kualik.engine.counting.two_lists import LEAST_OVERLAP, Estimate, TooLittleOverlap, interval

__all__ = ["chao"]


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
