"""When two values are one, and when both cannot be true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import Stance
from kualik.engine.weighing.testimony import Testimony
from kualik.engine.weighing.values import canonical, contradict, within


def said(property_: str, value: str, day: str | None = None) -> Testimony:
    """Make a testimony of one value."""
    return Testimony(
        claim=value,
        subject="p",
        property=property_,
        value=value,
        stance=Stance.ASSERTS,
        voice=("Daily", "Khalida Aqytkhan"),
        document="d",
        story="s",
        day=day,
    )


@pytest.mark.parametrize(
    ("property_", "value", "expected"),
    [
        ("sentence", "p264m", "P22Y"),
        ("sentence", "P1Y14M2W", "P2Y2M14D"),
        ("sentence", "P0Y", "P0D"),
        ("sentence", "life", "life"),
        ("gender", "F", "female"),
        ("birthDate", "198x", "198X"),
        ("place", "  Қара  қол ", "қара қол"),
    ],
)
def test_equal_values_are_equal_text(property_: str, value: str, expected: str) -> None:
    """Units, case and spaces make no difference."""
    assert canonical(property_, value) == expected


@given(st.sampled_from(["sentence", "gender", "birthDate", "name"]), st.text())
def test_twice_canonical_is_once(property_: str, value: str) -> None:
    """Writing a canonical value again changes nothing."""
    once = canonical(property_, value)

    assert canonical(property_, once) == once


def test_a_day_is_within_its_month_and_not_the_reverse() -> None:
    """Only dates lie inside each other."""
    assert within("startDate", "2018-03-05", "2018-03")
    assert not within("startDate", "2018-03", "2018-03-05")
    assert not within("startDate", "2018", "2017/..")
    assert not within("place", "2018-03-05", "2018-03")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (said("birthDate", "1980"), said("birthDate", "1980-04"), False),
        (said("birthDate", "1980"), said("birthDate", "1981"), True),
        (said("birthDate", "XXXX-02-08"), said("birthDate", "1980"), False),
        (said("birthDate", "../1979"), said("birthDate", "1980"), True),
        (said("deathDate", "early spring"), said("deathDate", "2018"), True),
        (said("startDate", "2017"), said("startDate", "2019"), False),
        (said("age", "68", "2018-02-08"), said("age", "69", "2018-02-09"), False),
        (said("age", "68", "2018-02-08"), said("age", "70", "2018-02-09"), True),
        (said("age", "about 68"), said("age", "68"), True),
    ],
)
def test_what_cannot_be_true_beside_each_other(one: Testimony, other: Testimony, *, expected: bool) -> None:
    """It is so in both directions."""
    assert contradict(one, other) is expected
    assert contradict(other, one) is expected
