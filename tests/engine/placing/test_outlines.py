"""The outlines that the package carries."""

from itertools import pairwise

import pytest

from kualik.engine.placing.gazetteer import places
from kualik.engine.placing.outlines import outlines, pack_ring, unpack_ring


def test_a_ring_comes_back_to_a_hundredth_of_a_degree() -> None:
    """Packed as differences; a step of nothing is left out."""
    ring = ((81.324, 43.921), (81.3241, 43.9211), (82.0, 44.5), (81.324, 43.921))

    assert unpack_ring(pack_ring(ring)) == ((81.32, 43.92), (82.0, 44.5), (81.32, 43.92))


@pytest.mark.parametrize("name", ["near", "world"])
def test_every_ring_is_closed_and_every_place_is_known(name: str) -> None:
    """What an outline covers is in the gazetteer, but for three lands that ISO 3166 does not list."""
    every = outlines(name)
    unknown = {id_ for one in every for id_ in one.places if id_ not in places()}

    assert all(ring[0] == ring[-1] and len(ring) > 3 for one in every for ring in one.rings)
    assert {id_ for id_ in unknown if not id_.startswith("x-")} == set()
    assert len(unknown) <= 3


def test_all_of_kazakhstan_and_xinjiang_is_there() -> None:
    """Each region of today lies within exactly one outline, the three new ones within their former regions."""
    covered = [id_ for one in outlines("near") for id_ in one.places if id_.startswith("kz-") or id_ == "cn65"]

    today = [id_ for id_ in places() if id_ == "cn65" or (id_.startswith("kz-") and id_[3].isdigit())]
    assert sorted(covered) == sorted(today)


def test_no_outline_leaps_across_the_world() -> None:
    """A ring that was cut at 180 degrees would draw a line through every country between."""
    leaps = [
        one.id
        for one in outlines("world")
        for ring in one.rings
        for (x, _y), (next_x, _next_y) in pairwise(ring)
        if abs(next_x - x) > 90
    ]

    assert leaps == []
