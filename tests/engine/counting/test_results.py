"""What a report is made of."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.counting.results import Interval, Linkage


@given(st.floats(1, 1e12), st.floats(1, 1e12), st.floats(1, 1e12), st.integers(0, 10**6))
def test_rounding_goes_outwards(one: float, other: float, third: float, listed: int) -> None:
    """Two digits: the rounded interval holds the exact one, and never more than a tenth beyond it."""
    low, middle, high = sorted((one, other, third))
    two = Interval(low=low, middle=middle, high=high).rounded(listed)

    assert two.high >= high
    assert two.low <= low or two.low == listed
    assert two.low >= listed
    assert two.low >= low * 0.9 - 1
    assert two.high <= max(high * 1.1 + 1, listed)


def test_several_linkages_are_assessed() -> None:
    """One is not."""
    assert Linkage(replicates=2).assessed
    assert not Linkage().assessed
