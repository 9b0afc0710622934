"""Deriving outlines: cutting at a window, joining arcs, running on beyond 180 degrees."""

from typing import Any

from kualik.engine.placing.geometry import area_of
from tools.map_data import clip, joined, rings_of

SQUARE = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0))


def test_a_ring_is_cut_at_the_window() -> None:
    """Half of it is left, or nothing."""
    assert area_of(clip(SQUARE, (1.0, -5.0, 5.0, 5.0))) == 2.0
    assert clip(SQUARE, (10.0, 10.0, 20.0, 20.0)) == ()


def test_rings_of_one_polygon_or_several_are_taken() -> None:
    """With a height, which is dropped."""
    one: dict[str, Any] = {"type": "Polygon", "coordinates": [[[0, 0, 5], [1, 0, 5], [1, 1, 5], [0, 0, 5]]]}
    several = {"type": "MultiPolygon", "coordinates": [one["coordinates"], one["coordinates"]]}

    assert list(rings_of(one)) == [((0, 0), (1, 0), (1, 1), (0, 0))]
    assert len(list(rings_of(several))) == 2


def test_arcs_are_joined_and_run_on_beyond_the_edge_of_the_world() -> None:
    """A ring that crosses 180 degrees has no leap in it; an arc with a negative number runs backwards."""
    arcs = [[(179.0, 60.0), (-179.0, 60.0), (-179.0, 61.0)], [(179.0, 60.0), (179.0, 61.0), (-179.0, 61.0)]]

    ring = joined([0, ~1], arcs)

    assert ring == ((179.0, 60.0), (181.0, 60.0), (181.0, 61.0), (179.0, 61.0), (179.0, 60.0))
