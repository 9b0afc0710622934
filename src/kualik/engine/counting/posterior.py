"""What is believed of a number of people: whole numbers in bins, each with a weight."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Self

import numpy as np
from numpy.typing import NDArray

__all__ = ["MASS", "Floats", "Posterior"]

MASS = 0.95
"""The share of belief inside an interval, where nothing else is said."""

SLACK = 1e-12  # a sum of weights may miss a share by so much and still reach it

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """Bins of whole numbers of people, ascending and apart; inside a bin every number is believed alike.

    `first` and `last` are the ends of each bin, in people, listed ones included; `weights` add up to 1. Draws of a
    sampler are bins of one number each.
    """

    listed: int
    first: Floats
    last: Floats
    weights: Floats

    @classmethod
    def of_draws(cls, draws: Sequence[float] | NDArray[np.generic], *, listed: int) -> Self:
        """Give every draw of the number of people the same weight."""
        people, times = np.unique(np.asarray(draws, dtype=np.float64), return_counts=True)
        return cls(listed=listed, first=people, last=people, weights=times / times.sum())

    @property
    def mean(self) -> float:
        """The expected number of people."""
        return float(self.weights @ ((self.first + self.last) / 2))

    @property
    def median(self) -> float:
        """The least number of people that half of the belief does not exceed."""
        return self.quantile(0.5)

    def interval(self, mass: float = MASS) -> tuple[float, float]:
        """Give the ends that leave the same belief on either side of *mass*."""
        return self.quantile((1 - mass) / 2), self.quantile((1 + mass) / 2)

    def quantile(self, share: float) -> float:
        """Give the least whole number of people that at least this share of belief, in (0, 1), does not exceed."""
        before = np.concatenate(([0.0], np.cumsum(self.weights)))
        place = min(int(np.searchsorted(before[1:], share - SLACK)), len(self.weights) - 1)
        wide = self.last[place] - self.first[place] + 1
        into = (share - SLACK - before[place]) / self.weights[place] * wide
        return float(self.first[place] + min(max(ceil(into), 1), wide) - 1)

    def cdf(self, people: float) -> float:
        """Give the share of belief at or below so many people."""
        inside = (np.floor(people) - self.first + 1) / (self.last - self.first + 1)
        return float(self.weights @ np.clip(inside, 0.0, 1.0))

    def draws(self, count: int, seed: int) -> Floats:
        """Draw so many whole numbers of people; the same seed gives the same ones."""
        chance = np.random.default_rng(seed)
        place = chance.choice(len(self.weights), size=count, p=self.weights)
        wide = self.last[place] - self.first[place] + 1
        drawn: Floats = self.first[place] + np.floor(chance.random(count) * wide)
        return drawn
