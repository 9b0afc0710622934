"""An honest report on how many: who is listed, what can be said of the rest, and what cannot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import floor, log10

from kualik.engine.counting.lower_bound import chao
from kualik.engine.counting.table import Table
from kualik.engine.counting.two_lists import Estimate, TooLittleOverlap, chapman

__all__ = ["Report", "Result", "count_people", "in_words"]

UNTESTABLE = "two lists: dependence cannot be checked"
CLOSED = "the same people could be on every list: nobody came or went between them"
LINKED = "everybody on two lists was recognised, and nobody was taken for another"
REACHABLE = "everybody had some chance of being listed; people no list could reach are not counted"
ALWAYS = (CLOSED, LINKED, REACHABLE)
INDEPENDENT = "being on one list makes being on the other neither likelier nor less likely"
EVEN = "the lists are about equally long and do not avoid each other"
SIGNIFICANT = 2  # digits; more would look like knowledge
TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one estimator says: an estimate, or why it refuses. None of them is a headline by itself."""

    estimator: str
    assumptions: tuple[str, ...]
    estimate: Estimate | None = None
    refusal: str | None = None
    diagnostics: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How many are listed, and on which list; the estimators; why no single number is given."""

    lists: dict[str, int]
    listed: int
    refusal: str
    results: tuple[Result, ...]
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Give the report as JSON-ready values."""
        return {
            "listed": self.listed,
            "lists": self.lists,
            "headline": None,
            "refusal": self.refusal,
            "warnings": list(self.warnings),
            "estimators": [_result_as_json(one) for one in self.results],
        }


def count_people(table: Table) -> Report:
    """Report what a capture-history table says of how many people there are.

    Args:
        table: the lists and their patterns.

    Returns:
        The documented total, and estimates to compare with each other. There is no headline: two lists cannot
        tell whether they depend on each other, and the estimators for more lists are not part of this version.
    """
    return Report(
        lists={name: table.on_list(place) for place, name in enumerate(table.lists)},
        listed=table.listed,
        refusal=_refusal(table),
        results=tuple(_results(table)),
        warnings=tuple(_warnings(table)),
    )


def _refusal(table: Table) -> str:
    if len(table.lists) < TWO:
        return "one list says nothing of the people who are on none"
    if len(table.lists) == TWO:
        return f"{UNTESTABLE}, so no single number can be defended; see how it moves if they depend"
    return (
        "three lists or more need a model of how they depend on each other, which this version does not have; "
        "the figures below are comparisons that take lists as independent or equally long"
    )


def _results(table: Table) -> Iterator[Result]:
    for one, other in combinations(range(len(table.lists)), TWO):
        yield _pair(table, one, other)
    if len(table.lists) > TWO:
        yield _chao(table)


def _pair(table: Table, one: int, other: int) -> Result:
    first, second, both = table.on_list(one), table.on_list(other), table.on_both(one, other)
    name = f"Chapman (Lincoln-Petersen), {table.lists[one]} and {table.lists[other]}"
    assumptions = (INDEPENDENT, UNTESTABLE, *ALWAYS)
    diagnostics = {"first": first, "second": second, "both": both}
    try:
        estimate = chapman(first=first, second=second, both=both)
    except TooLittleOverlap as refused:
        return Result(estimator=name, assumptions=assumptions, refusal=str(refused), diagnostics=diagnostics)
    return Result(estimator=name, assumptions=assumptions, estimate=estimate, diagnostics=diagnostics)


def _chao(table: Table) -> Result:
    name = "Chao, from those on one list and on two"
    once, twice = table.on_exactly(1), table.on_exactly(TWO)
    assumptions = (EVEN, *ALWAYS)
    diagnostics = {"once": once, "twice": twice}
    try:
        estimate = chao(lists=len(table.lists), once=once, twice=twice, listed=table.listed)
    except TooLittleOverlap:
        why = f"{twice} people are on exactly two lists; too few"
        return Result(estimator=name, assumptions=assumptions, refusal=why, diagnostics=diagnostics)
    return Result(estimator=name, assumptions=assumptions, estimate=estimate, diagnostics=diagnostics)


def _warnings(table: Table) -> Iterator[str]:
    for place, name in enumerate(table.lists):
        others = [other for other in range(len(table.lists)) if other != place]
        if not table.on_list(place):
            yield f"nobody is on the list {name}"
        elif others and not any(table.on_both(place, other) for other in others):
            yield f"nobody on the list {name} is on any other: leave it out, or find out why"
    for one, other in combinations(range(len(table.lists)), TWO):
        if 0 < min(table.on_list(one), table.on_list(other)) == table.on_both(one, other):
            yield f"one of {table.lists[one]} and {table.lists[other]} is wholly in the other: was it copied from it?"


def _result_as_json(result: Result) -> dict[str, object]:
    found: dict[str, object] = {"estimator": result.estimator, "estimate": None, "low": None, "high": None}
    if result.estimate:
        found |= {
            "estimate": result.estimate.people,
            "low": result.estimate.low,
            "high": result.estimate.high,
            "standard_error": result.estimate.standard_error,
            "if_odds_ratio": {f"{odds:g}": people for odds, people in result.estimate.if_dependent},
        }
    return found | {
        "refusal": result.refusal,
        "assumptions": list(result.assumptions),
        "diagnostics": dict(result.diagnostics),
    }


def in_words(report: Report) -> str:
    """Say a report in words: first who is listed, then the intervals with what they assume.

    Args:
        report: what a table says.

    Returns:
        Text in lines; figures in two digits, and none below the people who are listed.
    """
    lists = ", ".join(f"{name} {people}" for name, people in report.lists.items())
    lines = [f"At least {report.listed} people are listed ({lists}).", f"No single estimate: {report.refusal}."]
    lines += [f"Take care: {warning}." for warning in report.warnings]
    for result in report.results:
        lines += ["", *_result_in_words(result, report.listed)]
    if any(result.estimate for result in report.results):
        lines += ["", f"All of them assume: {'; '.join(ALWAYS)}."]
    return "\n".join(lines) + "\n"


def _result_in_words(result: Result, listed: int) -> Iterator[str]:
    if not result.estimate:
        yield f"{result.estimator}: refused: {result.refusal}."
        return
    estimate = result.estimate
    low, high, people = (_rounded(one, listed) for one in (estimate.low, estimate.high, estimate.people))
    yield f"{result.estimator}: {low} to {high} people (95 %), about {people}, for comparison only."
    yield f"  It assumes: {'; '.join(one for one in result.assumptions if one not in ALWAYS)}."
    if estimate.if_dependent:
        moved = ", ".join(f"{odds:g} times: {_rounded(people, listed)}" for odds, people in estimate.if_dependent)
        yield f"  If being on one list changes the odds of being on the other, {moved}."


def _rounded(people: float, listed: int) -> int:
    """Round to two digits, and not below the people who are listed."""
    if people < 1:
        return listed
    digits = min(0, SIGNIFICANT - 1 - floor(log10(people)))
    return max(listed, int(round(people, digits)))
