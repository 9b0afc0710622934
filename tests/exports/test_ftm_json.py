"""A release as FollowTheMoney entities."""

import json

from kualik.engine.facts.schemata import properties
from kualik.exports.ftm_json import ftm_json, without_a_name
from tests.exports.releasing import finding, person, release


def entities(*lines: bytes) -> list[dict[str, object]]:
    """Read JSON lines."""
    return [json.loads(line) for content in lines for line in content.decode().splitlines()]


def test_each_person_and_each_custody_is_one_entity_on_one_line() -> None:
    """The custody points at the person; values are lists of text."""
    alias = finding(50, "Person.alias", "Serik")
    found = entities(ftm_json(release(person(10, extra=(alias,)))))

    assert found == [
        {
            "id": f"{10:032x}",
            "schema": "Person",
            "properties": {"name": ["Серік Алмасұлы"], "alias": ["Serik"]},
        },
        {
            "id": f"{14:032x}",
            "schema": "Custody",
            "properties": {"state": ["prison"], "sentence": ["P10Y"], "detainee": [f"{10:032x}"]},
        },
    ]


def test_every_property_is_one_of_its_schema() -> None:
    """Else no FollowTheMoney tool would read it."""
    for entity in entities(ftm_json(release(person(10), person(20, "")))):
        assert isinstance(entity["properties"], dict)
        assert set(entity["properties"]) <= set(properties(str(entity["schema"])))


def test_two_equal_values_are_one() -> None:
    """FollowTheMoney's values are a set."""
    twice = finding(50, "Person.name", "Серік Алмасұлы")

    (one, _custody) = entities(ftm_json(release(person(10, extra=(twice,)))))

    assert one["properties"] == {"name": ["Серік Алмасұлы"]}


def test_an_empty_release_is_an_empty_file() -> None:
    """After the last consent was withdrawn, say."""
    assert ftm_json(release()) == b""


def test_somebody_without_a_name_is_there_by_custody_alone() -> None:
    """FollowTheMoney requires a name of a Person; none is made up."""
    gender = finding(50, "Person.gender", "male")
    made = release(person(10), person(20, "", extra=(gender,)))

    found = entities(ftm_json(made))

    assert [one["schema"] for one in found] == ["Person", "Custody", "Custody"]
    assert isinstance(found[2]["properties"], dict)
    assert found[2]["properties"]["detainee"] == [f"{20:032x}"]
    assert (without_a_name(made), without_a_name(release(person(10)))) == (1, 0)
