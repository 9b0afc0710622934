"""What is known of people that decides whether they are counted."""

from uuid import UUID

import pytest

from kualik.cases.findings.traits import UNKNOWN, BadWhere, Where, asked, check, fits, missing, split, where

ONE, OTHER, THIRD = (UUID(int=number) for number in range(3))
TOLD = {
    ONE: {"gender": frozenset({"female"}), "startDate": frozenset({"2018-05"})},
    OTHER: {"gender": frozenset({"Male", "male"}), "startDate": frozenset()},
    THIRD: {"gender": frozenset(), "startDate": frozenset({"2019"})},
}


@pytest.mark.parametrize(
    ("given", "name", "value"), [("place=Ghulja", "place", "Ghulja"), (" gender = female ", "gender", "female")]
)
def test_a_condition_is_read(given: str, name: str, value: str) -> None:
    """Property, then value."""
    assert where(given) == Where(property=name, value=value)
    assert str(where(given)) == f"{name}={value}"


@pytest.mark.parametrize("given", ["Ghulja", "place=", "shoeSize=44", ""])
def test_what_is_no_condition_is_refused_with_what_there_is(given: str) -> None:
    """So that nobody counts by a property that is not there."""
    with pytest.raises(BadWhere, match="startDate"):
        where(given)


def test_a_stratum_is_a_property_too() -> None:
    """One that there is not is refused."""
    check([], strata="gender")
    with pytest.raises(BadWhere):
        check([], strata="shoeSize")


@pytest.mark.parametrize(
    ("value", "who"), [("2018", [ONE]), ("2018/2019", [ONE, THIRD]), ("2018-06", []), ("2017/..", [ONE, THIRD])]
)
def test_dates_fit_where_they_can_be_the_same(value: str, who: list[UUID]) -> None:
    """What is not known fits nothing."""
    asked_for = [Where(property="startDate", value=value)]

    assert [person for person, told in TOLD.items() if fits(told, asked_for)] == who


def test_all_conditions_must_fit() -> None:
    """Words in whatever case."""
    both = [Where(property="gender", value="FEMALE"), Where(property="startDate", value="2018")]

    assert [person for person, told in TOLD.items() if fits(told, both)] == [ONE]


def test_what_is_missing_is_counted() -> None:
    """Of all, however many are asked for."""
    found = missing(TOLD, list(TOLD), ("gender", "startDate"))

    assert [(one.property, one.unknown, one.people) for one in found] == [("gender", 1, 3), ("startDate", 1, 3)]


def test_parts_are_told_apart_whatever_the_case_of_their_names() -> None:
    """Who has no value is in a part of their own."""
    assert split(TOLD, TOLD, "gender") == {UNKNOWN: [THIRD], "female": [ONE], "male": [OTHER]}


def test_what_decides_is_looked_at() -> None:
    """Beside the usual ones, each once."""
    found = asked([Where(property="place", value="x"), Where(property="religion", value="y")], "gender")

    assert found.count("place") == 1
    assert {"religion", "gender", "name"} <= set(found)
