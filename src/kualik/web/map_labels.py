"""Words on the map that do not lie on each other: the weightier first, and none where there is no room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

__all__ = ["Box", "Label", "Wanted", "lay_out"]

WIDE, NARROW, HIGH = 14.0, 7.4, 15.0  # pixels of a letter, at 13 px of type
GAP = 4.0
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A word that is to stand beside a point, with the radius of what is drawn there."""

    text: str
    x: float
    y: float
    radius: float
    kind: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word in its place; `anchor` is SVG's: at which end of it x lies."""

    text: str
    x: float
    y: float
    anchor: str
    kind: str
    count: int | None = None


def width_of(text: str) -> float:
    """Guess how long a word is in pixels: the server has no fonts to measure it by."""
    return sum(WIDE if east_asian_width(letter) in "WF" else NARROW for letter in text)


def lay_out(wanted: Iterable[Wanted], *, taken: Sequence[Box], bounds: tuple[float, float]) -> tuple[Label, ...]:
    """Place words, each in the first of four places that is free.

    Args:
        wanted: the words, the weightiest first.
        taken: what is drawn already and must not be covered.
        bounds: width and height of the drawing.

    Returns:
        The labels that found room.
    """
    busy = list(taken)
    placed = []
    for one in wanted:
        own = (one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius)
        for label, box in _places(one):
            if _inside(box, bounds) and not any(_meet(box, other) for other in busy if other != own):
                placed.append(label)
                busy.append(box)
                break
    return tuple(placed)


def _places(one: Wanted) -> Iterator[tuple[Label, Box]]:
    number = f" {one.count}" if one.count is not None else ""
    wide = width_of(one.text + number)
    away = one.radius + GAP
    if one.kind in {"country", "region"}:
        yield _label(one, one.x, one.y + HIGH / 3, "middle"), _box(one.x - wide / 2, one.y - HIGH / 2, wide)
        return
    yield _label(one, one.x + away, one.y + HIGH / 3, "start"), _box(one.x + away, one.y - HIGH / 2, wide)
    yield _label(one, one.x - away, one.y + HIGH / 3, "end"), _box(one.x - away - wide, one.y - HIGH / 2, wide)
    yield _label(one, one.x, one.y - away - GAP, "middle"), _box(one.x - wide / 2, one.y - away - HIGH, wide)
    yield _label(one, one.x, one.y + away + HIGH - GAP, "middle"), _box(one.x - wide / 2, one.y + away, wide)


def _label(one: Wanted, x: float, y: float, anchor: str) -> Label:
    return Label(text=one.text, x=round(x, 1), y=round(y, 1), anchor=anchor, kind=one.kind, count=one.count)


def _box(left: float, top: float, wide: float) -> Box:
    return (left, top, left + wide, top + HIGH)


def _inside(box: Box, bounds: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= bounds[0] and box[3] <= bounds[1]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
