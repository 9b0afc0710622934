"""Counts of several tables as one: parts that are added up, and linkages of the same lists that are averaged over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from kualik.engine.counting import concluding
from kualik.engine.counting.averaging import average
from kualik.engine.counting.combining import add_strata, pool
from kualik.engine.counting.fitting import Fits, Settings, Watch, fit_all
from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.counting.posterior import Posterior
from kualik.engine.counting.premises import ALWAYS, Question
from kualik.engine.counting.report import NO_QUESTION, UNWATCHED, USUAL, Report, assemble
from kualik.engine.counting.results import Conditional, Linkage, Result, Stratum
from kualik.engine.counting.table import Table, UnfitTable, tidy
from kualik.engine.counting.walks import Walks

__all__ = ["count_replicates", "count_strata"]

MOST_WALKS = 20  # linkages on which B is run
ADDED = phrase("%(model)s, the parts added up")
POOLED = phrase("%(model)s, over all linkages")
PART_REFUSED = phrase("there is no number for %(parts)s, so none for the whole; what each part says stands below")
SEPARATE = phrase("every part was counted by itself, and the parts do not share people")


def count_strata(
    tables: Mapping[str, Table],
    *,
    question: Question = NO_QUESTION,
    settings: Settings = USUAL,
    watch: Watch = UNWATCHED,
) -> Report:
    """Count each part by itself and add the parts up; beside it, all of them in one table.

    Args:
        tables: by part; all have the same lists, and nobody is in two parts.
        question: who is counted.
        settings: what is assumed, and the seed.
        watch: whoever waits.

    Returns:
        The report on the whole table, its headline that of the parts added up. Where a part has no number there is no
        headline for the whole.

    Raises:
        Interrupted: somebody said stop; it holds what is needed to go on.

    Assumes:
        That the parts are counted independently: draws are added, never the ends of intervals.

    Source:
        docs/methods/counting.md.
    """
    whole = _stacked(list(tables.values()))
    walks = Walks.of(watch.state)
    steps = 1 + len(tables)
    fits = fit_all(tidy(whole), settings=settings, watch=_part(watch, 0, steps), walks=walks)
    found = {
        name: fit_all(tidy(table), settings=settings, watch=_part(watch, place, steps), walks=walks)
        for place, (name, table) in enumerate(tables.items(), start=1)
    }
    report = assemble(whole, fits, question=question, settings=settings)
    strata = tuple(_stratum(name, tables[name], one) for name, one in found.items())
    added = tuple(_added(found, settings.seed))
    refused = _parts_refused(strata)
    ends = [one.found.interval for one in added if one.found]
    headline = None if refused or len(ends) < 2 else concluding.envelope(*ends[:2])
    premises = replace(report.premises, assumptions=(*report.premises.assumptions, SEPARATE))
    return replace(
        report,
        strata=strata,
        results=(*added, *report.results),
        refusals=refused,
        headline=headline,
        premises=premises,
    )


def _part(watch: Watch, place: int, of: int) -> Watch:
    """Tell of one part as a share of the whole."""
    return replace(watch, progress=lambda share, doing: watch.progress((place + share) / of, doing))


def _stacked(tables: Sequence[Table]) -> Table:
    first = tables[0]
    patterns = np.concatenate([one.patterns for one in tables])
    counts = np.concatenate([one.counts for one in tables])
    return Table.of(first.lists, patterns, counts)


def _stratum(name: str, table: Table, fits: Fits) -> Stratum:
    refused = concluding.refusals(fits)
    if refused or fits.averaged is None or fits.classes is None:
        why = refused[0] if refused else phrase("too few lists")
        return Stratum(name=name, listed=table.listed, refusal=why)
    ends = (concluding.interval_of(one.posterior) for one in (fits.averaged, fits.classes))
    return Stratum(name=name, listed=table.listed, interval=concluding.envelope(*ends))


def _parts_refused(strata: Sequence[Stratum]) -> tuple[Phrase, ...]:
    without = [one.name for one in strata if one.interval is None]
    return (phrase(PART_REFUSED.text, parts=", ".join(without)),) if without else ()


def _added(found: Mapping[str, Fits], seed: int) -> Iterator[Result]:
    for letter, name, own in (
        ("A", concluding.A_NAME, concluding.CHORDAL), ("B", concluding.B_NAME, concluding.CLASSES),
    ):  # fmt: skip
        parts = [_posterior(one, letter) for one in found.values()]
        known = [one for one in parts if one is not None]
        if len(known) == len(parts):
            interval = concluding.interval_of(add_strata(known, seed=seed))
            assumptions = (own, SEPARATE, *ALWAYS)
            yield Result(
                id=f"{letter}-added",
                name=phrase(ADDED.text, model=name),
                found=Conditional(interval=interval, assumptions=assumptions),
                assumes=assumptions,
            )


def _posterior(fits: Fits, letter: str) -> Posterior | None:
    found = fits.averaged if letter == "A" else fits.classes
    return None if found is None else found.posterior


def count_replicates(
    tables: Mapping[str, Table],
    *,
    question: Question = NO_QUESTION,
    settings: Settings = USUAL,
    watch: Watch = UNWATCHED,
) -> Report:
    """Average over linkages: the same lists, brought together in several ways that are all likely.

    Args:
        tables: by linkage; all have the same lists.
        question: who is counted.
        settings: what is assumed, and the seed.
        watch: whoever waits.

    Returns:
        The report on the linkage in the middle by people listed, with the answers of A over all and of B over at most
        twenty linkages, and the share of their variance that comes from not knowing who is who.

    Raises:
        Interrupted: somebody said stop; it holds what is needed to go on.

    Assumes:
        That the linkages are draws of one posterior, each as likely as any other.

    Source:
        Sadinle 2018, Annals of Applied Statistics 12(2); docs/methods/counting.md.
    """
    walks = Walks.of(watch.state)
    ordered = sorted(tables.values(), key=lambda one: (one.listed, one.digest))
    middle = ordered[len(ordered) // 2]
    chosen = ordered[:: max(1, -(-len(ordered) // MOST_WALKS))]
    steps = 1 + len(chosen)
    fits = fit_all(tidy(middle), settings=settings, watch=_part(watch, 0, steps), walks=walks)
    report = assemble(middle, fits, question=question, settings=settings)
    averaged = [one for one in (_graphs(table, settings) for table in ordered) if one]
    classes = []
    for place, table in enumerate(chosen, start=1):
        part = _part(watch, place, steps)
        classes += _walked(table, settings, part, walks)
    return _over_linkages(report, averaged, classes, settings.seed, len(ordered))


def _graphs(table: Table, settings: Settings) -> Posterior | None:
    try:
        return average(tidy(table), options=settings.options).posterior
    except UnfitTable:
        return None


def _walked(table: Table, settings: Settings, watch: Watch, walks: Walks) -> list[Posterior]:
    try:
        found = walks.fit(tidy(table), seed=settings.seed, options=settings.mixture, stopped=watch.stopped)
    except UnfitTable:
        return []
    watch.progress(1.0, phrase("sampling latent classes"))
    return [found.posterior]


def _over_linkages(
    report: Report, averaged: Sequence[Posterior], classes: Sequence[Posterior], seed: int, replicates: int
) -> Report:
    results = []
    linkage = Linkage(replicates=replicates)
    for letter, name, own, posteriors in (
        ("A", concluding.A_NAME, concluding.CHORDAL, averaged), ("B", concluding.B_NAME, concluding.CLASSES, classes),
    ):  # fmt: skip
        if not posteriors:
            continue
        pooled = pool(posteriors, seed=seed)
        if letter == "A":
            linkage = Linkage(replicates=replicates, within=pooled.within, between=pooled.between, share=pooled.share)
        assumptions = (own, *(one for one in report.premises.assumptions if one in ALWAYS))
        shown = Conditional(interval=concluding.interval_of(pooled.posterior), assumptions=assumptions)
        label = phrase(POOLED.text, model=name)
        results.append(Result(id=f"{letter}-pooled", name=label, found=shown, assumes=assumptions))
    ends = [one.found.interval for one in results if one.found]
    headline = None if report.headline is None or len(ends) < 2 else concluding.envelope(*ends[:2])
    return replace(report, results=(*results, *report.results), linkage=linkage, headline=headline)
