"""Outlines from a GeoJSON file: what is in it is checked, and simplified until a page can carry it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kualik.engine.placing.errors import BadOutlines
from kualik.engine.placing.geometry import Point, Ring, simplify_areas
from kualik.engine.placing.outlines import pack_ring, unpack_ring

__all__ = ["Area", "Fields", "pack_area", "read_areas", "unpack_area"]

LARGEST_FILE = 60_000_000  # bytes
MOST_AREAS = 5_000
MOST_POINTS = 60_000  # of all areas together, after they are simplified
TOLERANCE, COARSEST = 0.004, 0.6  # degrees
LONGEST_NAME = 200
LEAST_RING = 4  # points, the last being the first
PARTS = {"Polygon": 1, "MultiPolygon": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Which properties of a feature hold its code and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area of a file: its code and name there, and its rings in degrees."""

    code: str
    name: str
    rings: tuple[Ring, ...]


def read_areas(content: bytes, *, fields: Fields) -> tuple[Area, ...]:
    """Read areas out of a GeoJSON file.

    Args:
        content: the file; a FeatureCollection of polygons, longitude and latitude in degrees (RFC 7946).
        fields: which properties hold code and name.

    Returns:
        The areas in the file's order, simplified together to 60,000 points at most.

    Raises:
        BadOutlines: what is wrong, at which feature, and what to do about it.
    """
    features = _features(content)
    named = [_area(place, feature, fields) for place, feature in enumerate(features, start=1)]
    _check_codes(named)
    rings = {area.code: area.rings for area in named}
    simple = _simplified(rings)
    return tuple(Area(code=one.code, name=one.name, rings=simple[one.code]) for one in named if one.code in simple)


def _features(content: bytes) -> Sequence[object]:
    if len(content) > LARGEST_FILE:
        raise BadOutlines(code="large", said="the file is larger than 60 MB; simplify it first, for example in QGIS")
    try:
        read = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadOutlines(code="json", said="the file is no JSON; export the layer as GeoJSON") from error
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list) or not features:
        raise BadOutlines(code="collection", said="the file is no GeoJSON FeatureCollection with features in it")
    if len(features) > MOST_AREAS:
        raise BadOutlines(code="many", said=f"{len(features)} features; {MOST_AREAS} at most can be drawn")
    return features


def _area(place: int, feature: object, fields: Fields) -> Area:
    if not isinstance(feature, dict):
        raise BadOutlines(code="feature", said="this is no feature", feature=place)
    told = feature.get("properties")
    properties = told if isinstance(told, dict) else {}
    code, name = (_text(properties, field, place) for field in (fields.code, fields.name))
    return Area(code=code, name=name, rings=tuple(_rings(feature.get("geometry"), place)))


def _text(properties: Mapping[str, object], field: str, place: int) -> str:
    found = str(properties.get(field) if properties.get(field) is not None else "").strip()[:LONGEST_NAME]
    if not found:
        there = ", ".join(sorted(map(str, properties))) or "none"
        raise BadOutlines(code="field", said=f"no property {field!r}; the feature has: {there}", feature=place)
    return found


def _rings(geometry: object, place: int) -> Iterator[Ring]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in PARTS:
        raise BadOutlines(code="geometry", said=f"the geometry is {kind!r}; only areas can be drawn", feature=place)
    told = geometry.get("coordinates")
    for part in [told] if kind == "Polygon" else _list(told, place):
        for ring in _list(part, place):
            points = tuple(_point(one, place) for one in _list(ring, place))
            closed = points if points[:1] == points[-1:] else (*points, points[0])
            if len(closed) < LEAST_RING:
                raise BadOutlines(code="ring", said="a ring of fewer than three points", feature=place)
            yield closed


def _list(value: object, place: int) -> list[object]:
    if not isinstance(value, list) or not value:
        raise BadOutlines(code="geometry", said="the coordinates are not those of an area", feature=place)
    return value


def _point(value: object, place: int) -> Point:
    match value:
        case [int() | float() as x, int() | float() as y, *_] if not isinstance(x, bool) and not isinstance(y, bool):
            if -180 <= x <= 180 and -90 <= y <= 90:
                return float(x), float(y)
            said = f"{x}, {y} is not longitude and latitude in degrees; export the layer in WGS 84 (EPSG:4326)"
            raise BadOutlines(code="range", said=said, feature=place)
    raise BadOutlines(code="geometry", said="a point is not two numbers", feature=place)


def _check_codes(areas: Sequence[Area]) -> None:
    first: dict[str, int] = {}
    for place, area in enumerate(areas, start=1):
        if area.code in first:
            said = f"the code {area.code!r} is that of feature {first[area.code]} too; choose another field"
            raise BadOutlines(code="twice", said=said, feature=place)
        first[area.code] = place


def _simplified(rings: Mapping[str, Sequence[Ring]]) -> dict[str, tuple[Ring, ...]]:
    tolerance = TOLERANCE
    while tolerance < COARSEST:
        made = simplify_areas(rings, tolerance=tolerance)
        if sum(len(ring) for area in made.values() for ring in area) <= MOST_POINTS:
            return made
        tolerance *= 2
    raise BadOutlines(code="points", said="too many areas for one map; import a smaller region")


def pack_area(area: Area) -> dict[str, object]:
    """Write an area for the database.

    Args:
        area: as `read_areas` gives it.

    Returns:
        Code, name and rings as differences.
    """
    return {"code": area.code, "name": area.name, "rings": [pack_ring(ring) for ring in area.rings]}


def unpack_area(kept: Mapping[str, object]) -> Area:
    """Read an area from the database.

    Args:
        kept: as `pack_area` gives it.

    Returns:
        The area.
    """
    rings = kept["rings"]
    assert isinstance(rings, list)
    return Area(code=str(kept["code"]), name=str(kept["name"]), rings=tuple(unpack_ring(ring) for ring in rings))
