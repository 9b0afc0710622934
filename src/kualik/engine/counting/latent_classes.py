"""Estimator B: how many people there are, where classes of people differ in how likely lists are to have them."""

import io
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from zipfile import BadZipFile

import numpy as np

from kualik.engine.counting.chains import SETTLING, MixtureOptions, Walk, start, step
from kualik.engine.counting.convergence import bulk_ess, split_rhat, tail_ess
from kualik.engine.counting.mixture import Data
from kualik.engine.counting.posterior import Floats, Posterior
from kualik.engine.counting.table import Table, check_fit
from kualik.engine.facts import EngineError

__all__ = ["Classes", "Interrupted", "MixtureOptions", "Mode", "OtherState", "fit"]

METHOD = "latent classes"
MOST_LISTS = 64
CHUNK = 50  # steps between two looks at whether to stop
LOOKS = (400, 600, 800, 1200, 1600, 2400)  # steps, and at the last: looking at every step would stop at a lucky one
AGREED = 1.01
PROVISIONAL = 1.05
ENOUGH = 400  # independent draws
APART = 0.1  # share of a chain's draws left out at either end when asking whether two chains overlap


class Interrupted(EngineError):
    """The walk was stopped; `state` is what `fit` goes on from, `done` the share of the steps that is done."""

    def __init__(self, *, state: bytes, done: float) -> None:
        super().__init__(f"stopped after {done:.0%} of the steps; nothing is lost if the state is kept and given back")
        self.state = state
        self.done = done


class OtherState(EngineError):
    """A saved state is of another table, seed or setting, or is none."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"the saved state cannot be gone on from: {why}; start again without it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """Chains that stay together: how many of them, and the 95 % interval of theirs, in people."""

    chains: int
    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Classes:
    """What the latent-class model says. `traces` are draws of N, chains x draws, those of settling left out.

    `rhat` and the two numbers of independent draws are of ln N0, the people on no list. `modes` has one entry where
    all chains overlap, and more where the answer depends on where a chain began.
    """

    posterior: Posterior
    traces: Floats
    rhat: float
    bulk_ess: float
    tail_ess: float
    sweeps: int
    modes: tuple[Mode, ...]

    @property
    def agreed(self) -> bool:
        """Whether chains agree well enough, and are long enough, for their interval to be given."""
        return self.rhat <= AGREED and min(self.bulk_ess, self.tail_ess) >= ENOUGH

    @property
    def provisional(self) -> bool:
        """Whether they nearly do: an interval may be given as provisional."""
        return not self.agreed and self.rhat <= PROVISIONAL and min(self.bulk_ess, self.tail_ess) >= ENOUGH


@dataclass(slots=True, kw_only=True, eq=False)
class _Run:
    """A walk under way: where it stands, what it has drawn, its source of chance, and what it belongs to."""

    data: Data
    options: MixtureOptions
    mark: str
    chance: np.random.Generator
    walk: Walk
    drawn: list[Floats]

    def forward(self, steps: int) -> None:
        """Take so many steps."""
        for _ in range(steps):
            self.walk = step(self.data, self.walk, options=self.options, chance=self.chance)
            self.drawn.append(self.walk.people)

    def kept(self) -> Floats:
        """Give the draws without the first quarter, in which chains come together."""
        return np.array(self.drawn[max(len(self.drawn) // 4, min(SETTLING, len(self.drawn) // 2)) :]).T


def fit(
    table: Table,
    *,
    seed: int,
    options: MixtureOptions | None = None,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
    state: bytes | None = None,
) -> Classes:
    """Estimate how many people there are with the latent-class model.

    Args:
        table: three lists or more; none empty, no two equal (`tidy` sees to that).
        seed: from 0; the same seed and options give the same draws, bit for bit, however often it was interrupted.
        options: classes, prior, chains, steps at most.
        progress: is told the share of the steps that is done, from 0 to 1.
        stopped: is asked now and then whether to stop.
        state: what `Interrupted` brought, to go on from there.

    Returns:
        The posterior of N and how far the chains agree. It is for the gates to say whether it may be shown.

    Raises:
        UnfitTable: the table is not one that it can answer for.
        Interrupted: *stopped* said so.
        OtherState: the state is not of this table, seed and options.

    Assumes:
        A closed population, right links, everybody reachable by some list; people fall into classes, and inside a
        class lists are independent. N has prior 1/N with no cap.

    Source:
        Manrique-Vallier 2016, Biometrics 72, 1246-1254; settings and gates: docs/methods/counting.md.
    """
    check_fit(table, method=METHOD, least=3, most=MOST_LISTS, beyond="leave out the smallest")
    run = _begin(table, seed, options or MixtureOptions(), state)
    most = run.options.sweeps
    while (done := len(run.drawn)) < most:
        if done in LOOKS and (found := _summed_up(table, run)).agreed:
            return found
        if stopped and stopped():
            raise Interrupted(state=_saved(run), done=done / most)
        run.forward(min(CHUNK - done % CHUNK, most - done))
        if progress:
            progress(len(run.drawn) / most)
    return _summed_up(table, run)


def _begin(table: Table, seed: int, options: MixtureOptions, state: bytes | None) -> _Run:
    data = Data.of(table.patterns, table.counts)
    mark = json.dumps([table.digest, seed, asdict(options)])
    chance = np.random.default_rng(np.random.SeedSequence(seed))
    if state is not None:
        return _restored(data, options, mark, state)
    walk = start(data, options=options, chance=chance)
    return _Run(data=data, options=options, mark=mark, chance=chance, walk=walk, drawn=[])


def _summed_up(table: Table, run: _Run) -> Classes:
    traces = run.kept()
    hidden = np.log(traces - table.listed + 0.5)
    return Classes(
        posterior=Posterior.of_draws(traces.reshape(-1), listed=table.listed),
        traces=traces,
        rhat=split_rhat(hidden),
        bulk_ess=bulk_ess(hidden),
        tail_ess=tail_ess(hidden),
        sweeps=len(run.drawn),
        modes=_modes(traces),
    )


def _modes(traces: Floats) -> tuple[Mode, ...]:
    """Put chains together whose middle draws overlap, directly or through others."""
    ends = np.quantile(traces, (APART, 1 - APART), axis=1).T
    groups: list[list[int]] = []
    reached = -np.inf
    for chain in np.argsort(ends[:, 0], kind="stable").tolist():
        low, high = ends[chain]
        if low > reached:
            groups.append([])
        groups[-1].append(chain)
        reached = max(reached, high)
    return tuple(_mode(traces[group]) for group in groups)


def _mode(traces: Floats) -> Mode:
    low, median, high = np.quantile(traces, (0.025, 0.5, 0.975)).tolist()
    return Mode(chains=len(traces), low=low, median=median, high=high)


def _saved(run: _Run) -> bytes:
    walk, file = run.walk, io.BytesIO()
    arrays = {name: getattr(walk, name) for name in ("chances", "sticks", "alpha", "people")}
    words = json.dumps([run.mark, run.chance.bit_generator.state, walk.leap])
    np.savez_compressed(file, words=np.array(words), drawn=np.array(run.drawn), **arrays)
    return file.getvalue()


def _restored(data: Data, options: MixtureOptions, mark: str, state: bytes) -> _Run:
    try:
        with np.load(io.BytesIO(state), allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
        drawn, (belongs, chance, leap) = list(arrays.pop("drawn")), json.loads(str(arrays.pop("words")))
        walk = Walk(**arrays, leap=leap, done=len(drawn))
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise OtherState(why="it is damaged or no state at all") from error
    if belongs != mark:
        raise OtherState(why="it is of another table, seed or setting")
    generator = np.random.default_rng(0)
    generator.bit_generator.state = chance
    return _Run(data=data, options=options, mark=mark, chance=generator, walk=walk, drawn=drawn)
