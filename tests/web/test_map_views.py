"""What part of the world is seen."""

import pytest
from django.http import QueryDict

from kualik.engine.placing import place
from kualik.web.map_views import VIEWS, WIDTH, path_of, shapes, window_of


def test_all_places_of_kazakhstan_and_xinjiang_are_within_the_first_view() -> None:
    """And within their own view each."""
    cities = ("1526384", "1526273", "610612", "1520172", "cn6501", "cn6532", "cn6505", "cn6543")
    for id_ in cities:
        point = place(id_).point
        assert point
        assert window_of(QueryDict("")).place(point), id_
        assert window_of(QueryDict(f"view={'xj' if id_.startswith('cn') else 'kz'}")).place(point), id_


def test_closer_shows_less_and_keeps_what_is_in_the_middle() -> None:
    """Up to eight times; sides end at the edge of the view."""
    whole = window_of(QueryDict(""))
    near = whole.closer(1)
    assert near
    assert near.zoom == 2
    assert near.query == {"view": "", "zoom": "2", "at": "500,320"}
    assert whole.closer(-1) is None
    assert near.closer(-1) == whole

    edge = near
    for _step in range(10):
        edge = edge.moved(-1, 0)
    assert edge.x == WIDTH // 4
    assert window_of(QueryDict("zoom=8&at=1,1")).closer(1) is None


@pytest.mark.parametrize("asked", ["view=moon", "zoom=3", "zoom=x&at=1", "at=a,b", "zoom=2&at=99999,1", "at=²,1"])
def test_what_is_no_view_is_the_whole_region(asked: str) -> None:
    """An address that somebody typed breaks nothing."""
    window = window_of(QueryDict(asked))

    assert (window.view.name, window.x, window.y) == ("region", 500, 320)


@pytest.mark.parametrize("name", list(VIEWS))
def test_outlines_are_drawn_small_enough_to_send(name: str) -> None:
    """Every view in less than 130 KB."""
    drawn = shapes(name)

    assert len(drawn) > 10
    assert sum(len(one.path) for one in drawn) < 130_000


def test_a_ring_beyond_the_edge_is_left_out() -> None:
    """Argentina is not on the map of Kazakhstan."""
    ring = ((-60.0, -30.0), (-60.0, -31.0), (-61.0, -31.0), (-60.0, -30.0))

    assert path_of(VIEWS["kz"], (ring,)) == ""
    assert path_of(VIEWS["world"], (ring,)).startswith("M")
