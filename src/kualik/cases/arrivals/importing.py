"""The rows of a table, piece by piece: tried out first, then taken in. Each piece is one transaction, so it goes on."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from kualik.cases.arrivals import actions
from kualik.cases.arrivals.matching import Found, Kind, compared, key_of, known
from kualik.cases.arrivals.models import Import, Row, Stage
from kualik.cases.arrivals.updating import Written, rewritten, written
from kualik.cases.claims.actions import propose_rows
from kualik.cases.documents.queries import to_facts
from kualik.engine.extracting.rows import Fault, Mapping, ReadRow, read_rows

__all__ = ["AT_ONCE", "LEASE", "MOST_FAULTS", "Step", "run", "trial"]

AT_ONCE = 2_000  # rows tried out between two notes
PIECE = 250  # rows taken in with one transaction and one ledger entry
MOST_FAULTS = 200  # kept to be shown; the sheet of errors has all
LEASE = 600  # seconds
CODE_TWICE = "twice"
OPEN = (Stage.CHECKING, Stage.IMPORTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Who works on a table, by which clock, and whether somebody said stop."""

    worker: str
    clock: Callable[[], datetime]
    stopped: Callable[[], bool]

    def until(self) -> datetime:
        """Say for how long the table is held from now on: each piece holds it anew."""
        return self.clock() + timedelta(seconds=LEASE)


@dataclass(slots=True, kw_only=True)
class Step:
    """What was found so far."""

    counted: Counter[str] = field(default_factory=Counter)
    faults: list[list[object]] = field(default_factory=list)
    met: set[str] = field(default_factory=set)

    def add(self, found: Found) -> None:
        """Count one row and its faults."""
        self.counted[found.kind] += 1
        if found.kind == Kind.TWICE:
            self.fault([found.row.number, "", found.key.partition(":")[2], CODE_TWICE])
        for one in found.row.faults:
            self.fault(listed(one))

    def fault(self, one: list[object]) -> None:
        """Note one fault; only the first are kept."""
        self.counted["faults"] += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(one)


def listed(fault: Fault) -> list[object]:
    """Write a fault as it is kept: row, column, value, what is wrong."""
    return [fault.row, fault.column, fault.cell.value, fault.cell.code]


def trial(imported: Import) -> Iterator[tuple[Found, int]]:
    """Try a whole table out, row by row, with the place where the next row begins; nothing is kept."""
    rows = read_rows(to_facts(imported.document), _mapping(imported))
    met: set[str] = set()
    while piece := list(islice(rows, AT_ONCE)):
        for found in _beside(imported, piece, met):
            yield found, found.row.end + 1


def run(*, worker: str, clock: Callable[[], datetime], stopped: Callable[[], bool], only: Import | None = None) -> int:
    """Try out and take in what waits, until nothing does or somebody says stop; safe beside others and after a crash.

    Args:
        worker: in whose name a table is held.
        clock: what the time is.
        stopped: whether somebody said stop.
        only: the one table that is worked on, as by a page that does not wait for a worker.

    Returns:
        How many tables came to the end of a stage.
    """
    done = 0
    while not stopped():
        imported = actions.lease(worker=worker, at=clock(), seconds=LEASE, imported=only)
        if imported is None:
            return done
        step = _try if imported.stage == Stage.CHECKING else _take
        step(imported, Held(worker=worker, clock=clock, stopped=stopped))
        done += imported.stage not in OPEN
    return done


def _try(imported: Import, held: Held) -> None:
    step = Step()
    for number, (found, _place) in enumerate(trial(imported), start=1):
        step.add(found)
        if number % AT_ONCE == 0:
            actions.note(imported=imported, worker=held.worker, row=found.row.number + 1, until=held.until())
            if held.stopped():
                actions.note(imported=imported, worker=held.worker, row=2, counted={}, holder="", until=None)
                return
    actions.note(
        imported=imported,
        worker=held.worker,
        stage=Stage.CHECKED,
        row=imported.total + 2,
        counted=dict(step.counted),
        faults=step.faults,
    )


def _take(imported: Import, held: Held) -> None:
    document = to_facts(imported.document)
    rows = read_rows(document, _mapping(imported), row=imported.row, place=imported.place)
    step = Step(counted=Counter(imported.counted), faults=list(imported.faults))
    while piece := list(islice(rows, PIECE)):
        _keep(imported, held, step, piece)
        if held.stopped():
            actions.note(imported=imported, worker=held.worker, holder="", until=None)
            return
    actions.note(imported=imported, worker=held.worker, stage=Stage.DONE)


@transaction.atomic
def _keep(imported: Import, held: Held, step: Step, piece: Sequence[ReadRow]) -> None:
    """Take one piece in: claims, rows, and how far it has come, all or nothing."""
    numbers = [key for row in piece if (key := key_of(row, imported.match))]
    step.met = set(Row.objects.filter(imported=imported, key__in=numbers).values_list("key", flat=True))
    made: list[Written] = []
    for found in _beside(imported, piece, step.met):
        step.add(found)
        if found.kind == Kind.NEW:
            made.append(written(imported, found))
        elif found.kind == Kind.CHANGED:
            made.append(rewritten(imported, found))
    if made:
        propose_rows(
            by=imported.batch.by,
            at=imported.batch.at,
            document=imported.document,
            claims=[claim for one in made for claim in one.claims],
            entities=[entity for one in made for entity in one.entities],
        )
    actions.note(
        imported=imported,
        worker=held.worker,
        rows=[one.row for one in made],
        row=piece[-1].number + 1,
        place=piece[-1].end + 1,
        until=held.until(),
        counted=dict(step.counted),
        faults=step.faults,
    )


def _beside(imported: Import, piece: Sequence[ReadRow], met: set[str]) -> Iterator[Found]:
    keys = {key for row in piece if (key := key_of(row, imported.match))}
    before = known(imported, keys) if keys else {}
    yield from compared(piece, match=imported.match, before=before, met=met)


def _mapping(imported: Import) -> Mapping:
    return Mapping.from_dict(imported.mapping.definition)
