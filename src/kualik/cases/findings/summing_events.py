"""What lists show of events, worked out for some of them: those that are touched, and all that can be one with them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from kualik.cases.claims.models import Claim
from kualik.cases.findings.case import EventRow
from kualik.cases.findings.episodes import first_value
from kualik.cases.findings.event_cases import Telling, grouped, row_of, told_of
from kualik.cases.findings.gathering import ANSWERS, EVENTS
from kualik.cases.findings.grouping import SHORT
from kualik.cases.findings.series import is_serial
from kualik.cases.people.records import IN_FORCE
from kualik.cases.summaries.models import EventPart, EventSummary
from kualik.cases.summaries.tiers import LEVELS
from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.facts.events import kind_of

__all__ = ["Summed", "event_summaries"]

WORDS, PLACE, WHO, DATE, KIND, CROWD = 100, 300, 500, 60, 40, 200  # letters that the columns hold
VALUES = 200  # conditions in one question


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """All entities that were looked at, and what takes the place of their summaries."""

    entities: frozenset[UUID]
    summaries: tuple[EventSummary, ...]
    parts: tuple[EventPart, ...]


def event_summaries(entities: Collection[UUID], *, tier: int) -> Summed:
    """Sum up the events that entities are part of, for one tier, and all events that can be one with them now."""
    standing = Claim.objects.filter(
        document__source__level__in=LEVELS[tier], status__in=IN_FORCE, entity__schema__in=EVENTS
    )
    told = _around(standing, set(entities), tier)
    answered = standing.filter(entity__in=told, stance__in=ANSWERS).order_by().values_list("entity", flat=True)
    replied = set(answered)
    groups = grouped(told)
    summaries = [_summary(row_of(group, told), tier, replied) for group in groups]
    parts = [
        _part(told[one.entity], one.entity, of) for group, of in zip(groups, summaries, strict=True) for one in group
    ]
    return Summed(entities=frozenset({*told, *entities}), summaries=tuple(summaries), parts=tuple(parts))


def _part(telling: Telling, entity: UUID, of: EventSummary) -> EventPart:
    kind, written, first, last = _when(telling)
    return EventPart(tier=of.tier, summary=of, entity_id=entity, type=kind, date=written, earliest=first, latest=last)


def _around(standing: QuerySet[Claim], touched: set[UUID], tier: int) -> dict[UUID, Telling]:
    """Read what is told of events, of those that they were one with, and of all whose days overlap with theirs."""
    known: dict[UUID, Telling] = {}
    new = touched | _partners(touched, tier)
    seen: set[UUID] = set()
    while new:
        seen |= new
        told = told_of(standing.filter(entity__in=new))
        known |= told
        near = _overlapping(told.values(), tier) - seen
        new = near | (_partners(near, tier) - seen)
    return known


def _partners(entities: Collection[UUID], tier: int) -> set[UUID]:
    parts = EventPart.objects.filter(summary__parts__entity__in=entities, tier=tier)
    return set(parts.values_list("entity", flat=True))


def _overlapping(told: Iterable[Telling], tier: int) -> set[UUID]:
    """Find the entities of events of the same type on the same days; without a year, of the same date as written."""
    found: set[UUID] = set()
    asked = [one for one in dict.fromkeys(_when(telling) for telling in told) if one[1]]
    for start in range(0, len(asked), VALUES):
        fits = Q()
        for one in asked[start : start + VALUES]:
            fits |= _condition(*one)
        parts = EventPart.objects.filter(fits, tier=tier) if fits else EventPart.objects.none()
        found |= set(parts.values_list("entity", flat=True))
    return found


When = tuple[str, str, date | None, date | None]


def _when(one: Telling) -> When:
    """Say of which type an event is, its date as written, and its days where it can be one with another by them."""
    kind = first_value(one.said, "eventType")[:KIND]
    written = first_value(one.said, "date") or first_value(one.said, "startDate")
    first, last = bounds(written) if is_edtf(written) else (None, None)
    if first and last and (last - first).days <= SHORT:
        return (kind, written[:DATE], first, last)
    return (kind, written[:DATE], None, None)


def _condition(kind: str, written: str, first: date | None, last: date | None) -> Q:
    if first is not None and last is not None:  # none is longer than that, so that an index finds them
        return Q(type=kind, earliest__range=(first - timedelta(days=SHORT), last), latest__gte=first)
    return Q(type=kind, date=written) if "X" in written else Q()


def _summary(row: EventRow, tier: int, replied: Collection[UUID]) -> EventSummary:
    first, last = bounds(row.date) if is_edtf(row.date) else (None, None)
    return EventSummary(
        tier=tier,
        entity_id=row.entities[0],
        entities=[str(one) for one in row.entities],
        schema=row.schema,
        kind=kind_of(schema=row.schema, type=row.type).value,
        type=row.type[:KIND],
        date=row.date[:DATE],
        end=row.end[:DATE],
        earliest=first,
        latest=last,
        year=_year(first, last),
        place=row.place[:PLACE],
        who=row.who[:WHO],
        target=row.target[:WHO],
        crowd=row.crowd[:CROWD],
        demand=row.demand,
        recurrence=row.recurrence[:CROWD],
        responses=list(row.responses),
        violent=row.violent,
        serial=is_serial(date=row.date, recurrence=row.recurrence),
        words=row.words[:WORDS],
        answered=bool(row.responses) or not set(row.entities).isdisjoint(replied),
        documents=row.documents,
        accepted=row.accepted,
        proposals=row.proposals,
    )


def _year(first: date | None, last: date | None) -> int | None:
    """Say in which year something was; of what has no end, in which it began; none where it may be one of several."""
    if first is None:
        return None
    return first.year if last is None or first.year == last.year else None
