"""The map as a drawing: circles whose areas are the numbers, and as many words as find room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

from kualik.engine import placing
from kualik.engine.placing import Kind, Point, outlines
from kualik.engine.placing.geometry import area_of
from kualik.web.map_labels import Box, Label, Wanted, lay_out
from kualik.web.map_places import Spot
from kualik.web.map_views import WIDTH, Shape, Window, shapes

__all__ = ["Circle", "Drawing", "Key", "draw"]

LARGEST, LEAST = 30.0, 3.5  # radius in pixels
OF_ONE = 5.0  # radius of one at most, so that few people make no large circles
NUMBER = 16.0  # half the room for a number in the legend, in pixels
ORIENTATION = (
    "1526384", "1526273", "1518980", "609655", "610611", "cn6501", "cn6502", "cn6531", "cn6532", "cn654002", "cn654201",
    "1520253", "1519422", "1528675", "1512569", "524901", "323786", "1816670", "360630", "2950159", "4140963",
    "2643743",
)  # fmt: skip
"""Towns that a reader finds their way by, where they have room beside what is counted."""
COUNTRIES = {
    "region": ("kz", "cn65", "ru", "mn", "kg", "uz", "tm", "tj", "af", "pk", "in", "cn"),
    "kz": ("kz", "cn65", "ru", "kg", "uz", "tm", "mn"),
    "xj": ("kz", "cn65", "mn", "kg", "tj", "in", "ru", "pk"),
    "world": ("ru", "cn", "us", "ca", "br", "au", "kz", "in", "dz", "tr", "eg", "ir", "sa", "mn", "za", "ar"),
}
STANDS = {"cn65": (85.3, 40.9), "kz": (67.0, 48.3), "ru": (75.0, 57.0), "cn": (95.5, 33.5), "us": (-98.0, 39.0)}
"""Where a country's word stands, if not in the middle of its largest part: Russia's would be far off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """One place with its number."""

    spot: Spot
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """Give the square around it."""
        return (self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A circle of the legend."""

    count: int
    radius: float
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What the template draws. `beyond` are the places that lie outside what is seen."""

    window: Window
    shapes: tuple[Shape, ...]
    circles: tuple[Circle, ...]
    labels: tuple[Label, ...]
    towns: tuple[Point, ...]
    beyond: tuple[Spot, ...]
    keys: tuple[Key, ...]

    @property
    def beyond_count(self) -> int:
        """Count who or what is outside what is seen."""
        return sum(one.count for one in self.beyond)


def draw(spots: Sequence[Spot], *, window: Window, language: str) -> Drawing:
    """Draw the map.

    Args:
        spots: the places with their numbers, the largest first.
        window: what is seen of which view.
        language: of the words.

    Returns:
        The drawing; larger circles come first, so that smaller ones lie upon them.
    """
    most = max((one.count for one in spots), default=1)
    circles = tuple(_circles(spots, most=most, window=window))
    drawn = {one.spot.place.id for one in circles}
    towns = [(id_, at) for id_ in ORIENTATION if id_ not in drawn and (at := _at(id_, window))]
    taken: list[Box] = [
        (one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius) for one in circles
    ]
    labels = lay_out(_wanted(circles, towns, window, language), taken=taken, bounds=(WIDTH, window.view.height))
    return Drawing(
        window=window,
        shapes=shapes(window.view.name),
        circles=circles,
        labels=labels,
        towns=tuple(at for _id, at in towns),
        beyond=tuple(one for one in spots if one.place.id not in drawn),
        keys=_keys(most) if circles else (),
    )


def _circles(spots: Iterable[Spot], *, most: int, window: Window) -> Iterator[Circle]:
    for spot in spots:
        at = window.place(spot.place.point) if spot.place.point else None
        if at is not None:
            yield Circle(spot=spot, x=round(at[0], 1), y=round(at[1], 1), radius=_radius(spot.count, most))


def _radius(count: int, most: int) -> float:
    return round(max(LEAST, min(OF_ONE, LARGEST / sqrt(most)) * sqrt(count)), 1)


def _keys(most: int) -> tuple[Key, ...]:
    """Choose round numbers for the legend; the circles stand in a row, the largest first."""
    counts = sorted({_round(most), _round(most / 5), 1}, reverse=True)
    keys, x = [], 0.0
    for count in counts:
        radius = _radius(count, most)
        wide = max(radius, NUMBER)
        keys.append(Key(count=count, radius=radius, x=x + wide, y=LARGEST + 2))
        x += 2 * wide + NUMBER / 2
    return tuple(keys)


def _round(number: float) -> int:
    """Round down to one figure: 4,321 is 4,000."""
    whole = max(1, int(number))
    step = int(10 ** (len(str(whole)) - 1))
    return whole // step * step


def _at(id_: str, window: Window) -> Point | None:
    point = placing.place(id_).point
    at = window.place(point) if point else None
    return (round(at[0], 1), round(at[1], 1)) if at else None


def _wanted(
    circles: Iterable[Circle], towns: Iterable[tuple[str, Point]], window: Window, language: str
) -> Iterator[Wanted]:
    for one in circles:
        spot = one.spot
        yield Wanted(text=spot.label, x=one.x, y=one.y, radius=one.radius, kind="spot", count=spot.count)
    for id_ in COUNTRIES[window.view.name]:
        at = window.place(STANDS.get(id_) or _middle(id_))
        if at:
            kind = "region" if placing.place(id_).kind == Kind.REGION else "country"
            yield Wanted(text=placing.label(placing.place(id_), language), x=at[0], y=at[1], radius=0, kind=kind)
    for id_, (x, y) in towns:
        yield Wanted(text=placing.label(placing.place(id_), language), x=x, y=y, radius=2, kind="town")


@cache
def _middle(id_: str) -> Point:
    """Find the middle of the largest part of a country."""
    rings = [ring for one in outlines("world") if id_ in one.places for ring in one.rings]
    if not rings:
        return placing.place(id_).point or (0.0, 0.0)
    largest = max(rings, key=area_of)
    across, up = [x for x, _y in largest], [y for _x, y in largest]
    return (min(across) + max(across)) / 2, (min(up) + max(up)) / 2
