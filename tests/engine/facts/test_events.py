"""An event is of one of five kinds, whatever it is kept as."""

import pytest

from kualik.engine.facts.events import INTERVENTIONS, RESPONSES, Kind, kind_of
from kualik.engine.facts.vocabulary import EVENT_TYPES


@pytest.mark.parametrize(
    ("schema", "type_", "kind"),
    [
        ("Protest", "picket", Kind.PROTEST),
        ("Protest", "", Kind.PROTEST),
        ("Appeal", "petition", Kind.APPEAL),
        ("Appeal", "hearing", Kind.HEARING),
        ("Incident", "sentencing", Kind.HEARING),
        ("Incident", "arrest", Kind.INCIDENT),
        ("Appeal", "reply", Kind.REPLY),
        ("Incident", "reply", Kind.REPLY),
        ("Whatever", "", Kind.INCIDENT),
    ],
)
def test_the_type_decides_where_it_can(schema: str, type_: str, kind: Kind) -> None:
    """A trial is a hearing whether it is kept as an appeal or as an incident."""
    assert kind_of(schema=schema, type=type_) is kind


def test_every_type_has_a_kind_whatever_its_schema() -> None:
    """So that no list leaves an event out."""
    assert {kind_of(schema="Incident", type=one) for one in EVENT_TYPES} == {Kind.HEARING, Kind.REPLY, Kind.INCIDENT}


def test_what_ends_a_gathering_is_an_answer() -> None:
    """The words are those of the closed list."""
    assert set(RESPONSES) > INTERVENTIONS
