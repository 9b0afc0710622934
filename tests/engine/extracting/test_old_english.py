"""The reader of English."""

from kualik.engine.extracting.old_english import METHOD
from kualik.engine.facts import Schema
from tests.engine.extracting.samples import REPORT, found, read


def test_roles_follow_from_what_is_told() -> None:
    """Who is held is a detainee; whose kin is held is a relative."""
    people = {fact["name"]: fact["roles"] for fact in found(REPORT, "person")}

    assert people == {"Aigerim Tulegen": ["protester", "relative"]}


def test_every_claim_names_its_reader_and_how_sure_it_is() -> None:
    """So that a person can look at the doubtful first."""
    claims = read(REPORT).claims

    assert {claim.method for claim in claims} == {METHOD}
    assert all(0 < claim.confidence < 1 for claim in claims)


def test_a_body_that_speaks_is_an_organisation() -> None:
    """Under its name."""
    names = [one.name for one in read(REPORT).entities if one.schema is Schema.ORGANIZATION]

    assert "The Tarim Institute" in names


def test_a_figure_in_a_demand_is_none() -> None:
    """The words "Freedom to a million!" counts nobody."""
    assert found('Women chanted "Freedom to 2 million people!"', "figure") == []
