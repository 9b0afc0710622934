"""From what each estimator found to what may be said: results with their assumptions, a headline or a refusal."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from kualik.engine.counting.fitting import Fits
from kualik.engine.counting.loglinear import LogLinear
from kualik.engine.counting.phrases import Phrase, Said, joined, phrase
from kualik.engine.counting.posterior import Posterior
from kualik.engine.counting.premises import ALWAYS
from kualik.engine.counting.results import Conditional, Curve, Dependence, Interval, Result, Trace

__all__ = ["CHORDAL", "CLASSES", "curves", "dependence", "envelope", "interval_of", "refusals", "results", "traces"]

A_NAME = phrase("Model A: average over decomposable graphs")
B_NAME = phrase("Model B: latent classes")
C_NAME = phrase("Model C: log-linear model chosen by BIC, selection repeated in the bootstrap")
TWO_NAME = phrase("Log-linear model of order two: pairs of lists only")
BOUND_NAME = phrase("Lower bound that knows how long each list is")

CHORDAL = phrase(
    "model A: dependence between lists can be drawn as a decomposable graph, "
    "and not all lists hang on each other at once"
)
CLASSES = phrase("model B: people fall into classes, and within a class the lists are independent of each other")
HIERARCHICAL = phrase("a hierarchical log-linear model holds for those on no list too; no interaction of all lists")
PAIRS_ONLY = phrase("lists depend on each other in pairs only, never three together")
HETEROGENEOUS = phrase("people differ in how likely they are to be listed, and lists do not avoid each other")

NOT_RUN = phrase("it was not run")
NO_INTERVAL = phrase("no interval was found")
POINTS = 64  # of a curve
CHAIN_POINTS = 80
PRECISE = 0.0005
NO_ANSWER = phrase("%(model)s gives no answer: %(why)s")
FAILED = phrase("the check “%(rule)s” fails (%(value)s). What would help: %(advice)s")


def results(fits: Fits) -> Iterator[Result]:
    """Say what each estimator that was run found, each with its own assumptions.

    Args:
        fits: what was found.

    Yields:
        The main ones first.
    """
    if fits.averaged or "A" in fits.refusals:
        found = fits.averaged
        facts: dict[str, Said] = {"models": found.models, "effective models": found.effective} if found else {}
        yield _posterior("A", A_NAME, CHORDAL, found.posterior if found else None, fits, facts)
    if fits.classes or "B" in fits.refusals:
        classes = fits.classes
        checks: dict[str, Said] = (
            {
                "rhat": classes.rhat,
                "bulk ess": classes.bulk_ess,
                "tail ess": classes.tail_ess,
                "sweeps": classes.sweeps,
                "chains": len(classes.traces),
            }
            if classes
            else {}
        )
        yield _posterior("B", B_NAME, CLASSES, classes.posterior if classes else None, fits, checks)
    yield from _models(fits)


def _posterior(
    id_: str, name: Phrase, own: Phrase, posterior: Posterior | None, fits: Fits, facts: dict[str, Said]
) -> Result:
    assumptions = (own, *ALWAYS)
    if posterior is None:
        return Result(id=id_, name=name, refusal=fits.refusals[id_], main=True, assumes=assumptions)
    found = Conditional(interval=interval_of(posterior), assumptions=assumptions)
    return Result(id=id_, name=name, found=found, main=True, diagnostics=facts, assumes=assumptions)


def _models(fits: Fits) -> Iterator[Result]:
    if fits.loglinear or "C" in fits.refusals:
        yield _loglinear("C", C_NAME, HIERARCHICAL, fits.loglinear, fits)
    if fits.order_two:
        yield _loglinear("order-two", TWO_NAME, PAIRS_ONLY, fits.order_two, fits)
    if fits.bound:
        interval = Interval(low=fits.bound.low, middle=fits.bound.estimate, high=fits.bound.high)
        found = Conditional(interval=interval, assumptions=(HETEROGENEOUS, *ALWAYS))
        yield Result(id="bound", name=BOUND_NAME, found=found, assumes=found.assumptions)
    elif "bound" in fits.refusals:
        yield Result(id="bound", name=BOUND_NAME, refusal=fits.refusals["bound"], assumes=(HETEROGENEOUS, *ALWAYS))


def _loglinear(id_: str, name: Phrase, own: Phrase, found: LogLinear | None, fits: Fits) -> Result:
    assumptions = (own, *ALWAYS)
    if found is None or found.low is None or found.high is None:
        why = joined(found.problems) if found and found.problems else fits.refusals.get(id_, NO_INTERVAL)
        return Result(id=id_, name=name, refusal=why, assumes=assumptions)
    facts: dict[str, Said] = {"model": found.terms, "models": found.models, "criterion": found.criterion}
    if found.problems:
        facts["problems"] = "; ".join(map(str, found.problems))
    interval = Interval(low=found.low, middle=found.estimate, high=found.high)
    shown = Conditional(interval=interval, assumptions=assumptions)
    return Result(id=id_, name=name, found=shown, diagnostics=facts, assumes=assumptions)


def interval_of(posterior: Posterior) -> Interval:
    """Give the 95 % interval of a posterior and its median.

    Args:
        posterior: of the number of people.

    Returns:
        The interval, in people.
    """
    low, high = posterior.interval()
    return Interval(low=low, middle=posterior.median, high=high)


def envelope(one: Interval, other: Interval) -> Interval:
    """Give the interval that holds two others.

    Args:
        one: an interval, in people.
        other: another.

    Returns:
        From the lower end to the higher; its middle is the mean of the two middles on the scale of ratios.
    """
    middle = float(np.sqrt(one.middle * other.middle))
    return Interval(low=min(one.low, other.low), middle=middle, high=max(one.high, other.high))


def refusals(fits: Fits) -> tuple[Phrase, ...]:
    """Say why no headline may be given; nothing where one may.

    Args:
        fits: what was found, with its checks.

    Returns:
        The reasons: a model without an answer, a check that fails and forbids a headline.
    """
    missing = [
        phrase(NO_ANSWER.text, model=letter, why=fits.refusals.get(letter, NOT_RUN))
        for letter, found in (("A", fits.averaged), ("B", fits.classes))
        if found is None
    ]
    failed = [
        phrase(FAILED.text, rule=gate.rule, value=gate.value, advice=gate.advice)
        for gate in fits.gates
        if gate.blocks and not gate.passed
    ]
    return (*missing, *failed)


def dependence(fits: Fits) -> Dependence:
    """Give what A thinks of how lists hang together.

    Args:
        fits: what was found.

    Returns:
        Pairs of lists and graphs with their probabilities; empty where A was not run.
    """
    found = fits.averaged
    if found is None:
        return Dependence()
    table, people = fits.table, found.posterior.median
    return Dependence(
        more=tuple(
            (one, other)
            for one, other in combinations(range(len(table.lists)), 2)
            if table.on_both(one, other) * people > table.on_list(one) * table.on_list(other)
        ),
        pairs=tuple((int(one), int(other), float(share)) for one, other, share in found.pairs),
        graphs=tuple(
            (tuple((int(one), int(other)) for one, other in graph.edges), float(graph.probability))
            for graph in found.graphs
        ),
        effective=float(found.effective),
        models=int(found.models),
    )


def curves(fits: Fits) -> tuple[Curve, ...]:
    """Trace the posteriors of A and B for a drawing.

    Args:
        fits: what was found.

    Returns:
        A curve for each of the two that has one.
    """
    found = (("A", fits.averaged), ("B", fits.classes))
    return tuple(_curve(letter, one.posterior) for letter, one in found if one is not None)


def _curve(letter: str, posterior: Posterior) -> Curve:
    low, high = posterior.quantile(PRECISE), posterior.quantile(1 - PRECISE)
    edges = np.geomspace(low - 0.5, max(high, low + 1) + 0.5, POINTS + 1)
    below = np.array([posterior.cdf(float(edge)) for edge in edges])
    density = np.diff(below) / np.diff(np.log(edges))
    smooth = np.convolve(np.pad(density, 1, mode="edge"), (0.25, 0.5, 0.25), mode="valid")
    middles = np.sqrt(edges[:-1] * edges[1:])
    return Curve(estimator=letter, people=tuple(map(float, middles)), density=tuple(map(float, smooth)))


def traces(fits: Fits) -> tuple[Trace, ...]:
    """Thin the chains of B for a drawing.

    Args:
        fits: what was found.

    Returns:
        A trace for each chain; none where B was not run.
    """
    if fits.classes is None:
        return ()
    kept = np.asarray(fits.classes.traces, dtype=np.float64)
    places = np.unique(np.linspace(0, kept.shape[1] - 1, CHAIN_POINTS).round().astype(int))
    return tuple(Trace(people=tuple(map(float, chain[places]))) for chain in kept)
