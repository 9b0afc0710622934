"""What may leave the house is a list; what is not on it stays."""

import pytest

from kualik.cases.releases.allowed import PASSAGES, allowed
from kualik.cases.releases.models import Audience
from kualik.engine.facts.schemata import properties


@pytest.mark.parametrize("audience", list(Audience))
def test_every_property_listed_exists(audience: Audience) -> None:
    """A misspelt one would silently show nothing."""
    for one in allowed(audience):
        schema, _, name = one.partition(".")
        assert one == PASSAGES or name in properties(schema), one


def test_the_public_never_gets_words_contacts_or_reasons_that_point_at_people() -> None:
    """Nor numbers that lead to a person."""
    shown = set(allowed(Audience.PUBLIC))

    assert not shown & {PASSAGES, "Person.phone", "Person.email", "Person.address", "Person.passportNumber"}
    assert "Custody.suspectedReason" not in shown
    assert not any(one.startswith(("Family.", "Statement.")) for one in shown)
    assert shown <= set(allowed(Audience.UN))
