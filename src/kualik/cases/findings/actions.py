"""All that can be done about findings: choose a value to publish, put events into series, count; and take back."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.db.models import F, Q

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Entity
from kualik.cases.findings import policy, queries
from kualik.cases.findings.captures import capture
from kualik.cases.findings.counts import Asked, kept_tables
from kualik.cases.findings.errors import (
    NoChoice,
    NoPlacing,
    NotAValue,
    NothingToCount,
    NotTheCounter,
    SameEvent,
)
from kualik.cases.findings.models import Choice, Count, CountState, SeriesPlacing
from kualik.cases.ledger import actions as ledger
from kualik.cases.ledger.commitments import commit
from kualik.cases.people.models import Person
from kualik.engine.counting import pack

if TYPE_CHECKING:
    from kualik.cases.ledger.canonical import JSON
    from kualik.engine.counting import Report

__all__ = [
    "ask_count",
    "choose",
    "fail_count",
    "hand_on_events",
    "lease_count",
    "note_count",
    "place_event",
    "release_counts",
    "report_count",
    "unchoose",
    "unplace_event",
]

LONGEST_TITLE = 200  # characters


@transaction.atomic
def choose(*, by: User, at: datetime, person: Person, property: str, value: str, why: str) -> Choice:  # noqa: A002 (what it is called everywhere)
    """Choose the value of a disputed property that is published; an earlier choice ends.

    Args:
        by: an editor or a publisher.
        at: when.
        person: whose finding it is.
        property: schema and property, such as "Custody.sentence".
        value: one of the values that accepted claims give.
        why: the reason, in words.

    Raises:
        NotAllowed: `by` is neither editor nor publisher.
        NotAValue: no accepted claim gives that value.
    """
    policy.check_may_choose(by)
    known = queries.accepted_values(viewer=by, person=person, property_=property)
    if value not in known:
        raise NotAValue(property_=property, value=value, known=known)
    choice = Choice(id=uuid4(), person=person, property=property, value=value, by=by, at=at, why=why)
    ledger.write(by=by, at=at, kind="choice:made", about=f"person:{person.pk}", details={"choice": str(choice.pk)})
    Choice.objects.filter(person=person, property=property, ended_at=None).update(ended_at=at)
    choice.save()
    return choice


@transaction.atomic
def unchoose(*, by: User, at: datetime, person: Person, property: str) -> Choice:  # noqa: A002 (as above)
    """Take back the choice among the values of a property.

    Raises:
        NotAllowed: `by` is neither editor nor publisher.
        NoChoice: none is in force.
    """
    policy.check_may_choose(by)
    choice = Choice.objects.filter(person=person, property=property, ended_at=None).first()
    if choice is None:
        raise NoChoice(property_=property)
    ledger.write(by=by, at=at, kind="choice:ended", about=f"person:{person.pk}", details={"choice": str(choice.pk)})
    choice.ended_at = at
    choice.save(update_fields=["ended_at"])
    return choice


@transaction.atomic
def place_event(*, by: User, at: datetime, event: Entity, series: Entity | None, why: str = "") -> SeriesPlacing:
    """Put an event into a series, or say that it belongs to none; what was decided of it before ends.

    Args:
        by: an editor.
        at: when.
        event: the event, as any of its documents tells it.
        series: any event of the series; None where the event stands alone.
        why: the reason, in words.

    Raises:
        NotAllowed: `by` is no editor.
        SameEvent: an event is no series of itself.
    """
    policy.check_may_place(by)
    if series is not None and series.pk == event.pk:
        raise SameEvent(event=str(event.pk))
    placing = SeriesPlacing(id=uuid4(), event=event, series=series, by=by, at=at, why=why)
    details: dict[str, JSON] = {"placing": str(placing.pk), "series": str(series.pk) if series else None}
    ledger.write(by=by, at=at, kind="series:placed", about=f"event:{event.pk}", details=details)
    SeriesPlacing.objects.filter(event=event, undone_at=None).update(undone_by=by, undone_at=at)
    placing.save(force_insert=True)
    return placing


@transaction.atomic
def unplace_event(*, by: User, at: datetime, placing: SeriesPlacing) -> SeriesPlacing:
    """Take back what was decided of an event's series: it is worked out again.

    Raises:
        NotAllowed: `by` is no editor.
        NoPlacing: it was taken back before.
    """
    policy.check_may_place(by)
    ledger.write(
        by=by, at=at, kind="series:unplaced", about=f"event:{placing.event_id}", details={"placing": str(placing.pk)}
    )
    if not SeriesPlacing.objects.filter(pk=placing.pk, undone_at=None).update(undone_by=by, undone_at=at):
        raise NoPlacing(reference=str(placing.pk))
    placing.refresh_from_db()
    return placing


@transaction.atomic
def hand_on_events(*, by: User, at: datetime, form: str, rows: int, chosen: Mapping[str, str]) -> str:
    """Write down that somebody takes a working table of events with them; it is no release and must not be published.

    Args:
        by: an editor or a publisher.
        at: when.
        form: "csv" or "json".
        rows: how many events there are in it.
        chosen: which events were asked for; the ledger keeps a commitment to it, since places are names.

    Returns:
        The number of the entry, which the file carries.

    Raises:
        NotAllowed: `by` is neither editor nor publisher.
    """
    policy.check_may_hand_on(by)
    details: dict[str, JSON] = {"form": form, "rows": rows, "chosen": commit({"chosen": dict(chosen)})}
    return str(ledger.write(by=by, at=at, kind="events:taken", about="events:table", details=details).seq)


@transaction.atomic
def ask_count(*, by: User, at: datetime, asked: Asked) -> Count:
    """Ask how many people there are: the table is made and kept now, and counted when its turn comes.

    Every question leaves an entry, whatever comes of it, so that choosing among models can be seen.

    Args:
        by: an editor or a publisher.
        at: when.
        asked: of whom, from which lists, by which methods.

    Raises:
        NotAllowed: `by` is neither editor nor publisher, or wants lists by provider and is no custodian.
        NothingToCount: nobody who fits is on any list.
        BadWhere: there is no such property.
    """
    policy.check_may_count(by)
    captured = capture(viewer=by, chosen=asked.chosen)
    if not captured.tables:
        raise NothingToCount
    tables = kept_tables(captured.tables)
    count = Count(
        asked_by=by,
        asked_at=at,
        title=asked.title.strip() or asked.question.population.strip()[:LONGEST_TITLE] or at.strftime("%Y-%m-%d %H:%M"),
        levels=list(captured.levels),
        question=pack(asked.question),
        chosen=pack(asked.chosen),
        tables=tables,
        known=pack(captured.known),
        seed=asked.seed,
        methods=asked.methods,
    )
    table = commit({"tables": tables})
    asked_for: dict[str, JSON] = {"table": table, "seed": asked.seed, "methods": asked.methods}
    ledger.write(by=by, at=at, kind="count:asked", about=f"count:{count.pk}", details=asked_for)
    count.save(force_insert=True)
    return count


def lease_count(*, worker: str, at: datetime, seconds: int, only: Count | None = None) -> Count | None:
    """Give a worker the next count to make, or the one it names, for so long; None when none waits. Bookkeeping."""
    free = Q(state=CountState.WAITING) | Q(state=CountState.COUNTING, lease_until__lt=at)
    free &= Q(pk=only.pk) if only else Q()
    while (count := Count.objects.filter(free).order_by("asked_at", "pk").first()) is not None:
        taken = Count.objects.filter(free, pk=count.pk).update(
            state=CountState.COUNTING,
            lease_holder=worker,
            lease_until=at + timedelta(seconds=seconds),
            attempts=F("attempts") + 1,
        )
        if taken:
            return Count.objects.select_related("asked_by").get(pk=count.pk)
    return None


def note_count(*, count: Count, worker: str, at: datetime, share: float, seconds: int, checkpoint: str = "") -> None:
    """Note how far a count has come, and hold it for as long again; with a checkpoint it goes back into the queue.

    Bookkeeping: nothing is decided.

    Raises:
        NotTheCounter: the worker's time ran out and another has it.
    """
    changed: dict[str, object] = {"share": share, "lease_until": at + timedelta(seconds=seconds)}
    if checkpoint:
        changed |= {"state": CountState.WAITING, "lease_holder": "", "lease_until": None, "checkpoint": checkpoint}
    _change(count, worker, **changed)


def release_counts(*, workers: Collection[str]) -> int:
    """Take back what workers hold that live no more, so that it is counted at once; bookkeeping, as above."""
    held = Count.objects.filter(state=CountState.COUNTING, lease_holder__in=workers)
    return held.update(state=CountState.WAITING, lease_holder="", lease_until=None)


@transaction.atomic
def report_count(*, by: User, at: datetime, count: Count, worker: str, report: "Report") -> None:
    """Keep the report of a count.

    Raises:
        NotAllowed: `by` is neither editor nor publisher.
        NotTheCounter: the worker's time ran out and another has it.
    """
    policy.check_may_count(by)
    kept = pack(report)
    told: dict[str, JSON] = {"report": commit({"report": str(report)}), "headline": report.headline is not None}
    ledger.write(by=by, at=at, kind="count:reported", about=f"count:{count.pk}", details=told)
    _change(count, worker, state=CountState.DONE, report=kept, share=1.0, checkpoint="", **_ended(at))


@transaction.atomic
def fail_count(*, by: User, at: datetime, count: Count, worker: str, why: str) -> None:
    """Note that a count could not be made, and why.

    Raises:
        NotAllowed: `by` is neither editor nor publisher.
        NotTheCounter: the worker's time ran out and another has it.
    """
    policy.check_may_count(by)
    ledger.write(by=by, at=at, kind="count:failed", about=f"count:{count.pk}")
    _change(count, worker, state=CountState.FAILED, failure=why, checkpoint="", **_ended(at))


def _ended(at: datetime) -> dict[str, object]:
    return {"lease_holder": "", "lease_until": None, "ended_at": at}


def _change(count: Count, worker: str, **changed: object) -> None:
    held = Count.objects.filter(pk=count.pk, state=CountState.COUNTING, lease_holder=worker)
    if not held.update(**changed):
        raise NotTheCounter(count=str(count))
