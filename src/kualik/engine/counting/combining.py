"""Estimates of several tables as one: strata are added up, linkages and imputations averaged over, draw by draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np
from scipy.special import stdtrit

from kualik.engine.counting.posterior import MASS, Posterior
from kualik.engine.facts import EngineError

__all__ = ["NothingToCombine", "Pooled", "RuleInterval", "add_strata", "combine_by_rule", "pool"]

DRAWS = 20_000
FEWEST = 200  # draws of one replicate
SEVERAL = 2


class NothingToCombine(EngineError):
    """There are fewer estimates than combining needs."""

    def __init__(self, *, given: int, needed: int) -> None:
        super().__init__(f"{given} estimates to combine; {needed} are needed: give a table for each")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pooled:
    """One posterior over all replicates, with the variance inside them and between, in people squared.

    `between` is (1 + 1/R) times the variance of the R means; `share` is its part of the whole: what comes of not
    knowing who is who.
    """

    posterior: Posterior
    replicates: int
    within: float
    between: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInterval:
    """What a rule of combination gives, in people: `people` is the mean, the ends are those of the interval."""

    low: float
    people: float
    high: float


def add_strata(posteriors: Sequence[Posterior], *, seed: int) -> Posterior:
    """Add up strata by adding their draws; adding the ends of intervals would make them too wide.

    Args:
        posteriors: of the number of people in each stratum; one at least.
        seed: chance is drawn from it, for each stratum by itself.

    Returns:
        The posterior of their sum.

    Raises:
        NothingToCombine: there is none.

    Assumes:
        Everybody is in one stratum, and what is not known of one stratum has nothing to do with the others.

    Source:
        The convolution of the posteriors, by Monte Carlo: docs/methods/counting.md.
    """
    if not posteriors:
        raise NothingToCombine(given=0, needed=1)
    seeds = _seeds(seed, len(posteriors))
    total = np.sum([one.draws(DRAWS, own) for one, own in zip(posteriors, seeds, strict=True)], axis=0)
    return Posterior.of_draws(total, listed=sum(one.listed for one in posteriors))


def pool(posteriors: Sequence[Posterior], *, seed: int) -> Pooled:
    """Average over replicates: capture tables of several linkages or imputations, each as likely as the others.

    Args:
        posteriors: of the number of people, from each replicate; one at least.
        seed: chance is drawn from it.

    Returns:
        Equally many draws of each together, and what part of their variance lies between replicates.

    Raises:
        NothingToCombine: there is none.

    Assumes:
        Replicates are draws of one posterior of who is who.

    Source:
        Sadinle 2018, Annals of Applied Statistics 12(2), 1013-1038, section 3; Rubin 1987 for the two variances.
    """
    if not posteriors:
        raise NothingToCombine(given=0, needed=1)
    many = len(posteriors)
    seeds = _seeds(seed, many)
    each = max(DRAWS // many, FEWEST)
    draws = [one.draws(each, own) for one, own in zip(posteriors, seeds, strict=True)]
    within = float(np.mean([np.var(one) for one in draws]))
    means = [one.mean for one in posteriors]
    between = (1 + 1 / many) * float(np.var(means, ddof=1)) if many >= SEVERAL else 0.0
    whole = within + between
    return Pooled(
        posterior=Posterior.of_draws(np.concatenate(draws), listed=min(one.listed for one in posteriors)),
        replicates=many,
        within=within,
        between=between,
        share=between / whole if whole else 0.0,
    )


def combine_by_rule(
    *,
    listed: Sequence[float],
    unlisted: Sequence[float],
    log_means: Sequence[float],
    log_variances: Sequence[float],
    mass: float = MASS,
) -> RuleInterval:
    """Combine replicates by Rubin's rule on ln N0, as HRDAG's verdata does; a comparison, not our answer.

    Args:
        listed: people listed in each replicate; their mean is added to the people on no list.
        unlisted: the mean number of people on no list in each.
        log_means: the mean of ln N0 in each replicate, natural logarithm of people on no list.
        log_variances: its variance in each.
        mass: of the interval, in (0, 1).

    Returns:
        The interval and the mean, in people.

    Raises:
        NothingToCombine: there are fewer than two replicates.

    Assumes:
        ln N0 is about normal in each replicate. Where replicates differ, the interval is that of a t distribution.

    Source:
        Rubin 1987, Multiple Imputation for Nonresponse in Surveys, (3.1.2)-(3.1.8), as HRDAG's verdata applies it to
        ln N0 (the study, methods/counting.md 5.5): its degrees of freedom have (R + 1) B where Rubin has (1 + 1/R) B,
        so its interval is a little wider than Rubin's.
    """
    many = len(log_means)
    if many < SEVERAL:
        raise NothingToCombine(given=many, needed=SEVERAL)
    middle, within = float(np.mean(log_means)), float(np.mean(log_variances))
    between = float(np.var(log_means, ddof=1))
    spread = sqrt(within + (1 + 1 / many) * between)
    freedom = (many - 1) * (1 + within / ((many + 1) * between)) ** 2 if between > 0 else np.inf
    far = float(stdtrit(freedom, (1 + mass) / 2)) * spread
    known = float(np.mean(listed))
    people = known + float(np.mean(unlisted))
    return RuleInterval(low=known + exp(middle - far), people=people, high=known + exp(middle + far))


def _seeds(seed: int, many: int) -> list[int]:
    """Give each part a seed of its own, that no other seed and part share but by chance."""
    return [int(one) for one in np.random.SeedSequence(seed).generate_state(many, np.uint64)]
