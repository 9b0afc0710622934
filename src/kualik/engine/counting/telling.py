"""A report as sentences and tables, in order, ready to be written as text, as a page or as HTML.

Every form is made from these blocks, so that none can give a figure and leave out what it assumes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kualik.engine.counting.phrases import Phrase, joined, phrase
from kualik.engine.counting.premises import ALWAYS
from kualik.engine.counting.report import Report
from kualik.engine.counting.results import Interval, Result

__all__ = ["Block", "Row", "blocks", "first_words", "headline", "interval_words"]

NAMED = phrase("At least %(people)s people are named (%(lists)s)")
ONE_NAMED = phrase("At least 1 person is named (%(lists)s)")
ON_MANY = phrase("At least %(people)s people are named, on %(lists)s lists")
HEADLINE = phrase(
    "Between %(low)s and %(high)s people (95 %%), those on no list included: "
    "the interval that holds those of both models"
)
PROVISIONAL = phrase(
    "Provisionally between %(low)s and %(high)s people (95 %%), those on no list included: "
    "the interval that holds those of both models; a check was passed only just"
)
REFUSED = phrase("No number of all people is given")
SPAN = phrase("%(low)s to %(high)s people (95 %%), about %(middle)s")
NOT_STATED = phrase("not stated")
ABOUT = phrase("What is counted")
POPULATION, PLACE, WINDOW, EVENT = (
    phrase("Who"), phrase("Where"), phrase("When"), phrase("Event"),
)  # fmt: skip
LISTS = phrase("The lists")
LIST = phrase("%(list)s: %(people)s people, %(alone)s of them on no other list")
LIST_IS = phrase("%(list)s: %(people)s people, %(alone)s of them on no other list; it is %(what)s")
WHY = phrase("Why not")
ASSUMES = phrase("All of this assumes")
MODELS = phrase("What each model says")
MODEL = phrase("%(model)s: %(span)s")
MODEL_REFUSED = phrase("%(model)s: refused: %(why)s")
IT_ASSUMES = phrase("It assumes: %(assumption)s")
COMPARISONS = phrase("For comparison only; none of these is an answer")
IF_DEPENDENT = phrase("If being on one list changes the odds of being on the other: %(figures)s")
TIMES = phrase("%(odds)s times, about %(people)s")
CHECKS = phrase("What was checked")
PASSED = phrase("Passes: %(rule)s (%(value)s)")
FAILED = phrase("Fails: %(rule)s (%(value)s). What would help: %(advice)s")
CHANGED = phrase("What moves the answer")
CHANGE = phrase("Model %(estimator)s, %(label)s: %(low)s to %(high)s, median %(median)s")
TIES = phrase("How the lists hang together, by model A")
MORE = phrase("%(one)s and %(other)s overlap more than by chance (tied with probability %(share)s %%)")
LESS = phrase("%(one)s and %(other)s overlap less than by chance (tied with probability %(share)s %%)")
NO_TIES = phrase("no two lists are clearly tied to each other")
GRAPH = phrase("probability %(share)s %%: %(ties)s")
UNTIED = phrase("all lists independent")
MANY = phrase("%(effective)s of %(models)s graphs carry the answer")
LINKAGE = phrase("Errors of linkage")
NOT_ASSESSED = phrase("Linkage error was not assessed: the figures take every recognition of a person as right")
ASSESSED = phrase(
    "Over %(replicates)s linkages, %(share)s %% of the variance of the answer comes from not knowing who is who"
)
IF_MISSED = phrase("If %(share)s %% of the people on several lists were wrongly split: about %(people)s, by model A")
IF_FALSE = phrase("If %(share)s %% of the people on several lists were wrongly merged: about %(people)s, by model A")
STRATA = phrase("Part by part")
STRATUM = phrase("%(part)s: %(listed)s named; %(low)s to %(high)s (95 %%)")
STRATUM_REFUSED = phrase("%(part)s: %(listed)s named; no number: %(why)s")
CARE = phrase("Take care")
CLAIMED = phrase("A figure that others give, which nothing here supports or refutes")
CLAIM = phrase("“%(figure)s”, by %(source)s")
NOTES = phrase("Why models differ")
AGAIN = phrase("To do the same again")
MADE = phrase("method %(method)s, version %(version)s, seed %(seed)s; SHA-256 of the table: %(digest)s")
FEW = 8  # lists that are named in the first sentence
LIKELY = 0.8  # from which a tie is told
GRAPHS = 3  # told
LEAST = 0.01  # probability of a graph that is worth telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line, and what stands beneath it; `kind` is "", "good", "bad" or "warn"."""

    words: Phrase
    below: tuple[Phrase, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading and its lines; `id` names it, so that a page can put a drawing beside it."""

    id: str
    title: Phrase
    rows: tuple[Row, ...]


def first_words(report: Report) -> Phrase:
    """Say who is documented: what every form begins with.

    Args:
        report: what a table says.

    Returns:
        One sentence.
    """
    named = report.premises.lists
    if len(named) > FEW:
        return phrase(ON_MANY.text, people=report.listed, lists=len(named))
    lists = ", ".join(f"{one.name} {one.people:,}" for one in named)
    return phrase((ONE_NAMED if report.listed == 1 else NAMED).text, people=report.listed, lists=lists)


def headline(report: Report) -> Phrase:
    """Say the interval, in two digits, or that there is none.

    Args:
        report: what a table says.

    Returns:
        One sentence.
    """
    if report.headline is None:
        return REFUSED
    return _span(PROVISIONAL if report.provisional else HEADLINE, report.headline, report.listed)


def interval_words(interval: Interval, listed: int) -> Phrase:
    """Say an interval in two digits.

    Args:
        interval: in people.
        listed: people on at least one list; nothing below is said.

    Returns:
        It in words.
    """
    return _span(SPAN, interval, listed)


def _span(words: Phrase, interval: Interval, listed: int) -> Phrase:
    two = interval.rounded(listed)
    return phrase(words.text, low=int(two.low), middle=int(two.middle), high=int(two.high))


def blocks(report: Report) -> tuple[Block, ...]:
    """Put a report in order: what is counted, why or why not, what it assumes, then everything beneath.

    Args:
        report: what a table says.

    Returns:
        Blocks with at least one line; those of the premises and the assumptions are always there.
    """
    made = (
        Block(id="about", title=ABOUT, rows=tuple(_about(report))),
        Block(id="lists", title=LISTS, rows=tuple(_lists(report))),
        Block(id="why", title=WHY, rows=tuple(Row(words=one, kind="bad") for one in report.refusals)),
        Block(id="assumes", title=ASSUMES, rows=tuple(Row(words=one) for one in report.premises.assumptions)),
        Block(id="models", title=MODELS, rows=tuple(_result(one, report.listed) for one in _modelled(report))),
        Block(id="notes", title=NOTES, rows=tuple(Row(words=one) for one in report.notes)),
        Block(id="strata", title=STRATA, rows=tuple(_strata(report))),
        Block(id="changed", title=CHANGED, rows=tuple(_changed(report))),
        Block(id="ties", title=TIES, rows=tuple(_ties(report))),
        Block(id="checks", title=CHECKS, rows=tuple(_checks(report))),
        Block(id="linkage", title=LINKAGE, rows=tuple(_linkage(report))),
        Block(id="comparisons", title=COMPARISONS, rows=tuple(_result(one, report.listed) for one in _named(report))),
        Block(id="care", title=CARE, rows=tuple(Row(words=one, kind="warn") for one in report.warnings)),
        Block(id="claimed", title=CLAIMED, rows=tuple(_claimed(report))),
        Block(id="again", title=AGAIN, rows=(Row(words=_made(report)),)),
    )
    return tuple(one for one in made if one.rows)


COMPARED = frozenset({"chapman", "chao", "lincoln-petersen", "independence"})


def _modelled(report: Report) -> Iterator[Result]:
    yield from (one for one in report.results if one.id not in COMPARED)


def _named(report: Report) -> Iterator[Result]:
    yield from (one for one in report.results if one.id in COMPARED)


def _about(report: Report) -> Iterator[Row]:
    known = report.premises
    for what, told in (
        (POPULATION, known.population), (PLACE, known.place), (WINDOW, known.window), (EVENT, known.event),
    ):  # fmt: skip
        yield Row(words=phrase("%(what)s: %(told)s", what=what, told=told or NOT_STATED), kind="" if told else "warn")


def _lists(report: Report) -> Iterator[Row]:
    for one in report.premises.lists:
        words = LIST_IS if one.what else LIST
        values = {"what": one.what} if one.what else {}
        yield Row(words=phrase(words.text, list=one.name, people=one.people, alone=one.alone, **values))


def _result(one: Result, listed: int) -> Row:
    own = tuple(phrase(IT_ASSUMES.text, assumption=it) for it in one.assumes if it not in ALWAYS)
    if one.found is None:
        why = one.refusal or REFUSED
        return Row(words=phrase(MODEL_REFUSED.text, model=one.name, why=why), below=own, kind="bad")
    span = interval_words(one.found.interval, listed)
    return Row(words=phrase(MODEL.text, model=one.name, span=span), below=(*own, *_moved(one, listed)))


def _moved(one: Result, listed: int) -> Iterator[Phrase]:
    """Say what a figure would be if lists depend, joined so that each language can say a part of it."""
    told = []
    for odds, people in one.further:
        two = Interval(low=people, middle=people, high=people).rounded(listed)
        told.append(phrase(TIMES.text, odds=odds, people=int(two.middle)))
    if told:
        yield phrase(IF_DEPENDENT.text, figures=joined(told))


def _strata(report: Report) -> Iterator[Row]:
    for one in report.strata:
        if one.interval is None:
            why = one.refusal or REFUSED
            yield Row(words=phrase(STRATUM_REFUSED.text, part=one.name, listed=one.listed, why=why), kind="bad")
        else:
            two = one.interval.rounded(one.listed)
            yield Row(
                words=phrase(STRATUM.text, part=one.name, listed=one.listed, low=int(two.low), high=int(two.high))
            )


def _changed(report: Report) -> Iterator[Row]:
    for one in report.variants:
        two = Interval(low=one.low, middle=one.median, high=one.high).rounded(0)
        yield Row(
            words=phrase(
                CHANGE.text,
                estimator=one.estimator,
                label=one.label,
                low=int(two.low),
                median=int(two.middle),
                high=int(two.high),
            )
        )


def _ties(report: Report) -> Iterator[Row]:
    told = report.dependence
    if not told.models:
        return
    names = [one.name for one in report.premises.lists]
    likely = [one for one in sorted(told.pairs, key=lambda pair: -pair[2]) if one[2] >= LIKELY]
    for one, other, share in likely:
        words = MORE if (one, other) in told.more else LESS
        yield Row(words=phrase(words.text, one=names[one], other=names[other], share=_percent(share)))
    if not likely:
        yield Row(words=NO_TIES)
    for edges, share in (graph for graph in told.graphs[:GRAPHS] if graph[1] >= LEAST):
        ties = ", ".join(f"{names[one]}–{names[other]}" for one, other in edges)
        yield Row(words=phrase(GRAPH.text, share=_percent(share), ties=ties or UNTIED))
    yield Row(words=phrase(MANY.text, effective=round(told.effective, 1), models=told.models))


def _percent(share: float) -> int:
    return min(99, round(100 * share))  # nothing that is not certain is said to be


def _checks(report: Report) -> Iterator[Row]:
    for gate in report.gates:
        words = PASSED if gate.passed else FAILED
        values = {} if gate.passed else {"advice": gate.advice}
        kind = "bad" if gate.blocks and not gate.passed else "warn" if gate.provisional or not gate.passed else "good"
        yield Row(words=phrase(words.text, rule=gate.rule, value=gate.value, **values), kind=kind)


def _linkage(report: Report) -> Iterator[Row]:
    told = report.linkage
    if told.assessed:
        yield Row(words=phrase(ASSESSED.text, replicates=told.replicates, share=_percent(told.share or 0.0)))
        return
    yield Row(words=NOT_ASSESSED, kind="warn")
    for kind, rate, people in told.perturbed:
        words = IF_MISSED if kind == "missed" else IF_FALSE
        two = Interval(low=people, middle=people, high=people).rounded(report.listed if kind == "missed" else 0)
        yield Row(words=phrase(words.text, share=_percent(rate), people=int(two.middle)))


def _claimed(report: Report) -> Iterator[Row]:
    claimed = report.premises.claimed
    if claimed:
        yield Row(words=phrase(CLAIM.text, figure=claimed.figure, source=claimed.source))


def _made(report: Report) -> Phrase:
    known = report.provenance
    return phrase(MADE.text, method=known.method, version=known.version, seed=str(known.seed), digest=known.digest)
