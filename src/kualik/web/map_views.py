"""The stretches of the world that a map shows, and its outlines as lines of a drawing, made once per process."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kualik.engine.placing import Lambert, Point, Ring, outlines

__all__ = ["VIEWS", "WIDTH", "Shape", "View", "Window", "path_of", "shapes", "window_of"]

WIDTH = 1000
ZOOMS = (1, 2, 4, 8)
STEP = 0.25  # of what is seen, by which a link moves the map
STANDARD = 37.5  # degrees: where the map of the world keeps its shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Cylinder:
    """A cylindrical equal-area projection: for the whole world, which no other view could show uncut.

    Source: Lambert (1772), with the standard parallel of Hobo and Dyer (2002).
    """

    longitude: float

    def project(self, point: Point) -> Point | None:
        """Find where a place lies on the drawing."""
        kept = cos(radians(STANDARD))
        return radians(point[0] - self.longitude) * kept, -sin(radians(point[1])) / kept


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A stretch of the world: `centre` and `half` (of its width) are in the projection's units, `height` in pixels."""

    name: str
    word: Promise
    projection: Lambert | Cylinder
    centre: Point
    half: float
    height: int
    outlines: str

    def pixel(self, point: Point) -> Point | None:
        """Find where a place lies on the drawing, before it is drawn closer."""
        flat = self.projection.project(point)
        if flat is None:
            return None
        scale = WIDTH / 2 / self.half
        return (flat[0] - self.centre[0]) * scale + WIDTH / 2, (flat[1] - self.centre[1]) * scale + self.height / 2


MIDDLE = Lambert(longitude=73, latitude=45)
VIEWS: Mapping[str, View] = {
    one.name: one
    for one in (
        View(
            name="region", word=_("Kazakhstan and Xinjiang"), projection=MIDDLE, centre=(0.005, -0.02), half=0.34,
            height=640, outlines="near",
        ),
        View(
            name="kz", word=_("Kazakhstan"), projection=Lambert(longitude=67, latitude=48), centre=(0, 0), half=0.24,
            height=640, outlines="near",
        ),
        View(
            name="xj", word=_("Xinjiang"), projection=Lambert(longitude=85, latitude=42), centre=(0, 0), half=0.215,
            height=640, outlines="near",
        ),
        View(
            name="world", word=_("World"), projection=Cylinder(longitude=11), centre=(0, -0.12), half=2.5, height=480,
            outlines="world",
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One outline as a line of the drawing, and the gazetteer's ids of what it covers."""

    kind: str
    places: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The part of a view that is seen: how close, and which pixel of the view is in the middle."""

    view: View
    zoom: int
    x: int
    y: int

    @property
    def transform(self) -> str:
        """Say in SVG how the outlines are moved and enlarged."""
        left, top = WIDTH / 2 - self.x * self.zoom, self.view.height / 2 - self.y * self.zoom
        return f"translate({left:g} {top:g}) scale({self.zoom})"

    def place(self, point: Point) -> Point | None:
        """Find where a place lies in what is seen; None where it lies outside."""
        pixel = self.view.pixel(point)
        if pixel is None:
            return None
        x = (pixel[0] - self.x) * self.zoom + WIDTH / 2
        y = (pixel[1] - self.y) * self.zoom + self.view.height / 2
        return (x, y) if 0 <= x <= WIDTH and 0 <= y <= self.view.height else None

    def closer(self, steps: int) -> "Window | None":
        """Draw closer, or with a step back farther; None where there is no such step."""
        at = ZOOMS.index(self.zoom) + steps
        return _window(self.view, ZOOMS[at], self.x, self.y) if 0 <= at < len(ZOOMS) else None

    def moved(self, right: int, down: int) -> "Window":
        """Move to a side, as far as the view goes."""
        x = self.x + right * STEP * WIDTH / self.zoom
        return _window(self.view, self.zoom, round(x), round(self.y + down * STEP * self.view.height / self.zoom))

    @property
    def query(self) -> dict[str, str]:
        """Say it in an address; the whole region is not said."""
        told = {"view": self.view.name if self.view.name != "region" else ""}
        return told | ({"zoom": str(self.zoom), "at": f"{self.x},{self.y}"} if self.zoom > 1 else {})


def _window(view: View, zoom: int, x: int, y: int) -> Window:
    """Keep what is seen within the view."""
    half_x, half_y = WIDTH // 2 // zoom, view.height // 2 // zoom
    x = min(max(x, half_x), WIDTH - half_x)
    return Window(view=view, zoom=zoom, x=x, y=min(max(y, half_y), view.height - half_y))


def window_of(asked: QueryDict) -> Window:
    """Read what is to be seen; what is no view is the whole region."""
    view = VIEWS.get(asked.get("view", ""), VIEWS["region"])
    told = asked.get("zoom", "")
    zoom = int(told) if told in map(str, ZOOMS) else 1
    x, _comma, y = asked.get("at", "").partition(",")
    numbers = [int(one) for one in (x, y) if one.isascii() and one.isdigit() and len(one) < len("10000")]
    middle = numbers if len(numbers) == len("xy") else [WIDTH // 2, view.height // 2]
    return _window(view, zoom, *middle)


@cache
def shapes(name: str) -> tuple[Shape, ...]:
    """Draw the outlines of a view: countries, provinces, then regions."""
    view = VIEWS[name]
    drawn = (Shape(kind=one.kind, places=one.places, path=path_of(view, one.rings)) for one in outlines(view.outlines))
    return tuple(one for one in drawn if one.path)


def path_of(view: View, rings: Iterable[Ring]) -> str:
    """Write rings as a path of SVG; a ring beyond the edge of the view is left out."""
    return "".join(_ring(view, ring) for ring in rings)


def _ring(view: View, ring: Sequence[Point]) -> str:
    pixels = [pixel for point in ring[:-1] if (pixel := view.pixel(point)) is not None]
    across, down = [x for x, _y in pixels], [y for _x, y in pixels]
    if not pixels or max(across) < 0 or min(across) > WIDTH or max(down) < 0 or min(down) > view.height:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in pixels) + "Z"
