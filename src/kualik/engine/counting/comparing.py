"""Named comparisons, which are never an answer: two lists at a time, Chao, independence; and why models differ."""

from collections.abc import Iterator
from itertools import combinations

from kualik.engine.counting.fitting import Fits
from kualik.engine.counting.lower_bound import chao
from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.counting.premises import ALWAYS
from kualik.engine.counting.results import Conditional, Interval, Result
from kualik.engine.counting.table import Table
from kualik.engine.counting.two_lists import Estimate, TooLittleOverlap, chapman

__all__ = ["UNTESTABLE", "comparisons", "differences", "warnings"]

UNTESTABLE = phrase("two lists: dependence cannot be checked")
INDEPENDENT = phrase("being on one list makes being on the other neither likelier nor less likely")
EVEN = phrase("the lists are about equally long and do not avoid each other")
CHAPMAN = phrase("Chapman (Lincoln-Petersen), %(one)s and %(other)s")
CHAO = phrase("Chao, from those on one list and on two")
THIN = phrase("%(people)s people are on both lists; too few")
TWICE = phrase("%(people)s people are on exactly two lists; too few")
EMPTY = phrase("nobody is on the list %(list)s")
APART = phrase("nobody on the list %(list)s is on any other: leave it out, or find out why")
INSIDE = phrase("one of %(one)s and %(other)s is wholly in the other: was it copied from it?")
DIFFER = phrase(
    "The log-linear model of order two says %(two)s and model A %(averaged)s. Order two lets lists depend on each "
    "other in pairs only, and adds the pairs up for those on no list; BIC prefers %(terms)s, which gives %(best)s. "
    "Model A averages over decomposable graphs, in which lists that are all tied to each other may depend three at a "
    "time; it has no model with ties in a ring, and none in which three lists are tied pair by pair and no further"
)
TWO = 2
PAIRED = 6  # lists of which every pair is compared; of more there would be dozens
APART_BY = 1.1  # medians that differ by less need no explanation


def comparisons(table: Table) -> Iterator[Result]:
    """Give the simple estimates that are often published, by name, for comparison only.

    Args:
        table: two lists or more.

    Yields:
        Each pair of up to six lists by Chapman's estimate, then Chao's; a refusal where too few people are shared.
    """
    if len(table.lists) <= PAIRED:
        for one, other in combinations(range(len(table.lists)), TWO):
            yield _pair(table, one, other)
    if len(table.lists) > TWO:
        yield _chao(table)


def _pair(table: Table, one: int, other: int) -> Result:
    first, second, both = table.on_list(one), table.on_list(other), table.on_both(one, other)
    named = phrase(CHAPMAN.text, one=table.lists[one], other=table.lists[other])
    facts = {"first": first, "second": second, "both": both}
    assumptions = (INDEPENDENT, UNTESTABLE, *ALWAYS)
    try:
        found = chapman(first=first, second=second, both=both)
    except TooLittleOverlap as refused:
        thin = phrase(THIN.text, people=refused.shared)
        return Result(id="chapman", name=named, refusal=thin, diagnostics=facts, assumes=assumptions)
    further = tuple((f"{odds:g}", people) for odds, people in found.if_dependent)
    return Result(
        id="chapman",
        name=named,
        found=Conditional(interval=_interval(found), assumptions=assumptions),
        diagnostics=facts,
        further=further,
        assumes=assumptions,
    )


def _chao(table: Table) -> Result:
    once, twice = table.on_exactly(1), table.on_exactly(TWO)
    facts = {"once": once, "twice": twice}
    assumptions = (EVEN, *ALWAYS)
    try:
        found = chao(lists=len(table.lists), once=once, twice=twice, listed=table.listed)
    except TooLittleOverlap:
        thin = phrase(TWICE.text, people=twice)
        return Result(id="chao", name=CHAO, refusal=thin, diagnostics=facts, assumes=assumptions)
    shown = Conditional(interval=_interval(found), assumptions=assumptions)
    return Result(id="chao", name=CHAO, found=shown, diagnostics=facts, assumes=assumptions)


def _interval(found: Estimate) -> Interval:
    return Interval(low=found.low, middle=found.people, high=found.high)


def warnings(table: Table) -> Iterator[Phrase]:
    """Say what is odd about the lists.

    Args:
        table: the lists as they were given.

    Yields:
        A list with nobody, a list that overlaps none, a list that lies wholly within another.
    """
    for place, name in enumerate(table.lists):
        others = [other for other in range(len(table.lists)) if other != place]
        if not table.on_list(place):
            yield phrase(EMPTY.text, list=name)
        elif others and not any(table.on_both(place, other) for other in others):
            yield phrase(APART.text, list=name)
    for one, other in combinations(range(len(table.lists)), TWO):
        if 0 < min(table.on_list(one), table.on_list(other)) == table.on_both(one, other):
            yield phrase(INSIDE.text, one=table.lists[one], other=table.lists[other])


def differences(fits: Fits) -> Iterator[Phrase]:
    """Say why model A and a log-linear model of order two differ, where they do.

    Args:
        fits: what was found.

    Yields:
        One sentence, or nothing.
    """
    if not (fits.averaged and fits.order_two and fits.loglinear):
        return
    averaged, second = fits.averaged.posterior.median, fits.order_two.estimate
    if max(averaged, second) < APART_BY * min(averaged, second):
        return
    yield phrase(
        DIFFER.text,
        two=round(second),
        averaged=round(averaged),
        terms=fits.loglinear.terms,
        best=round(fits.loglinear.estimate),
    )
