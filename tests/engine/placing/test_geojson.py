"""Files of boundaries: what is taken, and how a refusal says what to do."""

import json
from typing import Any

import pytest

from kualik.engine.placing.errors import BadOutlines
from kualik.engine.placing.geojson import Fields, pack_area, read_areas, unpack_area

FIELDS = Fields(code="id", name="title")
SQUARE = [[81, 43], [82, 43], [82, 44], [81, 44], [81, 43]]


def feature(code: str = "1", title: str = "Steppe", ring: Any = SQUARE, kind: str = "Polygon") -> dict[str, Any]:
    """Make a feature of one ring."""
    coordinates = [ring] if kind == "Polygon" else [[ring]]
    return {
        "type": "Feature",
        "properties": {"id": code, "title": title},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def file(*features: Any) -> bytes:
    """Write a file of features."""
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def test_areas_are_read_with_code_and_name() -> None:
    """Polygons and multipolygons; an open ring is closed."""
    other = feature("2", "Lake", [[83, 43], [84, 43], [84, 44]], "MultiPolygon")

    first, second = read_areas(file(feature(), other), fields=FIELDS)

    assert (first.code, first.name, len(first.rings[0])) == ("1", "Steppe", 5)
    assert (second.name, second.rings[0][0]) == ("Lake", second.rings[0][-1])


def test_an_area_comes_back_from_the_database() -> None:
    """To a hundredth of a degree."""
    (area,) = read_areas(file(feature()), fields=FIELDS)

    assert unpack_area(pack_area(area)) == area


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"no json", "json"),
        (b"[]", "collection"),
        (file(), "collection"),
        (file("x"), "feature"),
        (file({**feature(), "properties": {"id": "1"}}), "field"),
        (file({**feature(), "geometry": {"type": "Point", "coordinates": [81, 43]}}), "geometry"),
        (file({**feature(), "geometry": None}), "geometry"),
        (file(feature(ring=[[81, 43], ["a", 43], [82, 44]])), "geometry"),
        (file(feature(ring=[[81, 43], [82, 43]])), "ring"),
        (file(feature(ring=[[456000, 4800000], [457000, 4800000], [457000, 4810000]])), "range"),
        (file(feature(), feature()), "twice"),
        (file(*[{}] * 5001), "many"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_reason(content: bytes, code: str) -> None:
    """Each reason has its code and its words."""
    with pytest.raises(BadOutlines) as refused:
        read_areas(content, fields=FIELDS)

    assert refused.value.code == code
    assert len(str(refused.value)) > 20


def test_a_refusal_names_the_feature_and_what_it_has() -> None:
    """So that the right property can be chosen."""
    with pytest.raises(BadOutlines, match=r"feature 2: no property 'id'; the feature has: code, title"):
        read_areas(file(feature(), {**feature(), "properties": {"code": "2", "title": "x"}}), fields=FIELDS)


def test_a_file_that_is_too_large_is_not_read() -> None:
    """Before anything is parsed."""
    with pytest.raises(BadOutlines) as refused:
        read_areas(b" " * 60_000_001, fields=FIELDS)

    assert refused.value.code == "large"


def test_many_points_are_simplified_until_a_page_can_carry_them() -> None:
    """A ring of 100,000 points has the same corners afterwards."""
    ring = [[81 + x / 25_000, 43] for x in range(25_000)] + [[82, 43 + y / 25_000] for y in range(25_000)]
    ring += [[82 - x / 25_000, 44] for x in range(25_000)] + [[81, 44 - y / 25_000] for y in range(25_000)]

    (area,) = read_areas(file(feature(ring=ring)), fields=FIELDS)

    assert {(round(x, 1), round(y, 1)) for x, y in area.rings[0]} == {(81, 43), (82, 43), (82, 44), (81, 44)}
