"""An honest report on how many: who is listed, what can be said of the rest, and what cannot."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from kualik.engine.counting import comparing, concluding
from kualik.engine.counting.fitting import Fits, Settings, Watch, fit_all
from kualik.engine.counting.gates import Gate
from kualik.engine.counting.phrases import Phrase, Said, phrase
from kualik.engine.counting.premises import ALWAYS, Listed, Premises, Question
from kualik.engine.counting.results import (
    Curve,
    Dependence,
    Interval,
    Linkage,
    Overlap,
    Provenance,
    Result,
    Stratum,
    Trace,
)
from kualik.engine.counting.table import Table, tidy
from kualik.engine.counting.variant import Variant

__all__ = ["VERSION", "Report", "assemble", "count_people", "premises", "provenance"]

VERSION = "2"
"""Of the method: raised with every change that may move a figure."""

ONE_LIST = phrase("one list says nothing of the people who are on none")
NOBODY = phrase("nobody is listed, so there is nothing to count from")
TWO_LISTS = phrase(
    "two lists: dependence cannot be checked, so no single number can be defended; see how it moves if they depend. "
    "A third list, made by somebody else in another way, would help"
)
NOT_RUN = phrase("model %(letter)s was not asked for, and a headline needs both A and B")
TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is said of one count. It has no figure without `premises`, which hold its assumptions.

    `headline` is the interval that holds those of A and B, where every check passes; else `refusals` say why there is
    none. `results` are what each estimator says, the main ones first.
    """

    listed: int
    premises: Premises
    headline: Interval | None
    refusals: tuple[Phrase, ...]
    results: tuple[Result, ...]
    provenance: Provenance
    overlaps: tuple[Overlap, ...] = ()
    gates: tuple[Gate, ...] = ()
    variants: tuple[Variant, ...] = ()
    dependence: Dependence = field(default_factory=Dependence)
    curves: tuple[Curve, ...] = ()
    traces: tuple[Trace, ...] = ()
    strata: tuple[Stratum, ...] = ()
    linkage: Linkage = field(default_factory=Linkage)
    notes: tuple[Phrase, ...] = ()
    warnings: tuple[Phrase, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether a check was passed only just."""
        return any(one.passed and one.provisional for one in self.gates)

    @property
    def main(self) -> tuple[Result, ...]:
        """What A and B say."""
        return tuple(one for one in self.results if one.main)


NO_QUESTION = Question()
USUAL = Settings()
UNWATCHED = Watch()


def count_people(
    table: Table, *, question: Question = NO_QUESTION, settings: Settings = USUAL, watch: Watch = UNWATCHED
) -> Report:
    """Report what a capture-history table says of how many people there are.

    Args:
        table: the lists and their patterns.
        question: who is counted, and what each list is.
        settings: what is assumed, and the seed.
        watch: whoever waits.

    Returns:
        The documented total; the envelope of A and B where every check passes, otherwise why not and what would help;
        every estimator with its assumptions.

    Raises:
        Interrupted: somebody said stop; it holds what is needed to go on.

    Assumes:
        What the report lists as its assumptions.

    Source:
        docs/methods/counting.md.
    """
    clean = tidy(table)
    fits = fit_all(clean, settings=settings, watch=watch)
    return assemble(table, fits, question=question, settings=settings)


def assemble(table: Table, fits: Fits, *, question: Question, settings: Settings) -> Report:
    """Put a report together from what was found.

    Args:
        table: the lists as they were given.
        fits: what was found on them once they were tidied.
        question: who is counted.
        settings: what was assumed.

    Returns:
        The report; it depends on nothing else.
    """
    clean = fits.table
    main = tuple(concluding.results(fits))
    refused = _refusals(fits, settings)
    found = {one.id: one.found.interval for one in main if one.main and one.found}
    headline = None if refused else concluding.envelope(found["A"], found["B"])
    return Report(
        listed=table.listed,
        premises=premises(clean, main, question),
        headline=headline,
        refusals=refused,
        results=(*main, *comparing.comparisons(clean)),
        provenance=provenance(table.digest, settings),
        overlaps=_overlaps(clean),
        gates=fits.gates,
        variants=fits.variants,
        dependence=concluding.dependence(fits),
        curves=concluding.curves(fits),
        traces=concluding.traces(fits),
        linkage=Linkage(perturbed=tuple((one.kind, one.rate, one.median) for one in fits.perturbed)),
        notes=tuple(comparing.differences(fits)),
        warnings=(*comparing.warnings(table), *clean.notes),
    )


def _refusals(fits: Fits, settings: Settings) -> tuple[Phrase, ...]:
    lists = len(fits.table.lists)
    if not fits.table.listed:
        return (NOBODY,)
    if lists <= TWO:
        return (TWO_LISTS if lists == TWO else ONE_LIST,)
    left_out = [phrase(NOT_RUN.text, letter=letter) for letter in ("A", "B") if letter not in settings.methods]
    return tuple(left_out) or concluding.refusals(fits)


def premises(table: Table, found: tuple[Result, ...], question: Question) -> Premises:
    """Gather what a report is about and what its figures assume.

    Args:
        table: the lists as they were given.
        found: what the main estimators say, each with its own assumptions.
        question: who is counted.

    Returns:
        The premises, each assumption once.
    """
    own = [one.assumes[0] for one in found if one.main]
    return Premises(
        population=question.population,
        place=question.place,
        window=question.window,
        event=question.event,
        lists=tuple(_lists(table, question)),
        assumptions=(*ALWAYS, *own),
        claimed=question.claimed,
    )


def _lists(table: Table, question: Question) -> Iterator[Listed]:
    single = table.patterns.sum(axis=1) == 1
    for place, name in enumerate(table.lists):
        alone = int(table.counts[single & (table.patterns[:, place] == 1)].sum())
        yield Listed(name=name, people=table.on_list(place), alone=alone, what=question.lists.get(name, ""))


def _overlaps(table: Table) -> tuple[Overlap, ...]:
    pairs = zip(table.patterns, table.counts, strict=True)
    return tuple(Overlap(lists=tuple(map(int, np.flatnonzero(row))), people=int(count)) for row, count in pairs)


def provenance(digest: str, settings: Settings) -> Provenance:
    """Note what it takes to do the same again.

    Args:
        digest: SHA-256 of the input.
        settings: what was assumed.

    Returns:
        The note.
    """
    given = settings.options
    options: dict[str, Said] = {"prior": given.prior, "bootstraps": settings.bootstraps}
    options |= {"cap": given.cap} if given.cap is not None else {}
    options |= {"delta": given.delta} if given.delta is not None else {}
    return Provenance(
        method="+".join(settings.methods), seed=settings.seed, version=VERSION, digest=digest, options=options
    )
