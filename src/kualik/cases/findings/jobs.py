"""What waits to be counted, and how one count is made: the one place of the casebook where the counting engine runs."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kualik.cases.findings import actions, counting
from kualik.cases.findings.captures import ALL
from kualik.cases.findings.counts import question_of, tables_of
from kualik.cases.findings.models import Count
from kualik.engine.counting import Interrupted, Report, Settings, Watch, count_people, count_strata
from kualik.engine.counting.phrases import Phrase
from kualik.engine.facts import EngineError

__all__ = ["LEASE", "MOST_ATTEMPTS", "Outcome", "do", "run", "waiting"]

LEASE = 600  # seconds without a word after which a worker is taken for dead
EVERY = timedelta(seconds=2)  # between two notes of how far it has come
MOST_ATTEMPTS = 20  # a count that took its worker down so often is broken off

Clock = Callable[[], datetime]
Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one count: a report, or why there is none; neither where it was put back to be gone on with."""

    count: Count
    report: Report | None = None
    failure: str = ""


def waiting() -> int:
    """Count those that wait."""
    return counting.waiting_counts()


def run(*, worker: str, clock: Clock, stopped: Stopped = lambda: False) -> Iterator[Outcome]:
    """Make one count after the other, until none waits or somebody says stop; safe beside other workers."""
    while not stopped():
        count = actions.lease_count(worker=worker, at=clock(), seconds=LEASE)
        if count is None:
            return
        yield do(count=count, worker=worker, clock=clock, stopped=stopped)


def do(*, count: Count, worker: str, clock: Clock, stopped: Stopped, settings: Settings | None = None) -> Outcome:
    """Make one leased count, in the name of whoever asked; stopped, it goes back with what was found so far.

    Raises:
        NotTheCounter: the lease ran out meanwhile; nothing was kept.
    """
    if count.attempts > MOST_ATTEMPTS:
        return _failed(count, worker, clock, f"it ended its worker {MOST_ATTEMPTS} times")
    noted, reached = clock(), count.share

    def progress(share: float, _doing: Phrase) -> None:
        nonlocal noted, reached
        reached = min(max(share, 0.0), 1.0)
        if (now := clock()) - noted >= EVERY:
            noted = now
            actions.note_count(count=count, worker=worker, at=now, share=reached, seconds=LEASE)

    state = b64decode(count.checkpoint) if count.checkpoint else None
    watch = Watch(progress=progress, stopped=stopped, state=state)
    try:
        report = _counted(count, settings or Settings(), watch)
    except Interrupted as broken:
        kept = b64encode(broken.state).decode()
        actions.note_count(count=count, worker=worker, at=clock(), share=reached, seconds=LEASE, checkpoint=kept)
        return Outcome(count=count)
    except EngineError as error:
        return _failed(count, worker, clock, str(error))
    actions.report_count(by=count.asked_by, at=clock(), count=count, worker=worker, report=report)
    return Outcome(count=count, report=report)


def _counted(count: Count, settings: Settings, watch: Watch) -> Report:
    tables, question = tables_of(count), question_of(count)
    asked = replace(settings, seed=count.seed, methods=tuple(count.methods.split("+")))
    if list(tables) == [ALL]:
        return count_people(tables[ALL], question=question, settings=asked, watch=watch)
    return count_strata(tables, question=question, settings=asked, watch=watch)


def _failed(count: Count, worker: str, clock: Clock, why: str) -> Outcome:
    actions.fail_count(by=count.asked_by, at=clock(), count=count, worker=worker, why=why)
    return Outcome(count=count, failure=why)
