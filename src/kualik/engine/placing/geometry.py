"""Lines and rings on a map: fewer points where they say nothing, the same points wherever two areas touch."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import hypot

__all__ = ["Point", "Ring", "area_of", "simplify", "simplify_areas"]

Point = tuple[float, float]  # longitude and latitude in degrees, or a place on a drawing
Ring = tuple[Point, ...]  # closed: the last point is the first
Edge = frozenset[Point]
CORNERS = 4  # points of the least ring: a triangle and its first point again


def area_of(ring: Sequence[Point]) -> float:
    """Measure a ring by the shoelace formula.

    Args:
        ring: a closed ring.

    Returns:
        Its area in squares of the points' unit; positive, whichever way the ring runs.
    """
    twice = sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))
    return abs(twice) / 2


def simplify(line: Sequence[Point], *, tolerance: float) -> list[Point]:
    """Leave out the points that lie near the line between those that stay.

    Args:
        line: the points in order; a closed one is halved at its farthest point first.
        tolerance: how far a point may lie from the line that passes it by, in the points' unit.

    Returns:
        Some of the points, in order, the first and the last among them.

    Source:
        Douglas and Peucker (1973), with a stack in the place of recursion.
    """
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest, distance = first, tolerance
        for place in range(first + 1, last):
            away = _distance(line[place], line[first], line[last])
            if away > distance:
                farthest, distance = place, away
        if farthest != first:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [line[place] for place in sorted(kept)]


def _distance(point: Point, one: Point, other: Point) -> float:
    """Measure from a point to the stretch between two."""
    (x, y), (from_x, from_y) = point, one
    run, rise = other[0] - from_x, other[1] - from_y
    squared = run * run + rise * rise
    along = ((x - from_x) * run + (y - from_y) * rise) / squared if squared else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(x - from_x - along * run, y - from_y - along * rise)


def simplify_areas(areas: Mapping[str, Sequence[Ring]], *, tolerance: float) -> dict[str, tuple[Ring, ...]]:
    """Simplify areas so that neighbours still share their borders point by point.

    Args:
        areas: closed rings by the area's id. Neighbours share vertices exactly.
        tolerance: as for `simplify`, in the points' unit.

    Returns:
        The rings that are left; one that shrinks to a line is dropped, and so is an area without rings.
    """
    whose: dict[Edge, set[str]] = defaultdict(set)
    for name, rings in areas.items():
        for edge in (edge for ring in rings for edge in _edges(ring)):
            whose[edge].add(name)
    made = {name: tuple(_simplified(rings, whose, tolerance)) for name, rings in areas.items()}
    return {name: rings for name, rings in made.items() if rings}


def _edges(ring: Ring) -> Iterable[Edge]:
    return (frozenset(pair) for pair in pairwise(ring))


def _simplified(rings: Sequence[Ring], whose: Mapping[Edge, set[str]], tolerance: float) -> Iterable[Ring]:
    for ring in rings:
        arcs = _arcs(ring, whose)
        points = [point for arc in arcs for point in _simplify_arc(arc, tolerance)[:-1]]
        if len(points) >= CORNERS - 1:
            yield (*points, points[0])


def _arcs(ring: Ring, whose: Mapping[Edge, set[str]]) -> list[Sequence[Point]]:
    """Cut a ring wherever other areas begin to share it; one that nobody shares is cut at its least point."""
    owners = [whose[edge] for edge in _edges(ring)]
    cuts = [place for place, owner in enumerate(owners) if owner != owners[place - 1]]
    if not cuts:
        cuts = [min(range(len(ring) - 1), key=lambda place: ring[place])]
    turned = (*ring[cuts[0] : -1], *ring[: cuts[0] + 1])
    places = [cut - cuts[0] for cut in cuts] + [len(turned) - 1]
    return [turned[first : last + 1] for first, last in pairwise(places)]


def _simplify_arc(arc: Sequence[Point], tolerance: float) -> list[Point]:
    """Simplify an arc the same whichever of its two areas runs along it; a closed one in two halves."""
    if arc[0] != arc[-1]:
        return _simplify_open(arc, tolerance)
    (x, y), places = arc[0], range(len(arc))
    half = max(places, key=lambda place: (hypot(arc[place][0] - x, arc[place][1] - y), arc[place]))
    return [*_simplify_open(arc[: half + 1], tolerance)[:-1], *_simplify_open(arc[half:], tolerance)]


def _simplify_open(arc: Sequence[Point], tolerance: float) -> list[Point]:
    backwards = tuple(arc) > tuple(reversed(arc))
    made = simplify(arc[::-1] if backwards else arc, tolerance=tolerance)
    return made[::-1] if backwards else made
