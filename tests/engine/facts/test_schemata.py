"""The vocabulary: FollowTheMoney's schemata and ours."""

import pytest

from kualik.engine.facts.schemata import properties, schemata
from kualik.engine.facts.vocabulary import Schema


@pytest.mark.parametrize("schema", list(Schema))
def test_every_schema_that_readers_use_has_a_file(schema: Schema) -> None:
    """A reader cannot speak of a schema that is not described."""
    assert schemata()[schema.value].label


def test_a_schema_inherits_what_its_parents_say() -> None:
    """Custody is an Interval, so it starts and ends; its own properties stand beside."""
    custody = properties("Custody")

    assert {"startDate", "endDate", "detainee", "sentence"} <= custody.keys()
    assert custody["detainee"].range == "Person"
    assert custody["detainee"].type == "entity"


def test_what_an_entity_property_points_at_exists() -> None:
    """No property points at a schema that has no file, in what we wrote ourselves."""
    ours = [schemata()[schema.value] for schema in Schema if schema not in {Schema.PERSON, Schema.ORGANIZATION}]
    pointed = {one.range for schema in ours for one in schema.own if one.range}

    assert pointed <= schemata().keys()


def test_what_we_add_to_a_schema_stands_beside_what_it_had() -> None:
    """FtM's Person has no age; reports do."""
    assert {"birthDate", "name", "age"} <= properties("Person").keys()
    assert schemata()["Person"].label == "Person"


def test_an_unknown_schema_is_a_key_error() -> None:
    """A slip in a schema's name does not pass as a schema without properties."""
    with pytest.raises(KeyError):
        properties("Prisoner")
