"""The axis of people."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.counting.axes import MOST, axis, short


@given(st.lists(st.floats(1, 1e12), min_size=1, max_size=20))
def test_everything_lies_on_the_axis_in_order(people: list[float]) -> None:
    """Between its ends, the more people the further, with at most eight figures."""
    along = axis(people, start=100, end=700)
    places = [along.place(one) for one in sorted(people)]

    assert places == sorted(places)
    assert all(100 <= one <= 700 for one in places)
    assert len(along.ticks()) <= MOST


def test_figures_on_the_axis_are_round() -> None:
    """From 8,900 to 17,000 people."""
    ticks = axis([8900, 17000], start=0, end=1).ticks()

    assert [short(one) for one in ticks] == ["10,000", "12,500", "15,000"]
