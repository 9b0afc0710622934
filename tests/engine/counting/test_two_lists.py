"""Two lists: the estimate, its error, its refusals."""

from fractions import Fraction
from math import comb, exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.counting.two_lists import (
    LEAST_OVERLAP,
    ImpossibleCounts,
    TooLittleOverlap,
    chapman,
    interval,
    lincoln_petersen,
)


@st.composite
def overlapping(draw: st.DrawFn) -> dict[str, int]:
    """Draw two lists that share enough people."""
    both = draw(st.integers(LEAST_OVERLAP, 10**6))
    return {
        "both": both,
        "first": both + draw(st.integers(0, 10**6)),
        "second": both + draw(st.integers(0, 10**6)),
    }


@pytest.mark.parametrize(("whole", "first", "second"), [(30, 22, 20), (45, 30, 25), (20, 20, 9)])
def test_estimate_and_variance_are_unbiased(whole: int, first: int, second: int) -> None:
    """Proved by enumeration, in whole fractions.

    With *second* people drawn from *whole* of whom *first* are marked, the overlap is hypergeometric. Where
    first + second >= whole, the mean of (n1+1)(n2+1)/(m+1)-1 over it is exactly the whole, and the mean of the
    variance formula is exactly the variance of the estimate.
    """
    mean = square = variance = Fraction(0)
    for m in range(max(0, first + second - whole), min(first, second) + 1):
        chance = Fraction(comb(first, m) * comb(whole - first, second - m), comb(whole, second))
        estimate = Fraction((first + 1) * (second + 1), m + 1) - 1
        spread = Fraction((first + 1) * (second + 1) * (first - m) * (second - m), (m + 1) ** 2 * (m + 2))
        mean += chance * estimate
        square += chance * estimate**2
        variance += chance * spread
        if m >= LEAST_OVERLAP:
            ours = chapman(first=first, second=second, both=m)
            assert ours.people == pytest.approx(float(estimate), rel=1e-12)
            assert ours.standard_error**2 == pytest.approx(float(spread), rel=1e-12)

    assert mean == whole
    assert variance == square - mean**2


def test_a_table_worked_by_hand() -> None:
    """(200+1)(150+1)/(40+1)-1 = 739.27; variance 201*151*160*110/(41^2*42) = 7566.1."""
    estimate = chapman(first=200, second=150, both=40)

    assert estimate.people == pytest.approx(30351 / 41 - 1)
    assert estimate.standard_error == pytest.approx((201 * 151 * 160 * 110 / (41**2 * 42)) ** 0.5)


@given(overlapping())
def test_never_fewer_than_are_listed(lists: dict[str, int]) -> None:
    """Neither the estimate nor the lower end is below the people on either list."""
    listed = lists["first"] + lists["second"] - lists["both"]
    estimate = chapman(**lists)

    assert estimate.people >= listed * (1 - 1e-12)
    assert listed <= estimate.low <= estimate.high
    assert estimate.low <= estimate.people * (1 + 1e-12)


@given(overlapping())
def test_the_order_of_the_lists_makes_no_difference(lists: dict[str, int]) -> None:
    """First and second are only names."""
    turned = chapman(first=lists["second"], second=lists["first"], both=lists["both"])

    assert turned.people == pytest.approx(chapman(**lists).people)


@given(overlapping())
def test_dependence_moves_the_estimate(lists: dict[str, int]) -> None:
    """At odds 1 it is the estimate itself; at higher odds it is higher."""
    estimate = chapman(**lists)
    table = dict(estimate.if_dependent)

    assert table[1.0] == pytest.approx(estimate.people)
    assert list(table.values()) == sorted(table.values())


def test_says_when_it_cannot_say() -> None:
    """Too small an overlap is refused, and the refusal carries the count."""
    with pytest.raises(TooLittleOverlap) as refused:
        chapman(first=200, second=150, both=6)

    assert refused.value.shared == 6


def test_the_least_overlap_keeps_the_bias_under_four_percent() -> None:
    """With fewer expected than 3.285, seven or more shared are seen in less than 5 % of cases."""
    expected = 3.285
    term = below = exp(-expected)
    for k in range(1, LEAST_OVERLAP):
        term *= expected / k
        below += term

    assert 1 - below == pytest.approx(0.05, abs=2e-4)
    assert exp(-expected) < 0.04


@pytest.mark.parametrize(("first", "second", "both"), [(5, 5, 6), (-1, 5, 0), (5, 5, -1)])
def test_impossible_counts_are_refused(first: int, second: int, both: int) -> None:
    """Nobody is on both lists without being on each."""
    with pytest.raises(ImpossibleCounts, match="impossible"):
        chapman(first=first, second=second, both=both)


def test_nobody_unlisted_has_no_width() -> None:
    """One list wholly in the other leaves nobody out, if they are independent."""
    assert interval(listed=50, unlisted=0.0, variance=0.0) == (50.0, 50.0)


def test_lincoln_and_petersen_s_is_worked_by_hand() -> None:
    """200 * 150 / 40 = 750; variance 200 * 150 * 160 * 110 / 40^3 = 8,250."""
    estimate = lincoln_petersen(first=200, second=150, both=40)

    assert estimate.people == 750
    assert estimate.standard_error == pytest.approx(8250**0.5)
    assert 310 < estimate.low < 750 < estimate.high


@given(overlapping())
def test_lincoln_and_petersen_s_is_never_below_chapman_s(lists: dict[str, int]) -> None:
    """It is the one that errs upwards where few are shared."""
    assert lincoln_petersen(**lists).people >= chapman(**lists).people * (1 - 1e-12)


@pytest.mark.parametrize("odds", [0.5, 2.0, 4.0])
def test_the_table_of_dependence_is_right_in_expectation(odds: float) -> None:
    """A population in which the odds ratio is just that is found from its expected counts.

    a on both, b and c on one, d on none, with a d / (b c) = odds: of a million, d is worked out and must come back.
    """
    a, b, c = 100_000, 300_000, 150_000
    d = odds * b * c / a
    estimate = chapman(first=a + b, second=a + c, both=a)

    assert dict(estimate.if_dependent)[odds] == pytest.approx(a + b + c + d, rel=1e-4)


@pytest.mark.parametrize(("first", "second", "both"), [(5, 5, 6), (-1, 5, 0)])
def test_lincoln_and_petersen_refuse_what_chapman_refuses(first: int, second: int, both: int) -> None:
    """Impossible counts, and too few on both."""
    with pytest.raises(ImpossibleCounts, match="impossible"):
        lincoln_petersen(first=first, second=second, both=both)
    with pytest.raises(TooLittleOverlap):
        lincoln_petersen(first=200, second=150, both=6)
