"""The list of events: those that somebody asked for, how many there are of each sort, and when they were."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.findings.case import EventRow
from kualik.cases.summaries import queries as summaries
from kualik.cases.summaries.models import EventSummary

__all__ = [
    "DATED",
    "NO_YEAR",
    "Chosen",
    "EventPage",
    "Tallies",
    "in_order",
    "line_of",
    "listed",
    "months",
    "stream",
    "tallies",
    "within",
]

NO_YEAR = "none"
YES = "yes"
MOST_PLACES = 12  # that a choice of places offers
MOST_A_MONTH = 300  # events that a month shows
CHUNK = 2000  # rows that are fetched at a time
DATED = ("earliest", "latest", "pk")  # as the index has them: no list of a large casebook is sorted for a page
UNDATED = ("date", "pk")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """A stretch of the list of events, and how many there are in all."""

    rows: tuple[EventRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which events are asked for; what is empty does not matter.

    `year` is four digits, or NO_YEAR; `answered` "yes" or "no"; `place` as it is written; `series` "yes" for those
    that belong to one, "no" for those that do not.
    """

    kind: str = ""
    year: str = ""
    place: str = ""
    answered: str = ""
    series: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """How many events there are by each value of each choice, if only that choice were changed."""

    total: int
    kind: Mapping[str, int]
    year: Mapping[str, int]
    place: Mapping[str, int]
    answered: Mapping[str, int]
    series: Mapping[str, int]


def line_of(one: EventSummary) -> EventRow:
    """Make the row of a list, without another question."""
    return EventRow(
        entities=tuple(UUID(entity) for entity in one.entities),
        schema=one.schema,
        type=one.type,
        date=one.date,
        end=one.end,
        place=one.place,
        who=one.who,
        target=one.target,
        accepted=one.accepted,
        documents=one.documents,
        words=one.words,
        crowd=one.crowd,
        demand=one.demand,
        recurrence=one.recurrence,
        responses=tuple(one.responses),
        violent=one.violent,
        proposals=one.proposals,
        series=one.series,
    )


BY: Final = {"kind": "kind", "year": "year", "place": "place", "answered": "answered", "series": "series__isnull"}


def _asked(chosen: Chosen) -> Q:
    asked = Q()
    if chosen.kind:
        asked &= Q(kind=chosen.kind)
    if chosen.year:
        asked &= Q(year__isnull=True) if chosen.year == NO_YEAR else Q(year=int(chosen.year))
    if chosen.place:
        asked &= Q(place=chosen.place)
    if chosen.answered:
        asked &= Q(answered=chosen.answered == YES)
    if chosen.series:
        asked &= Q(series__isnull=chosen.series != YES)
    return asked


def _found(viewer: User, chosen: Chosen) -> QuerySet[EventSummary]:
    return summaries.events(viewer=viewer).filter(_asked(chosen))


def listed(*, viewer: User, chosen: Chosen, limit: int, offset: int = 0) -> EventPage:
    """List a stretch of the events that are asked for, dated ones by date, then the rest."""
    found = _found(viewer, chosen)
    return EventPage(rows=in_order(found, limit=limit, offset=offset), total=found.count())


def in_order(found: QuerySet[EventSummary], *, limit: int, offset: int = 0) -> tuple[EventRow, ...]:
    """Give a stretch of events, dated ones by date, then the rest."""
    dated, undated = found.filter(earliest__isnull=False), found.filter(earliest__isnull=True)
    rows = list(dated.order_by(*DATED)[offset : offset + limit])
    if len(rows) < limit:
        begin = max(0, offset - dated.count()) if offset else 0
        rows += undated.order_by(*UNDATED)[begin : begin + limit - len(rows)]
    return tuple(line_of(one) for one in rows)


def stream(*, viewer: User, chosen: Chosen) -> Iterator[EventRow]:
    """Go through all events that are asked for, in the order of the list, a handful in memory at a time."""
    found = _found(viewer, chosen)
    for part, order in ((found.filter(earliest__isnull=False), DATED), (found.filter(earliest__isnull=True), UNDATED)):
        for one in part.order_by(*order).iterator(chunk_size=CHUNK):
            yield line_of(one)


def tallies(*, viewer: User, chosen: Chosen) -> Tallies:
    """Count the events by each choice, the other choices kept; so each number is that of the list behind it."""
    counted = {name: _tally(viewer, chosen, name) for name in BY}
    own = {name: value for name in BY if (value := getattr(chosen, name))}
    name = next(iter(own), "kind")
    total = counted[name].get(own[name], 0) if own else sum(counted["kind"].values())
    return Tallies(total=total, **counted)


def _tally(viewer: User, chosen: Chosen, name: str) -> dict[str, int]:
    found = _found(viewer, replace(chosen, **{name: ""})).order_by()
    if name == "place":
        return _places(found, chosen.place)
    if name == "series":
        joined = found.aggregate(every=Count("pk"), joined=Count("series"))
        return {"yes": joined["joined"], "no": joined["every"] - joined["joined"]}
    counts = found.values_list(name).annotate(Count("pk"))
    return {_word(name, value): count for value, count in counts}


def _places(found: QuerySet[EventSummary], own: str) -> dict[str, int]:
    """Count the places with most events; the one that is chosen is among them."""
    counts = found.exclude(place="").values_list("place").annotate(many=Count("pk")).order_by("-many", "place")
    most = dict(counts[:MOST_PLACES])
    if own and own not in most:
        most[own] = found.filter(place=own).count()
    return most


def _word(name: str, value: object) -> str:
    if name == "answered":
        return YES if value else "no"
    return NO_YEAR if value is None else str(value)


def months(*, viewer: User, chosen: Chosen) -> dict[tuple[int, int], int]:
    """Count events by year and month; month 0 holds those of which only the year, or some months of it, are known."""
    found = _found(viewer, replace(chosen, year="")).filter(year__isnull=False).order_by()
    counts: Counter[tuple[int, int]] = Counter()
    for first, last, count in found.values_list("earliest", "latest").annotate(Count("pk")):
        counts[first.year, _month(first, last)] += count
    return counts


def _month(first: date, last: date | None) -> int:
    return first.month if last is None or last.month == first.month else 0


def within(*, viewer: User, chosen: Chosen, first: date, last: date) -> tuple[EventRow, ...]:
    """List the events that were, or may have been, between two days; series that go on are among them."""
    touching = Q(latest__gte=first) | Q(latest__isnull=True)
    found = _found(viewer, replace(chosen, year="")).filter(touching, earliest__lte=last).order_by(*DATED)
    return tuple(line_of(one) for one in found[:MOST_A_MONTH])
