"""Chains that walk through the posterior of the latent-class model, all at once."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import gammaln

from kualik.engine.counting.mixture import Data, Slope, Weights, height, slope, weights
from kualik.engine.counting.posterior import Floats

__all__ = ["MixtureOptions", "Walk", "start", "step"]

LEAST_MISSED = 0.05  # a start for sparse lists: probabilities this many times those drawn evenly
LARGEST_LOGIT = 35.0  # a probability of 1 - 10^-15, as near to certain as a float can tell
LONGEST = 60  # leaps in one trajectory
FURTHEST = 2.4  # in logits: how far a trajectory goes at most, at unit speed
JITTER = 0.3  # of a leap's logarithm, from trajectory to trajectory
WANTED = 0.7  # of trajectories accepted: near the 0.65 that is best for Hamiltonian moves in many dimensions
SETTLING = 200  # steps in which the length of a leap is still being learnt
TRIES = 3  # new values of alpha in one step
MANY = 1e15  # people in a class from which a Poisson draw is a rounded normal one


@dataclass(frozen=True, slots=True, kw_only=True)
class MixtureOptions:
    """How the latent-class model is set up and walked.

    `classes` None is 2^J - 1, at most 15. `alpha` is the prior of the concentration: "gamma" (shape and rate 1/4, as
    LCMCR has it) or "lognormal" (0, 1/4, as HRDAG's Stan model has it). `sweeps` is how many steps there are at most.
    """

    classes: int | None = None
    alpha: str = "gamma"
    chains: int = 16
    sweeps: int = 3200
    gamma_shape: float = 0.25
    gamma_rate: float = 0.25
    lognormal_sd: float = 0.25

    def classes_for(self, lists: int) -> int:
        """Say how many classes a table of so many lists gets."""
        return self.classes or int(min(2**lists - 1, 15))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Walk:
    """Where every chain stands. Logits as in `weights`; `people` is N; `leap` is the length of a leap.

    It is one for all chains: one with its own could be left with a leap learnt where it no longer is.
    """

    chances: Floats
    sticks: Floats
    alpha: Floats
    leap: float
    people: Floats
    done: int


def start(data: Data, *, options: MixtureOptions, chance: np.random.Generator) -> Walk:
    """Place the chains far apart: half of them where nearly everybody is listed, half where few are.

    Args:
        data: the table.
        options: how many classes and chains.
        chance: a source of chance.

    Returns:
        A walk that has not begun.

    Source:
        Dispersed starts: Gelman and Rubin 1992; the sampler must bring all of them together by itself.
    """
    chains, lists = options.chains, data.patterns.shape[1]
    classes = options.classes_for(lists)
    even = chance.random((chains, classes, lists)) * (1 - 2e-9) + 1e-9
    thin = LEAST_MISSED ** chance.random(chains)
    thin[: chains // 2] = 1.0
    probable = even * thin[:, None, None]
    broken = chance.random((chains, classes - 1)) * (1 - 2e-9) + 1e-9
    return Walk(
        chances=np.log(probable) - np.log1p(-probable),
        sticks=np.log(broken) - np.log1p(-broken),
        alpha=np.exp(chance.uniform(np.log(0.5), np.log(2.0), chains)),
        leap=float(1 / np.sqrt(max(data.listed, 100.0))),
        people=np.full(chains, data.listed),
        done=0,
    )


def step(data: Data, walk: Walk, *, options: MixtureOptions, chance: np.random.Generator) -> Walk:
    """Move every chain once: along a trajectory with people summed out, then by drawing people and parameters.

    Args:
        data: the table.
        walk: where the chains stand.
        options: the prior of alpha.
        chance: a source of chance, the only one there is: the same state gives the same step.

    Returns:
        Where the chains stand then; `people` is one draw of N for each.

    Assumes:
        What `slope` does. Both moves leave the posterior as it is, so any order of them does.

    Source:
        Neal 2011 for Hamiltonian moves; Manrique-Vallier 2016, section 3, for the draws. Why both: decision 0014.
    """
    moved = walk if walk.done < SETTLING // 4 else _glide(data, walk, chance)
    found = weights(moved.chances, moved.sticks)
    of_class, on_list, unlisted = _people(data, moved, found, chance)
    after = np.cumsum(of_class[:, ::-1], axis=1)[:, ::-1] - of_class
    alpha = moved.alpha
    if walk.done >= SETTLING // 2:  # until then new classes stay likely: a chain that began with one would keep to it
        for _ in range(TRIES):
            alpha = _alpha(of_class[:, :-1], after[:, :-1], alpha, options, chance)
    chances = _logit_of_beta(1 + on_list, 1 + of_class[:, :, None] - on_list, chance)
    return replace(
        moved,
        chances=np.clip(chances, -LARGEST_LOGIT, LARGEST_LOGIT),
        sticks=_logit_of_beta(1 + of_class[:, :-1], alpha[:, None] + after[:, :-1], chance),
        alpha=alpha,
        people=data.listed + unlisted,
        done=walk.done + 1,
    )


def _glide(data: Data, walk: Walk, chance: np.random.Generator) -> Walk:
    """Follow one trajectory of random length in each chain, and keep its end with the right probability."""
    speed = chance.standard_normal(walk.chances.shape), chance.standard_normal(walk.sticks.shape)
    leap = walk.leap * np.exp(chance.normal(0.0, JITTER, len(walk.alpha)))
    most = int(np.clip(FURTHEST / walk.leap, 3, LONGEST))
    leaps = int(chance.integers(most // 3, most + 1)) or 1
    begun = slope(data, walk.chances, walk.sticks, walk.alpha)
    with np.errstate(all="ignore"):  # a trajectory that runs off to infinity is refused below
        chances, sticks, gained = _leap(data, walk, begun, speed, (leap, leaps))
        kept = np.nan_to_num(np.exp(np.minimum(gained, 0.0)), nan=0.0)
    accepted = chance.random(len(leap)) < kept
    rate = min(0.3, 3 / np.sqrt(walk.done + 1)) if walk.done < SETTLING else 0.0
    return replace(
        walk,
        chances=np.where(accepted[:, None, None], chances, walk.chances),
        sticks=np.where(accepted[:, None], sticks, walk.sticks),
        leap=walk.leap * float(np.exp(rate * (kept.mean() - WANTED))),
    )


def _leap(
    data: Data, walk: Walk, begun: Slope, speed: tuple[Floats, Floats], length: tuple[Floats, int]
) -> tuple[Floats, Floats, Floats]:
    """Leap so many times; give where that ends and how much of the total energy was lost on the way."""
    (leap, leaps), (fast, quick) = length, speed
    wide, narrow = leap[:, None, None], leap[:, None]
    chances, sticks, here = walk.chances, walk.sticks, begun
    energy = height(data, chances, walk.alpha, begun) - _moving(fast, quick)
    fast, quick = fast + wide / 2 * here.chances, quick + narrow / 2 * here.sticks
    for number in range(leaps):
        chances, sticks = chances + wide * fast, sticks + narrow * quick
        here = slope(data, chances, sticks, walk.alpha)
        share = 1.0 if number < leaps - 1 else 0.5
        fast, quick = fast + share * wide * here.chances, quick + share * narrow * here.sticks
    return chances, sticks, height(data, chances, walk.alpha, here) - _moving(fast, quick) - energy


def _moving(fast: Floats, quick: Floats) -> Floats:
    total: Floats = ((fast**2).sum(axis=(1, 2)) + (quick**2).sum(axis=1)) / 2
    return total


def _people(data: Data, walk: Walk, found: Weights, chance: np.random.Generator) -> tuple[Floats, Floats, Floats]:
    """Draw the class of everybody listed, and how many of each class are on no list.

    N0 is negative binomial: a gamma mixture of Poisson draws, so each class has its own and there is no cap.
    """
    base = found.share + found.missed
    parts = (walk.chances @ data.patterns[:-1].T + base[:, :, None]).transpose(0, 2, 1)
    parts = np.exp(parts - parts.max(axis=2, keepdims=True))
    parts /= parts.sum(axis=2, keepdims=True)
    listed = chance.multinomial(np.broadcast_to(data.counts, parts.shape[:2]), parts)
    rate = chance.standard_gamma(data.listed, len(base)) / found.seen
    hidden = _poisson(rate[:, None] * np.exp(base), chance)
    on_list = np.matmul(listed.transpose(0, 2, 1).astype(np.float64), data.patterns[:-1])
    return listed.sum(axis=1) + hidden, on_list, hidden.sum(axis=1)


def _poisson(mean: Floats, chance: np.random.Generator) -> Floats:
    few = chance.poisson(np.minimum(mean, MANY)).astype(np.float64)
    if mean.max() < MANY:
        return few
    many = np.rint(mean + np.sqrt(mean) * chance.standard_normal(mean.shape))
    return np.where(mean < MANY, few, many)


def _logit_of_beta(one: Floats, other: Floats, chance: np.random.Generator) -> Floats:
    return _log_gamma(one, chance) - _log_gamma(other, chance)


def _log_gamma(shape: Floats, chance: np.random.Generator) -> Floats:
    """Draw the logarithm of a gamma variable; a tiny shape would give nought, and no logarithm, the plain way."""
    drawn = np.log(chance.standard_gamma(shape + 1))
    less: Floats = drawn - chance.standard_exponential(shape.shape) / shape
    return less


def _alpha(
    of_class: Floats, after: Floats, alpha: Floats, options: MixtureOptions, chance: np.random.Generator
) -> Floats:
    """Try another alpha, given how many people each class has and with the sticks summed out, so that it moves far."""
    tried = alpha * np.exp(chance.normal(0.0, 1.0, len(alpha)))
    both = np.stack((tried, alpha))
    whole = both[:, :, None]
    likelihood = (np.log(whole) + gammaln(whole + after) - gammaln(1 + whole + of_class + after)).sum(axis=2)
    if options.alpha == "gamma":
        prior = options.gamma_shape * np.log(both) - options.gamma_rate * both
    else:
        prior = -(np.log(both) ** 2) / (2 * options.lognormal_sd**2)
    gained = likelihood[0] + prior[0] - likelihood[1] - prior[1]
    return np.where(np.log(chance.random(len(alpha))) < gained, tried, alpha)
