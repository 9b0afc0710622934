"""What must be so before a headline is given; looked at before any figure that somebody claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from kualik.engine.counting.averaging import Averaged
from kualik.engine.counting.hiding import hide
from kualik.engine.counting.latent_classes import AGREED, ENOUGH, PROVISIONAL, Classes
from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.counting.posterior import Floats, Posterior
from kualik.engine.counting.table import Table
from kualik.engine.counting.variant import Variant

__all__ = ["Gate", "check", "valley"]

LEAST_LISTS = 3
LEAST_TWICE, LEAST_SHARE = 20, 0.03
MOST_APART = 0.5  # of the pairs of lists
AT_CAP = 1.02
MOST_RATIO = 1.5  # between the medians of A and B
MOST_LOW = 0.5  # of the lists that were hidden
WIDEST = 4.0  # upper end by lower end
SHALLOWEST = 0.5  # a valley this deep between two peaks parts two answers
LEAST_BESIDE = 0.05  # of belief on either side of a valley
MOST_WITHOUT = 1.5
MOVED, MOVED_FAR = 1.25, 1.5
GRID, PRECISE = 60, 0.0025
SMOOTH = np.array((1.0, 2.0, 3.0, 2.0, 1.0)) / 9

LISTS = phrase("three lists or more")
OVERLAP = phrase("%(least)s people or more, and %(share)s %% of those listed, are on two lists", least=20, share=3)
APART = phrase("no more than half of the pairs of lists share nobody")
CAP = phrase("the answer does not hang on the largest number considered")
CONVERGENCE = phrase(
    "the chains of model B agree: R-hat is %(agreed)s or less; to %(provisional)s the answer is provisional",
    agreed=AGREED,
    provisional=PROVISIONAL,
)
SAMPLE = phrase("the draws of model B are worth %(least)s independent ones or more", least=ENOUGH)
AGREEMENT = phrase(
    "models A and B agree: their intervals overlap, and their medians differ by a factor of %(most)s at most",
    most=MOST_RATIO,
)
WIDTH = phrase("the upper end is at most %(most)s times the lower end", most=WIDEST)
MODES = phrase("there is one answer: neither model's belief lies in two separate heaps")
WITHOUT = phrase("no list decides alone: without it the median moves by a factor of %(most)s at most", most=1.5)
PRIOR = phrase(
    "what was assumed beforehand does not decide: another prior moves the median by a factor of %(far)s at most; "
    "from %(near)s the answer is provisional",
    far=MOVED_FAR,
    near=MOVED,
)

HIDDEN = phrase(
    "known numbers are found again: of the lists, each hidden in turn and counted from the others by model A, no more "
    "than half come out too low; one or more make the answer provisional"
)

MORE_LISTS = phrase("a further list that was made independently of these")
MORE_OVERLAP = phrase("longer lists, or a further one; and a check whether the same people were missed as the same")
LOOK_AT_PAIRS = phrase("find out why these lists share nobody: other places, other times, or people not recognised")
LONGER = phrase("a longer run; if the chains still disagree, a further list")
NO_MODEL = phrase("find out which lists were made from each other or sent people to each other; or a further list")
ONE_OF_TWO = phrase("what tells the answers apart: a further list, or a sample of people looked for on every list")
PEOPLE_DIFFER = phrase(
    "people differ much in how likely they are to be listed, so the whole comes out too low: count within parts in "
    "which they are alike (place, time, age), or find a list that reaches those whom the others miss"
)
LOOK_AT_LIST = phrase("find out how that list was made, and count within parts where it is like the others")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One thing that must be so before a headline is given: the rule, what was found, and what would help.

    `blocks`: without it there is no headline; otherwise it is a warning. `provisional`: it is just so.
    """

    name: str
    rule: Phrase
    value: Phrase
    passed: bool
    advice: Phrase
    blocks: bool = True
    provisional: bool = False


def check(
    table: Table, *, averaged: Averaged | None, classes: Classes | None, variants: Sequence[Variant]
) -> tuple[Gate, ...]:
    """Check everything that must be so before a headline is given.

    Args:
        table: the lists, tidied.
        averaged: what A found; None where it has no answer.
        classes: what B found; None where it has no answer.
        variants: the same counted again with one thing changed.

    Returns:
        The gates, each passed or not. A gate that compares A with B is there only where both have an answer.

    Source:
        Rules of the study, methods/counting.md 5.6, chosen on populations of benchmarks/_populations.py and never on
        published tables; what each refuses and misses is told in docs/methods/counting.md.
    """
    return tuple(_gates(table, averaged, classes, variants))


def _gates(
    table: Table, averaged: Averaged | None, classes: Classes | None, variants: Sequence[Variant]
) -> Iterator[Gate]:
    yield from _of_table(table)
    if classes:
        yield from _of_chains(classes)
    found = {letter: one.posterior for letter, one in (("A", averaged), ("B", classes)) if one}
    if found:
        yield _modes(found)
        yield _width(list(found.values()))
    if averaged and (hidden := _hidden(table)):
        yield hidden
    if averaged and classes:
        yield _agreement(averaged.posterior, classes.posterior)
    yield from _of_variants(found, variants)


def _of_table(table: Table) -> Iterator[Gate]:
    lists, listed = len(table.lists), table.listed
    yield Gate(
        name="lists",
        rule=LISTS,
        value=phrase("%(lists)s lists", lists=lists),
        passed=lists >= LEAST_LISTS,
        advice=MORE_LISTS,
    )
    twice = listed - table.on_exactly(1)
    yield Gate(
        name="overlap",
        rule=OVERLAP,
        value=phrase("%(twice)s of %(listed)s people", twice=twice, listed=listed),
        passed=twice >= LEAST_TWICE and twice >= LEAST_SHARE * listed,
        advice=MORE_OVERLAP,
    )
    pairs = list(combinations(range(lists), 2))
    apart = sum(not table.on_both(*pair) for pair in pairs)
    yield Gate(
        name="thin",
        rule=APART,
        value=phrase("%(apart)s of %(pairs)s pairs share nobody", apart=apart, pairs=len(pairs)),
        passed=apart <= MOST_APART * len(pairs),
        advice=LOOK_AT_PAIRS,
        blocks=False,
    )


def _of_chains(classes: Classes) -> Iterator[Gate]:
    value = phrase("R-hat %(rhat)s", rhat=f"{classes.rhat:.3f}")
    if len(classes.modes) > 1:
        heaps = "; ".join(f"{one.median:,.0f} ({one.low:,.0f}-{one.high:,.0f})" for one in classes.modes)
        value = phrase("R-hat %(rhat)s; chains stay apart: %(heaps)s", rhat=f"{classes.rhat:.3f}", heaps=heaps)
    yield Gate(
        name="convergence",
        rule=CONVERGENCE,
        value=value,
        passed=classes.rhat <= PROVISIONAL,
        advice=LONGER,
        provisional=AGREED < classes.rhat <= PROVISIONAL,
    )
    least = min(classes.bulk_ess, classes.tail_ess)
    value = phrase("%(draws)s independent draws", draws=int(least))
    yield Gate(name="sample", rule=SAMPLE, value=value, passed=least >= ENOUGH, advice=LONGER)


def _hidden(table: Table) -> Gate | None:
    found = hide(table)
    if not found:
        return None
    low = [one.list_name for one in found if one.too_few]
    value = phrase("%(low)s of %(lists)s lists come out too low", low=len(low), lists=len(found))
    if low:
        names = ", ".join(low)
        value = phrase(
            "%(low)s of %(lists)s lists come out too low: %(names)s", low=len(low), lists=len(found), names=names
        )
    passed = len(low) <= MOST_LOW * len(found)
    return Gate(
        name="hidden", rule=HIDDEN, value=value, passed=passed, advice=PEOPLE_DIFFER, provisional=passed and bool(low)
    )


def _agreement(one: Posterior, other: Posterior) -> Gate:
    ratio = _apart(one.median, other.median)
    (low, high), (least, most) = one.interval(), other.interval()
    overlap = low <= most and least <= high
    value = phrase("medians %(one)s and %(other)s", one=_people(one.median), other=_people(other.median))
    passed = overlap and ratio <= MOST_RATIO
    return Gate(name="agreement", rule=AGREEMENT, value=value, passed=passed, advice=NO_MODEL)


def _width(found: Sequence[Posterior]) -> Gate:
    ends = [one.interval() for one in found]
    low, high = min(low for low, _ in ends), max(high for _, high in ends)
    value = phrase("%(times)s times", times=round(high / low, 2))
    return Gate(name="width", rule=WIDTH, value=value, passed=high <= WIDEST * low, advice=MORE_LISTS)


def _modes(found: dict[str, Posterior]) -> Gate:
    apart = [letter for letter, one in found.items() if valley(one) < SHALLOWEST]
    value = phrase("two heaps of belief (%(models)s)", models=", ".join(apart)) if apart else phrase("one heap")
    return Gate(name="modes", rule=MODES, value=value, passed=not apart, advice=ONE_OF_TWO)


def valley(posterior: Posterior) -> float:
    """Say how deep the deepest valley between two heaps of belief is.

    Args:
        posterior: of the number of people.

    Returns:
        The height of the valley by that of the lower of the two peaks beside it, on the scale of the logarithm of
        people on no list: 1 where there is one heap, nearly 0 where there are two answers.
    """
    density, mass = _density(posterior)
    inside = np.minimum(mass, 1 - mass) >= LEAST_BESIDE
    left, right = np.maximum.accumulate(density), np.maximum.accumulate(density[::-1])[::-1]
    return float((density / np.minimum(left, right))[inside].min(initial=1.0))


def _density(posterior: Posterior) -> tuple[Floats, Floats]:
    """Trace the belief by the logarithm of people on no list, in steps of whole people, smoothed a little.

    Also the share of belief up to the end of each step.
    """
    ends = [max(posterior.quantile(share) - posterior.listed, 1.0) for share in (PRECISE, 1 - PRECISE)]
    edges = np.unique(np.rint(np.geomspace(ends[0], ends[1] + 1, GRID + 1))) - 0.5
    below = np.array([posterior.cdf(posterior.listed + float(edge)) for edge in edges])
    steps = np.diff(below) / np.diff(np.log(edges))
    smooth = np.convolve(np.pad(steps, 2, mode="edge"), SMOOTH, mode="valid")
    return np.maximum(smooth, 1e-12), below[1:]


def _of_variants(found: dict[str, Posterior], variants: Sequence[Variant]) -> Iterator[Gate]:
    moved = [(_apart(one.median, found[one.estimator].median), one) for one in variants if one.estimator in found]
    if caps := [one for _, one in moved if one.what == "cap"]:
        yield _cap(caps, found)
    if without := [pair for pair in moved if pair[1].what == "leave-out"]:
        most, list_ = max(without, key=lambda pair: pair[0])
        value = phrase(
            "without %(list)s by a factor of %(most)s (model %(model)s)",
            list=list_.left_out,
            most=round(most, 2),
            model=list_.estimator,
        )
        passed = most <= MOST_WITHOUT
        yield Gate(name="leave-out", rule=WITHOUT, value=value, passed=passed, advice=LOOK_AT_LIST, blocks=False)
    if priors := [pair for pair in moved if pair[1].what in {"delta", "prior", "classes", "alpha"}]:
        most, worst = max(priors, key=lambda pair: pair[0])
        label = phrase("model %(model)s, %(what)s", model=worst.estimator, what=worst.label)
        yield Gate(
            name="prior",
            rule=PRIOR,
            value=phrase("by a factor of %(most)s (%(what)s)", most=round(most, 2), what=label),
            passed=most <= MOVED_FAR,
            advice=MORE_LISTS,
            provisional=MOVED < most <= MOVED_FAR,
        )


def _cap(caps: Sequence[Variant], found: dict[str, Posterior]) -> Gate:
    most = max(
        _apart(end, usual)
        for one in caps
        for end, usual in zip(
            (one.low, one.median, one.high),
            (found[one.estimator].quantile(share) for share in (0.025, 0.5, 0.975)),
            strict=True,
        )
    )
    value = phrase("by a factor of %(most)s", most=f"{most:.3f}")
    return Gate(name="cap", rule=CAP, value=value, passed=most <= AT_CAP, advice=MORE_OVERLAP)


def _apart(one: float, other: float) -> float:
    """Say by which factor two numbers of people differ, from 1."""
    return max(one / other, other / one)


def _people(number: float) -> int:
    return round(number)
