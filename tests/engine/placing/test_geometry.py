"""Lines with fewer points, and borders that stay shared."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.placing.geometry import area_of, simplify, simplify_areas

WAVE = [(x / 10, 0.02 if x % 2 else 0.0) for x in range(11)]
LEFT = ((0.0, 0.0), *((1.0, y / 10 + 0.0) for y in range(11)), (0.0, 1.0), (0.0, 0.0))
RIGHT = ((2.0, 0.0), (2.0, 1.0), *((1.0, y / 10 + 0.0) for y in range(10, -1, -1)), (2.0, 0.0))


def test_points_near_the_line_are_left_out() -> None:
    """A wave lower than the tolerance becomes a straight line, a higher one stays."""
    assert simplify(WAVE, tolerance=0.05) == [WAVE[0], WAVE[-1]]
    assert simplify(WAVE, tolerance=0.005) == WAVE


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=30))
def test_what_is_kept_was_there_and_the_ends_stay(line: list[tuple[float, float]]) -> None:
    """Nothing is made up."""
    kept = simplify(line, tolerance=1.0)

    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert all(point in line for point in kept)


def test_neighbours_keep_their_border_in_common() -> None:
    """Whichever way each of the two runs along it, no gap opens between them."""
    bent = tuple((x + (0.3 if 0.2 < y < 0.7 and x == 1.0 else 0.0), y) for x, y in LEFT)
    other = tuple((x + (0.3 if 0.2 < y < 0.7 and x == 1.0 else 0.0), y) for x, y in RIGHT)

    made = simplify_areas({"left": (bent,), "right": (other,)}, tolerance=0.1)

    border = {point for point in made["left"][0] if 0.9 < point[0] < 1.5}
    assert border == {point for point in made["right"][0] if 0.9 < point[0] < 1.5}
    assert 2 < len(border) < 11


def test_an_area_that_shrinks_to_a_line_is_dropped() -> None:
    """An island of the size of the tolerance is none."""
    island = ((0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.0))

    assert simplify_areas({"island": (island,)}, tolerance=0.5) == {}


def test_an_area_is_measured_whichever_way_it_runs() -> None:
    """Two squares of one degree."""
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0))

    assert area_of(square) == area_of(square[::-1]) == 1.0
