"""The latent-class model: what its logarithm of probability is, and in which direction that grows."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from kualik.engine.counting.posterior import Floats

__all__ = ["Data", "Slope", "Weights", "height", "slope", "weights"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Data:
    """A table as the sampler reads it.

    `counts` has a number for each pattern, or a row of them for each chain, where each has a table of its own with as
    many people. `patterns` has a last row of noughts, for people on no list; `marked` has a column of ones beside.
    """

    counts: NDArray[np.int64]
    patterns: Floats
    marked: Floats
    listed: float

    @classmethod
    def of(cls, patterns: NDArray[np.generic], counts: NDArray[np.int64]) -> Self:
        """Take the patterns seen, and how many people have each."""
        shown = np.asarray(patterns, dtype=np.float64)
        every = np.concatenate((shown, np.zeros((1, shown.shape[1]))))
        marked = np.concatenate((every, np.ones((len(every), 1))), axis=1)
        return cls(counts=counts, patterns=every, marked=marked, listed=float(counts.sum(axis=-1).max()))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """What the parameters of each chain say of each class: all are logarithms, chains x classes.

    `left` and `taken`, without the last class, are ln(1 - V) and ln V of the sticks; `share` is ln nu, of a class
    among all people; `missed` is the logarithm of the probability that one of its people is on no list.
    """

    left: Floats
    taken: Floats
    share: Floats
    missed: Floats

    @property
    def seen(self) -> Floats:
        """The probability to be on a list, for each chain; exact where it is near nought too."""
        found: Floats = -(np.exp(self.share) * np.expm1(self.missed)).sum(axis=1)
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slope:
    """In which direction the logarithm of the posterior density of each chain grows: its derivatives by the logits.

    `likely` is the probability of each pattern seen, `seen` that of being on a list; `found` the weights behind them.
    """

    chances: Floats
    sticks: Floats
    likely: Floats
    seen: Floats
    found: Weights


def weights(chances: Floats, sticks: Floats) -> Weights:
    """Work out what logits say of the classes.

    Args:
        chances: logits of the probability that somebody of a class is on a list; chains x classes x lists, under 700.
        sticks: logits of the sticks that are broken off; chains x (classes - 1).

    Returns:
        Shares of the classes, and how likely their people are missed, as logarithms.
    """
    left = -np.logaddexp(0.0, sticks)
    share = np.zeros(chances.shape[:2])
    np.cumsum(left, axis=1, out=share[:, 1:])
    taken = left + sticks
    share[:, :-1] += taken
    return Weights(left=left, taken=taken, share=share, missed=-np.log1p(np.exp(chances)).sum(axis=2))


def slope(data: Data, chances: Floats, sticks: Floats, alpha: Floats) -> Slope:
    """Work out the gradient of the posterior density, with the unlisted and everybody's class summed out.

    Args:
        data: the table.
        chances: as in `weights`.
        sticks: as in `weights`.
        alpha: concentration of the sticks of each chain, above 0.

    Returns:
        The gradient, and what `height` needs.

    Assumes:
        Inside a class, lists are independent; N has the density 1/N; chances are uniform, sticks Beta(1, alpha).

    Source:
        Manrique-Vallier 2016 for the model. The gradient of a mixture is that of the expected complete data
        (Fisher's identity); logits bring the Jacobians lambda (1 - lambda) and V (1 - V): docs/methods/counting.md.
    """
    chains, classes, lists = chances.shape
    found = weights(chances, sticks)
    parts = (chances.reshape(-1, lists) @ data.patterns.T).reshape(chains, classes, -1)
    parts += (found.share + found.missed)[:, :, None]
    np.exp(parts, out=parts)
    likely, seen = parts[:, :, :-1].sum(axis=1), found.seen
    expected = np.concatenate((data.counts / likely, data.listed / seen[:, None]), axis=1)
    parts *= expected[:, None, :]
    people = (parts.reshape(chains * classes, -1) @ data.marked).reshape(chains, classes, lists + 1)
    of_class = people[:, :, -1]
    after = np.cumsum(of_class[:, ::-1], axis=1)[:, -2::-1] + of_class[:, :-1]
    return Slope(
        chances=people[:, :, :-1] + 1 - (of_class[:, :, None] + 2) / (1 + np.exp(-chances)),
        sticks=of_class[:, :-1] + 1 - (after + 1 + alpha[:, None]) * np.exp(found.taken),
        likely=likely,
        seen=seen,
        found=found,
    )


def height(data: Data, chances: Floats, alpha: Floats, here: Slope) -> Floats:
    """Work out the logarithm of the posterior density of each chain, up to a constant.

    Args:
        data: the table.
        chances: as in `weights`.
        alpha: as in `slope`.
        here: what `slope` gave for them.

    Returns:
        The logarithms. One that is no number stands for a place of no probability.

    Assumes:
        What `slope` does.

    Source:
        Summing (1/N) times the multinomial probability over N leaves prod_w (pi_w / (1 - pi_0))^n_w:
        docs/methods/counting.md.
    """
    likelihood = (np.log(here.likely) * data.counts).sum(axis=1) - data.listed * np.log(here.seen)
    prior = 2 * here.found.missed.sum(axis=1) + chances.sum(axis=(1, 2))
    whole: Floats = likelihood + prior + (here.found.taken + alpha[:, None] * here.found.left).sum(axis=1)
    return whole
