"""The projection against its source, and that it keeps areas."""

import pytest

from kualik.engine.placing.geometry import area_of
from kualik.engine.placing.projection import Lambert


def test_a_worked_example_of_snyder_comes_out() -> None:
    """Snyder (1987), page 332: centre 40 north, 100 west; 20 south, 100 east; x -4.2339303, y 4.0257775 for R = 3."""
    found = Lambert(longitude=-100, latitude=40).project((100, -20))

    assert found is not None
    assert (3 * found[0], -3 * found[1]) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)


def test_equal_areas_stay_equal() -> None:
    """A cell of a tenth of a degree at 45 north is as large on the drawing near the centre as far from it."""
    projection = Lambert(longitude=73, latitude=45)

    def drawn(longitude: float) -> float:
        corners = ((0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0))
        points = [projection.project((longitude + x, 45 + y)) for x, y in corners]
        return area_of([point for point in points if point is not None])

    assert drawn(73) == pytest.approx(drawn(110), rel=1e-3)


def test_the_other_side_of_the_world_is_not_drawn() -> None:
    """There a point would be torn into a circle."""
    assert Lambert(longitude=0, latitude=0).project((180, 0)) is None
