"""Run every estimator on one table, with progress, and in a way that can be broken off and taken up again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from kualik.engine.counting import averaging, loglinear, lower_bound, sensitivity
from kualik.engine.counting.averaging import Averaged
from kualik.engine.counting.gates import Gate, check
from kualik.engine.counting.latent_classes import Classes, MixtureOptions
from kualik.engine.counting.loglinear import LogLinear
from kualik.engine.counting.lower_bound import Bound
from kualik.engine.counting.perturbing import Perturbed, perturb
from kualik.engine.counting.phrases import Phrase, phrase
from kualik.engine.counting.priors import Options
from kualik.engine.counting.table import Table, UnfitTable
from kualik.engine.counting.variant import Variant
from kualik.engine.counting.walks import Walks

__all__ = ["ALL", "Fits", "Settings", "Watch", "fit_all"]

ALL = ("A", "B", "C")
LEAST_LISTS = 3
GRAPHS = phrase("averaging over graphs")
MODELS = phrase("fitting log-linear models")
CLASSES = phrase("sampling latent classes")
AGAIN = phrase("counting again with one thing changed")
STEPS = {"A": (0.0, 0.05), "C": (0.05, 0.15), "B": (0.15, 0.6), "again": (0.6, 1.0)}
"""Where each step begins and ends, as shares of the whole; by the clock, on four lists."""
PERTURBED = {3: 20, 4: 20, 5: 20, 6: 3}
"""How often a table is counted with errors of linkage, by its lists; A takes 0.03 s with four and 0.8 s with six."""


def _nothing(_share: float, _doing: Phrase) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is assumed and how hard to try. The same settings and seed give the same answer.

    `methods` are letters of A, B and C; `short` are the options of B where it is run once for each change.
    """

    methods: tuple[str, ...] = ALL
    seed: int = 1
    options: Options = field(default_factory=Options)
    mixture: MixtureOptions = field(default_factory=MixtureOptions)
    short: MixtureOptions = field(default_factory=partial(MixtureOptions, chains=8, sweeps=800))
    bootstraps: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Whoever waits: told how far it has come (a share from 0 to 1, and what is being done), asked whether to stop.

    `state` is what an interrupted run left behind.
    """

    progress: Callable[[float, Phrase], None] = _nothing
    stopped: Callable[[], bool] = _never
    state: bytes | None = None

    def step(self, name: str, doing: Phrase) -> Callable[[float], None]:
        """Give what tells of one step, whose share of the whole is known."""
        start, end = STEPS[name]
        return lambda share: self.progress(start + (end - start) * share, doing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """What each estimator found on one table; `refusals` say why one did not."""

    table: Table
    averaged: Averaged | None = None
    classes: Classes | None = None
    loglinear: LogLinear | None = None
    order_two: LogLinear | None = None
    bound: Bound | None = None
    variants: tuple[Variant, ...] = ()
    gates: tuple[Gate, ...] = ()
    perturbed: tuple[Perturbed, ...] = ()
    refusals: Mapping[str, Phrase] = field(default_factory=dict)


def fit_all(table: Table, *, settings: Settings, watch: Watch, walks: Walks | None = None) -> Fits:
    """Run the estimators that are asked for, then each change of one assumption, then the checks.

    Args:
        table: the lists, tidied.
        settings: what is assumed.
        watch: whoever waits.
        walks: what was run before; else what `watch.state` holds.

    Returns:
        What was found; nothing but refusals for fewer than three lists.

    Raises:
        Interrupted: somebody said stop; it holds what is needed to go on.
        OtherState: what an interrupted run left behind is damaged.
    """
    if len(table.lists) < LEAST_LISTS or not table.listed:
        return Fits(table=table)
    known = walks if walks is not None else Walks.of(watch.state)
    fits = _averaged(Fits(table=table), settings, watch)
    fits = _loglinear(fits, settings, watch)
    fits = _classes(fits, settings, watch, known)
    fits = _varied(fits, settings, watch, known)
    gates = check(table, averaged=fits.averaged, classes=fits.classes, variants=fits.variants)
    return replace(fits, gates=gates, perturbed=_perturbed(fits, settings))


def _perturbed(fits: Fits, settings: Settings) -> tuple[Perturbed, ...]:
    """Count with errors of linkage as well, fewer times the longer A takes."""
    times = PERTURBED.get(len(fits.table.lists), 0)
    if fits.averaged is None or not times:
        return ()
    return perturb(fits.table, seed=settings.seed, times=times)


def _averaged(fits: Fits, settings: Settings, watch: Watch) -> Fits:
    if "A" not in settings.methods:
        return fits
    try:
        found = averaging.average(fits.table, options=settings.options, progress=watch.step("A", GRAPHS))
    except UnfitTable as unfit:
        return _refused(fits, "A", unfit)
    return replace(fits, averaged=found)


def _loglinear(fits: Fits, settings: Settings, watch: Watch) -> Fits:
    if "C" not in settings.methods:
        return fits
    tell = watch.step("C", MODELS)
    seed, many = settings.seed, settings.bootstraps
    try:
        fits = replace(fits, bound=lower_bound.list_aware(fits.table, seed=seed, bootstraps=many))
    except UnfitTable as unfit:
        fits = _refused(fits, "bound", unfit)
    try:
        best = loglinear.fit(fits.table, seed=seed, bootstraps=many, progress=tell)
        second = loglinear.order_two(fits.table, seed=seed, bootstraps=many)
    except UnfitTable as unfit:
        return _refused(fits, "C", unfit)
    return replace(fits, loglinear=best, order_two=second)


def _classes(fits: Fits, settings: Settings, watch: Watch, walks: Walks) -> Fits:
    if "B" not in settings.methods:
        return fits
    tell, options = watch.step("B", CLASSES), settings.mixture
    try:
        found = walks.fit(fits.table, seed=settings.seed, options=options, progress=tell, stopped=watch.stopped)
    except UnfitTable as unfit:
        return _refused(fits, "B", unfit)
    return replace(fits, classes=found)


def _varied(fits: Fits, settings: Settings, watch: Watch, walks: Walks) -> Fits:
    rows: list[Variant] = []
    if fits.averaged:
        rows += [sensitivity.as_it_is("A", fits.averaged.posterior)]
        rows += sensitivity.vary_averaged(fits.table, options=settings.options)
    if fits.classes:
        rows += [sensitivity.as_it_is("B", fits.classes.posterior)]
        rows += _varied_classes(fits.table, settings, watch, walks)
    return replace(fits, variants=tuple(rows))


def _varied_classes(table: Table, settings: Settings, watch: Watch, walks: Walks) -> Iterator[Variant]:
    tell, many = watch.step("again", AGAIN), len(table.lists) + 2
    rows = sensitivity.vary_classes(
        table, seed=settings.seed, options=settings.short, walks=walks, stopped=watch.stopped
    )
    for done, row in enumerate(rows, start=1):
        tell(min(done / many, 1.0))
        yield row


def _refused(fits: Fits, estimator: str, unfit: UnfitTable) -> Fits:
    return replace(fits, refusals={**fits.refusals, estimator: unfit.reason})
