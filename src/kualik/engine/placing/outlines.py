"""Outlines of countries and regions, packed small: each ring as differences in hundredths of a degree."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kualik.engine.placing.geometry import Point, Ring

__all__ = ["Outline", "outlines", "pack_ring", "unpack_ring"]

UNIT = 100  # to a degree


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The outline of a country or region.

    `places` are the gazetteer's ids that it covers: several where a region was divided after the outline was drawn.
    """

    id: str
    kind: str  # "country" or "region"
    places: tuple[str, ...]
    rings: tuple[Ring, ...]


def pack_ring(ring: Sequence[Point]) -> list[int]:
    """Write a ring as differences.

    Args:
        ring: longitudes and latitudes in degrees.

    Returns:
        x, y of the first point, then the way to each next one, in hundredths of a degree; no step of nothing.
    """
    packed: list[int] = []
    last = (0, 0)
    for point in ring:
        here = (round(point[0] * UNIT), round(point[1] * UNIT))
        if not packed or here != last:
            packed += [here[0] - last[0], here[1] - last[1]]
            last = here
    return packed


def unpack_ring(packed: Sequence[int]) -> Ring:
    """Read a ring that was written as differences.

    Args:
        packed: as `pack_ring` gives it.

    Returns:
        Longitudes and latitudes in degrees.
    """
    x = y = 0
    points = []
    for place in range(0, len(packed), 2):
        x, y = x + packed[place], y + packed[place + 1]
        points.append((x / UNIT, y / UNIT))
    return tuple(points)


@cache
def outlines(name: str) -> tuple[Outline, ...]:
    """Load the outlines that the package carries.

    Args:
        name: "near" for Kazakhstan, Xinjiang and what lies around them, "world" for every country, coarse.

    Returns:
        The outlines in the order in which they are drawn: countries before regions.
    """
    text = (files("kualik.engine.placing") / "data" / f"{name}.json").read_text(encoding="utf-8")
    return tuple(_outline(one) for one in json.loads(text)["areas"])


def _outline(kept: Mapping[str, list[list[int]]]) -> Outline:
    rings = tuple(unpack_ring(ring) for ring in kept["rings"])
    return Outline(id=str(kept["id"]), kind=str(kept["kind"]), places=tuple(map(str, kept["places"])), rings=rings)
