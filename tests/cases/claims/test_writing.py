"""How a person writes a claim, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.claims import writing
from kualik.cases.claims.errors import ClaimRefused
from kualik.engine.facts import Schema
from kualik.engine.facts.schemata import properties


def test_a_property_that_is_not_there_is_refused_with_those_that_are() -> None:
    """So that the right one can be chosen."""
    assert writing.known_property("Person", "name").name == "name"
    for schema, name in (("Person", "colour"), ("Spaceship", "name")):
        with pytest.raises(ClaimRefused, match=f"{schema} has no property '{name}'"):
            writing.known_property(schema, name)


@pytest.mark.parametrize(
    ("schema", "name", "value", "fits"),
    [
        (Schema.PERSON, "name", "Khadisha", True),
        (Schema.PERSON, "name", " ", False),
        (Schema.PERSON, "birthDate", "1956", True),
        (Schema.PERSON, "birthDate", "XXXX-02-08", True),
        (Schema.PERSON, "birthDate", "8 February", False),
        (Schema.CUSTODY, "detainee", "Khadisha", False),
    ],
)
def test_a_value_must_be_of_its_kind(schema: Schema, name: str, value: str, *, fits: bool) -> None:
    """A date is EDTF, text is not empty, an entity is pointed at."""
    asked = properties(schema)[name]
    if fits:
        writing.check_value(asked, value, is_entity=False)
    else:
        with pytest.raises(ClaimRefused):
            writing.check_value(asked, value, is_entity=False)


def test_only_what_points_may_point() -> None:
    """A detainee is an entity, a name is not."""
    writing.check_value(properties("Custody")["detainee"], "", is_entity=True)
    with pytest.raises(ClaimRefused, match="is text, not an entity"):
        writing.check_value(properties("Person")["name"], "", is_entity=True)


def test_somebody_must_say_so() -> None:
    """Spaces around a voice do not count, and spaces alone are nobody."""
    assert writing.check_voice([" RFE/RL ", "", "Khalida"]) == ["RFE/RL", "Khalida"]
    with pytest.raises(ClaimRefused, match="no voice"):
        writing.check_voice([" ", ""])


@given(st.text(), st.integers(-3, 30), st.integers(-3, 30))
def test_a_passage_is_within_its_text_and_quotes_it(text: str, start: int, end: int) -> None:
    """Or it is refused; nothing between."""
    if 0 <= start < end <= len(text):
        assert writing.check_passage(text, start, end) == text[start:end]
    else:
        with pytest.raises(ClaimRefused, match="within the text"):
            writing.check_passage(text, start, end)
