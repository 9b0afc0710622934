"""Which events are occurrences of one series: "every day since February 2021 outside the consulate".

A proposal, worked out from what is told; a person joins an event to a series or parts it, and that binds.
A series is known by its anchor: the event of which documents say that it recurs, else its first occurrence.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kualik.cases.findings.models import SeriesPlacing
from kualik.cases.findings.whereabouts import settlements
from kualik.cases.summaries import actions as summaries
from kualik.cases.summaries.models import EventSummary
from kualik.engine.facts import Schema
from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["GATHERINGS", "Occurrence", "is_serial", "renew", "serial"]

GATHERINGS = (Schema.PROTEST.value, Schema.APPEAL.value)
"""What can be an occurrence of a series: what happens to one person only once is none."""

STEM = 6  # letters: "consulate" and "Consulate-General", "консульства" and "консулдығы" begin alike
SHORT = 3  # letters that a word must have to tell one place from another
LEAST = 3  # occurrences that make a series of which no document says that it recurs
LULL = timedelta(days=366)  # longer without an occurrence, and it is another series
LONGEST = 31  # days: what lasts longer is no single occurrence
COMMON = frozenset({
    "the", "and", "near", "outside", "front", "street", "avenue", "square", "city", "chines", "china", "people",
    "republ", "genera", "китая", "китайс", "улица", "город", "қытайд", "қытай", "көшесі", "бас", "алды", "возле",
})  # fmt: skip
"""Beginnings of words that many places share: alone they say nothing."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """What is told of one event, as far as a series depends on it. `recurs`: documents say that it is a series."""

    address: UUID
    entities: tuple[UUID, ...]
    schema: str
    date: str  # EDTF
    place: str = ""
    target: str = ""
    recurs: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """An occurrence with its dates and its words worked out once."""

    told: Occurrence
    first: date | None
    last: date | None
    place: frozenset[str]
    target: frozenset[str]
    where: str  # what the place is called, for comparing


def is_serial(*, date: str, recurrence: str = "") -> bool:
    """Say whether what is told of an event is told of a series: "the 36th day in a row" is one day of it.

    Args:
        date: EDTF.
        recurrence: how often, as it is written; empty where nobody says.
    """
    first, last = bounds(date) if is_edtf(date) else (None, None)
    if first is None or last is None:
        return bool(recurrence) or first is not None
    return (last - first).days > LONGEST and ("/" in date or bool(recurrence))


def serial(
    told: Iterable[Occurrence],
    *,
    placed: Mapping[UUID, UUID | None],
    whereabouts: Callable[[str], str] = lambda _written: "",
) -> dict[UUID, UUID]:
    """Find the series that events belong to.

    Args:
        told: events, in any order; each at most once.
        placed: what persons decided, by any entity of an event: an entity of the series it belongs to, or None
            where it belongs to none.
        whereabouts: which settlement a place as written lies in, by an id; empty where that is not known.

    Returns:
        The anchor of its series for each event that belongs to one, by the events' addresses. An anchor is its own.
    """
    every = sorted((_read(one) for one in told), key=_order)
    free = [one for one in every if not placed.keys() & set(one.told.entities)]
    anchors = _declared(free, whereabouts) | _repeated(free)
    return _decided(every, _joined(free, anchors, whereabouts), placed)


def _read(one: Occurrence) -> _Read:
    first, last = bounds(one.date) if is_edtf(one.date) else (None, None)
    return _Read(one, first, last, _words(one.place), _words(one.target), " ".join(one.place.casefold().split()))


def _words(text: str) -> frozenset[str]:
    stems = (word.casefold()[:STEM] for word in WORD.findall(text))
    return frozenset(one for one in stems if one not in COMMON and (len(one) >= SHORT or not one.isascii()))


def _order(one: _Read) -> tuple[bool, date, bool, str]:
    return (one.first is None, one.first or date.max, not one.told.recurs, str(one.told.address))


def _declared(every: Sequence[_Read], whereabouts: Callable[[str], str]) -> dict[UUID, UUID]:
    """Take what recurs as it is told; tellings that begin together at one place are one series."""
    found: dict[UUID, UUID] = {}
    anchors: list[_Read] = []
    for one in (one for one in every if one.told.recurs):
        same = next((other for other in anchors if _begin_together(one, other, whereabouts)), None)
        found[one.told.address] = (same or one).told.address
        if same is None:
            anchors.append(one)
    return found


def _begin_together(one: _Read, other: _Read, whereabouts: Callable[[str], str]) -> bool:
    if one.first is None or other.first is None or one.told.schema != other.told.schema:
        return False
    near = one.told.date == other.told.date or abs((one.first - other.first).days) <= LONGEST
    unplaced = not (one.place | one.target) and not (other.place | other.target)
    return near and ((unplaced and one.told.date == other.told.date) or _at_one_place(one, other, whereabouts))


def _repeated(every: Sequence[_Read]) -> dict[UUID, UUID]:
    """Find what happened at one place three times or more, no year between, though no document calls it a series."""
    parts: dict[tuple[str, frozenset[str]], list[_Read]] = defaultdict(list)
    for one in every:
        if one.first and one.last and not one.told.recurs and (one.target or one.place):
            parts[one.told.schema, one.target or one.place].append(one)
    runs = (run for part in parts.values() for run in _runs(part) if len(run) >= LEAST)
    return {one.told.address: run[0].told.address for run in runs for one in run}


def _runs(part: Sequence[_Read]) -> Iterable[list[_Read]]:
    run: list[_Read] = []
    for one in part:
        if run and one.first and run[-1].last and one.first - run[-1].last > LULL:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _joined(every: Sequence[_Read], anchors: dict[UUID, UUID], whereabouts: Callable[[str], str]) -> dict[UUID, UUID]:
    """Join occurrences to the series that documents tell of: those in its time and at its place."""
    by_address = {one.told.address: one for one in every}
    declared = [by_address[one] for one in dict.fromkeys(anchors.values()) if by_address[one].told.recurs]
    by_clue = _by_clue(every, whereabouts) if declared else {}
    found = dict(anchors)
    for series in declared:
        there = _alike(_clues(series, whereabouts), by_clue)
        near = [one for one in there if _within(one, series) and _at_one_place(one, series, whereabouts)]
        same_place = _alike({one.where for one in near if one.where}, by_clue)
        for one in (*near, *(one for one in same_place if _within(one, series))):
            if not _taken(one, found, by_address):
                found[one.told.address] = series.told.address
    return found


def _clues(one: _Read, whereabouts: Callable[[str], str]) -> set[str]:
    """List what an event can have in common with a series that it belongs to: a word, a settlement, a place."""
    settlement = whereabouts(one.told.place)
    return {*one.place, *one.target, one.where, f"@{settlement}" if settlement else ""} - {""}


def _by_clue(every: Iterable[_Read], whereabouts: Callable[[str], str]) -> dict[str, list[_Read]]:
    found: dict[str, list[_Read]] = defaultdict(list)
    for one in every:
        for clue in _clues(one, whereabouts):
            found[clue].append(one)
    return found


def _alike(clues: Iterable[str], by_clue: Mapping[str, Sequence[_Read]]) -> list[_Read]:
    """List the events that share a clue, each once."""
    return list({one.told.address: one for clue in sorted(clues) for one in by_clue.get(clue, ())}.values())


def _taken(one: _Read, found: Mapping[UUID, UUID], by_address: Mapping[UUID, _Read]) -> bool:
    anchor = found.get(one.told.address)
    return anchor is not None and by_address[anchor].told.recurs


def _within(one: _Read, series: _Read) -> bool:
    if one.told.schema != series.told.schema or one.told.recurs or one.first is None or one.last is None:
        return False
    begins = series.first is None or one.last >= series.first
    return begins and (series.last is None or one.first <= series.last)


def _at_one_place(one: _Read, other: _Read, whereabouts: Callable[[str], str]) -> bool:
    """Say whether two can be at one place: a settlement or a word in common, and nothing that speaks against it."""
    here, there = whereabouts(one.told.place), whereabouts(other.told.place)
    if here and there and here != there:
        return False
    if one.target and other.target and _comparable(one, other) and not one.target & other.target:
        return False
    return bool((here and here == there) or (one.place | one.target) & (other.place | other.target))


def _comparable(one: _Read, other: _Read) -> bool:
    """Say whether two targets are written in one script, so that different words are different things."""
    return all(word.isascii() for word in one.target) == all(word.isascii() for word in other.target)


def _decided(
    every: Sequence[_Read], found: Mapping[UUID, UUID], placed: Mapping[UUID, UUID | None]
) -> dict[UUID, UUID]:
    """Put what persons decided above what was worked out."""
    address = {entity: one.told.address for one in every for entity in one.told.entities}
    result = dict(found)
    for one in every:
        wanted = next((placed[entity] for entity in one.told.entities if entity in placed), None)
        if wanted is None or wanted not in address:
            continue
        anchor = result.get(address[wanted], address[wanted])
        if anchor != one.told.address:
            result[anchor] = result.get(anchor, anchor)
            result[one.told.address] = anchor
    return result


def renew(*, tier: int) -> None:
    """Work out anew to which series the events of one tier belong, and keep it with their summaries."""
    rows = EventSummary.objects.filter(tier=tier, schema__in=GATHERINGS).order_by("pk")
    wanted = ("entity", "entities", "schema", "date", "place", "target", "serial")
    told = [
        Occurrence(
            address=address,
            entities=tuple(UUID(one) for one in entities),
            schema=schema,
            date=written,
            place=place,
            target=target,
            recurs=recurs,
        )
        for address, entities, schema, written, place, target, recurs in rows.values_list(*wanted)
    ]
    placed = dict(SeriesPlacing.objects.filter(undone_at=None).values_list("event", "series"))
    summaries.set_series(tier=tier, series=serial(told, placed=placed, whereabouts=settlements()))
