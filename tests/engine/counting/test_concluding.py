"""From what was found to what may be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.counting.averaging import average
from kualik.engine.counting.concluding import curves, dependence, envelope, refusals, results
from kualik.engine.counting.fitting import Fits
from kualik.engine.counting.phrases import phrase
from kualik.engine.counting.results import Interval
from tests.engine.counting.reports import answered, table

PEOPLE = st.floats(10, 1e9)


def interval(ends: tuple[float, float, float]) -> Interval:
    """Put three figures in order."""
    low, middle, high = sorted(ends)
    return Interval(low=low, middle=middle, high=high)


@given(st.tuples(PEOPLE, PEOPLE, PEOPLE), st.tuples(PEOPLE, PEOPLE, PEOPLE))
def test_the_envelope_holds_both_and_no_more(
    one: tuple[float, float, float], other: tuple[float, float, float]
) -> None:
    """In either order."""
    first, second = interval(one), interval(other)
    both = envelope(first, second)

    assert both == envelope(second, first)
    assert both.low == min(first.low, second.low)
    assert both.high == max(first.high, second.high)
    assert both.low <= both.middle * (1 + 1e-9)
    assert both.middle <= both.high * (1 + 1e-9)


def test_a_model_without_an_answer_is_a_refusal() -> None:
    """With the reason it gave; every result has its own assumption first."""
    fits = Fits(
        table=table(), refusals={"A": phrase("8 lists; it takes 7 at most"), "B": phrase("two lists are equal")}
    )

    assert [str(one) for one in refusals(fits)] == [
        "A gives no answer: 8 lists; it takes 7 at most", "B gives no answer: two lists are equal",
    ]  # fmt: skip
    assert all(one.refusal and one.assumes and one.found is None for one in results(fits))


def test_curves_hold_nearly_all_belief() -> None:
    """Density per unit of ln N sums to one over the curve."""
    (curve,) = curves(Fits(table=table(), averaged=average(table())))
    width = [high / low for low, high in zip(curve.people, curve.people[1:], strict=False)]
    steps = sum(value * (ratio - 1) for value, ratio in zip(curve.density, width, strict=False))

    assert steps == pytest.approx(1, abs=0.05)


def test_pairs_that_share_more_than_chance_are_told_from_those_that_share_less() -> None:
    """None of these lists is tied to another, so no pair is likely."""
    told = dependence(Fits(table=table(), averaged=average(table())))

    assert len(told.pairs) == 6
    assert max(share for _, _, share in told.pairs) < 0.5
    assert sum(share for _, share in told.graphs) <= 1 + 1e-9
    assert answered().dependence == told
