"""The same table counted again with one thing changed: what moves the answer, and how far."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kualik.engine.counting.averaging import Averaged, average
from kualik.engine.counting.latent_classes import MixtureOptions
from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.counting.posterior import Posterior
from kualik.engine.counting.priors import Options
from kualik.engine.counting.table import Table, UnfitTable
from kualik.engine.counting.variant import Variant
from kualik.engine.counting.walks import Walks

__all__ = ["as_it_is", "vary_averaged", "vary_classes"]

AS_IT_IS = phrase("as reported")
WEIGHT = phrase("prior weight of each cell (delta) times %(factor)s")
CAP = phrase("no more than %(times)s times the people listed")
UNIFORM = phrase("every number of people as likely as any other beforehand, to %(times)s times those listed")
WITHOUT = phrase("without the list %(list)s")
CLASSES = phrase("%(classes)s classes at most")
ALPHA = phrase("another prior for how many classes there are")
LEAST_LISTS = 3
CAP_TIMES, UNIFORM_TIMES = 100, 10

Stopped = Callable[[], bool]


def as_it_is(estimator: str, posterior: Posterior) -> Variant:
    """Make the row that the others are compared with.

    Args:
        estimator: "A" or "B".
        posterior: what it found.

    Returns:
        The row.
    """
    return _variant("base", AS_IT_IS, estimator, posterior)


def vary_averaged(table: Table, *, options: Options) -> tuple[Variant, ...]:
    """Count again with A: half and double delta, a cap, a uniform prior, each list left out.

    Args:
        table: the lists that were counted, three or more.
        options: what was assumed the first time.

    Returns:
        A row for each change that A can answer for.
    """
    return tuple(_averaged(table, options))


def _averaged(table: Table, options: Options) -> Iterator[Variant]:
    usual = options.delta if options.delta is not None else 2.0 ** -len(table.lists)
    changes = [
        ("delta", phrase(WEIGHT.text, factor=factor), replace(options, delta=usual * factor)) for factor in (0.5, 2.0)
    ]
    changes.append(
        ("cap", phrase(CAP.text, times=CAP_TIMES), replace(options, cap=CAP_TIMES * table.listed)),
    )
    uniform = replace(options, prior="uniform", cap=UNIFORM_TIMES * table.listed)
    changes.append(("prior", phrase(UNIFORM.text, times=UNIFORM_TIMES), uniform))
    for what, label, changed in changes:
        yield _variant(what, label, "A", average(table, options=changed).posterior)
    for name, rest in _one_less(table):
        found = _or_none(rest, options)
        if found:
            yield _variant("leave-out", phrase(WITHOUT.text, list=name), "A", found.posterior, left_out=name)


def _or_none(table: Table, options: Options) -> Averaged | None:
    """Leave a row out that cannot be counted: lists that are equal once another is gone."""
    try:
        return average(table, options=options)
    except UnfitTable:
        return None


def vary_classes(
    table: Table, *, seed: int, options: MixtureOptions, walks: Walks, stopped: Stopped | None = None
) -> Iterator[Variant]:
    """Count again with B: fewer classes, another prior for them, each list left out.

    Args:
        table: the lists that were counted, three or more.
        seed: chance is drawn from it.
        options: what is assumed, with as many sweeps as each row is worth.
        walks: what was run before; what is run now is added.
        stopped: says whether to end; what is being counted is then broken off.

    Yields:
        A row for each change, as soon as it is there.

    Raises:
        Interrupted: somebody said stop.
    """
    for what, label, changed in _changes(table, options):
        yield _variant(what, label, "B", walks.fit(table, seed=seed, options=changed, stopped=stopped).posterior)
    for name, rest in _one_less(table):
        try:
            found = walks.fit(rest, seed=seed, options=options, stopped=stopped)
        except UnfitTable:
            continue
        yield _variant("leave-out", phrase(WITHOUT.text, list=name), "B", found.posterior, left_out=name)


def _changes(table: Table, options: MixtureOptions) -> Iterator[tuple[str, Phrase, MixtureOptions]]:
    usual = options.classes if options.classes is not None else min(2 ** len(table.lists) - 1, 15)
    fewer = max(2, usual // 2)
    yield "classes", phrase(CLASSES.text, classes=fewer), replace(options, classes=fewer)
    yield "alpha", ALPHA, replace(options, alpha="lognormal" if options.alpha == "gamma" else "gamma")


def _one_less(table: Table) -> Iterator[tuple[str, Table]]:
    if len(table.lists) > LEAST_LISTS:
        yield from ((name, table.without(place)) for place, name in enumerate(table.lists))


def _variant(what: str, label: Phrase, estimator: str, posterior: Posterior, *, left_out: str = "") -> Variant:
    low, high = posterior.interval()
    return Variant(
        what=what,
        label=label,
        estimator=estimator,
        low=low,
        median=posterior.median,
        high=high,
        left_out=left_out,
    )
