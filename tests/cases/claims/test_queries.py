"""Asking about claims."""

from uuid import uuid4

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions, queries
from kualik.cases.claims.errors import NoSuchClaim
from kualik.cases.claims.models import Claim
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Status
from tests.cases.casting import NOW, Story, keeper, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """Propose what a report says."""
    story = Story("Khadisha said her son Yerlan was given 10 years.")
    story.person("Khadisha")
    story.held(story.person("Yerlan"), sentence="10 years")
    return story.propose()


def test_claims_come_in_the_order_of_the_text(story: Story) -> None:
    """Whatever order they were read in."""
    found = list(queries.document_claims(viewer=keeper(), document=story.document))

    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
    assert len(found) == 4


def test_claims_about_and_pointing_at_an_entity_are_found(story: Story) -> None:
    """His name, and the custody that points at him; each once."""
    yerlan = story.entity("e2")
    found = list(queries.for_entities(viewer=keeper(), entities=[yerlan.pk, story.entity("e3").pk]))

    assert sorted(claim.property for claim in found) == ["detainee", "name", "sentence"]


def test_claims_are_counted_by_status(story: Story) -> None:
    """All four statuses, of one document and of all."""
    actions.accept(by=keeper(), at=NOW, claims=[Claim.objects.get(property="sentence").pk])

    expected = {Status.PROPOSED: 3, Status.ACCEPTED: 1, Status.REJECTED: 0, Status.WITHDRAWN: 0}
    assert queries.counts(viewer=keeper()) == queries.counts(viewer=keeper(), document=story.document) == expected


def test_what_one_may_not_know_of_is_absent() -> None:
    """By list, by id, by count, by what was decided."""
    story = Story("Khadisha was taken.", told=Told(publisher="P", level=Sensitivity.SEALED))
    story.person("Khadisha")
    story.accept()
    reader, claim = worker("reader", Role.READER), Claim.objects.get()

    assert not queries.claims(viewer=reader).exists()
    assert not queries.entities(viewer=reader).exists()
    assert not queries.document_claims(viewer=reader, document=story.document).exists()
    assert not queries.for_entities(viewer=reader, entities=[claim.entity_id]).exists()
    assert not queries.decisions(viewer=reader, claim=claim).exists()
    assert sum(queries.counts(viewer=reader).values()) == 0
    for ask, id_ in ((queries.claim, claim.pk), (queries.entity, claim.entity_id), (queries.claim, uuid4())):
        with pytest.raises(NoSuchClaim):
            ask(viewer=reader, id=id_)


def test_an_id_that_is_none_finds_nothing(story: Story) -> None:
    """Rather than failing."""
    with pytest.raises(NoSuchClaim, match="there is no claim K-000001"):
        queries.claim(viewer=story.by, id="K-000001")

    assert queries.entity(viewer=story.by, id=str(story.entity("e1").pk)).name == "Khadisha"
    one = Claim.objects.get(property="sentence")
    assert queries.claim(viewer=story.by, id=one.pk) == one
