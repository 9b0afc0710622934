"""What is believed of the number of people before the lists are seen."""

from dataclasses import dataclass
from math import inf, log
from typing import Literal

import numpy as np
from scipy.special import gammaln

from kualik.engine.counting.posterior import Floats
from kualik.engine.facts import EngineError

__all__ = ["TIMES", "BadOptions", "Options", "check_options", "log_prior", "most_people"]

TIMES = 1000
"""The cap, as a multiple of the people listed, where none is given."""

LARGEST = 9 * 10**15
"""Whole numbers up to here are exact in double precision."""


class BadOptions(EngineError):
    """The prior lacks what it needs, or excludes people who are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What estimator A is told beside the table.

    `prior` of the number of people N: "inverse" is 1/N; "uniform" needs a cap; "negative binomial" needs `expected`
    people and `size`, which is larger for firmer knowledge (variance expected + expected^2 / size). `cap`: the most
    people considered, 1000 times those listed where None. `delta`: the prior count of each of the 2^J patterns,
    2^-J where None.
    """

    prior: Literal["inverse", "uniform", "negative binomial"] = "inverse"
    cap: int | None = None
    delta: float | None = None
    expected: float | None = None
    size: float | None = None


def check_options(options: Options, *, listed: int) -> None:
    """Refuse options that lack something or leave no room.

    Args:
        options: as they are asked for.
        listed: people on at least one list.

    Raises:
        BadOptions: which it is, and what to give.
    """
    if options.prior == "uniform" and options.cap is None:
        raise BadOptions("a uniform prior needs a cap: the most people there can be")
    known = (options.expected or 0.0, options.size or 0.0)
    if options.prior == "negative binomial" and not all(0 < one < inf for one in known):
        raise BadOptions("a negative binomial prior needs the people expected and a size, both above 0")
    if options.cap is not None and not listed < options.cap <= LARGEST:
        raise BadOptions(f"the cap of {options.cap} people must be above the {listed} listed, and {LARGEST} at most")
    if options.delta is not None and not 0 < options.delta < inf:
        raise BadOptions(f"delta is {options.delta}; it must be above 0")


def most_people(options: Options, *, listed: int) -> int:
    """Give the most people that are considered.

    Args:
        options: which may have a cap.
        listed: people on at least one list.

    Returns:
        The cap, or 1000 times the people listed.
    """
    return options.cap or min(TIMES * listed, LARGEST)


def log_prior(options: Options, people: Floats) -> Floats:
    """Give the logarithm of the prior of so many people, up to a constant.

    Args:
        options: which prior.
        people: numbers of people, from 1.

    Returns:
        One logarithm each.

    Source:
        1/N is Jeffreys' prior for a scale (docs/methods/counting.md); the negative binomial is a Poisson number
        whose mean has a gamma law.
    """
    if options.prior == "inverse":
        return -np.log(people)
    if options.prior == "uniform":
        return np.zeros_like(people)
    size, expected = options.size or 0.0, options.expected or 0.0
    found: Floats = gammaln(people + size) - gammaln(people + 1) + people * log(expected / (expected + size))
    return found
