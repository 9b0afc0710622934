"""Which stretches of custody, and which events, of different documents are one. Pure functions of what is told.

Two of one document are never joined: whoever wrote it told them apart. The result does not depend on the order
of what is given.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from kualik.engine import names
from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["Told", "days", "same_custody", "same_event", "together"]

UNSPECIFIED = "unspecified"
SHORT = 31  # days; a longer stretch ("2021") fits too many events to say that two are one
SAME_PLACE = 0.9
YEAR = 4  # letters of an EDTF date: two dates of one event begin with the same year, or with none


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one document tells of one stretch of custody (kind is its state) or one event (kind is its type)."""

    entity: UUID
    document: UUID
    kind: str
    start: str = ""  # EDTF
    end: str = ""
    place: str = ""


def together(
    told: Iterable[Told],
    *,
    same: Callable[[Told, Told], bool],
    apart: Callable[[Told], Hashable] = lambda _one: None,
    near: Callable[[Told], Collection[Hashable]] = lambda _one: (None,),
) -> list[tuple[Told, ...]]:
    """Group what different documents tell of the same thing: each joins the first group all of which it fits.

    Args:
        told: what documents tell, in any order.
        same: whether two of them can be one thing.
        apart: what two that are one have in common; only those that have it in common are compared.
        near: things of which two that are one have at least one in common, such as a day.
    """
    groups: list[list[Told]] = []
    where: dict[Hashable, list[int]] = defaultdict(list)
    for one in sorted(told, key=_order):
        keys = [(apart(one), key) for key in near(one)]
        places = sorted({place for key in keys for place in where[key]})
        fits = (place for place in places if all(_joins(one, other, same) for other in groups[place]))
        place = next(fits, len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(one)
        for key in keys:
            if place not in where[key]:
                where[key].append(place)
    return [tuple(group) for group in groups]


def days(one: Told) -> Collection[Hashable]:
    """List the days on which something can have been; of what has no year, or lasts long, only what is written."""
    if not one.start:
        return ()  # what has no date is never the same as anything
    first, last = _stretch(one.start)
    if first is None or last is None or (last - first).days > SHORT:
        return (one.start,)
    return [first.toordinal() + day for day in range((last - first).days + 1)]


def _joins(one: Told, other: Told, same: Callable[[Told, Told], bool]) -> bool:
    return one.document != other.document and same(one, other)


def _order(one: Told) -> tuple[object, ...]:
    """Put what says most first, so that what says little joins it."""
    return (one.kind == UNSPECIFIED, not one.start, one.start, one.kind, one.place, str(one.document), str(one.entity))


def same_custody(one: Told, other: Told) -> bool:
    """Say whether two stretches of custody can be one: the same state, and dates that do not exclude each other."""
    alike = one.kind == other.kind or UNSPECIFIED in {one.kind, other.kind}
    return (
        alike
        and not _apart(_stretch(one.start), _stretch(other.start))
        and not _apart(_stretch(one.end), _stretch(other.end))
    )


def same_event(one: Told, other: Told) -> bool:
    """Say whether two events are one: the same type and place, and dates that are equal or overlap closely."""
    if one.kind != other.kind or not one.start or one.start[:YEAR] != other.start[:YEAR]:
        return False
    return _same_days(one.start, other.start) and _same_place(one.place, other.place)


def _same_days(one: str, other: str) -> bool:
    if one == other:
        return _short(one) or "X" in one
    return _short(one) and _short(other) and not _apart(_stretch(one), _stretch(other))


def _same_place(one: str, other: str) -> bool:
    if not one or not other:
        return False
    first, second = one.casefold(), other.casefold()
    return first in second or second in first or names.compare(one, other).score >= SAME_PLACE


Stretch = tuple[date | None, date | None]


@lru_cache(maxsize=4096)
def _stretch(edtf: str) -> Stretch:
    return bounds(edtf) if edtf and is_edtf(edtf) else (None, None)


def _apart(one: Stretch, other: Stretch) -> bool:
    return _before(one[1], other[0]) or _before(other[1], one[0])


def _before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def _short(edtf: str) -> bool:
    first, last = _stretch(edtf)
    return first is not None and last is not None and (last - first).days <= SHORT
