"""The shape of a claim."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.claims.models import Claim, Decision, Entity
from tests.cases.casting import Story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def story() -> Story:
    """Accept what a report says."""
    story = Story("Khadisha was taken.")
    story.person("Khadisha")
    return story.accept()


@pytest.mark.parametrize("changed", [{"start": 8}, {"end": 0}, {"confidence": 1.5}, {"confidence": -0.1}])
def test_the_database_refuses_nonsense(changed: dict[str, float]) -> None:
    """A passage without an inside, a confidence beyond certainty."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.update(**changed)


def test_an_id_is_there_once_in_its_document(story: Story) -> None:
    """Two entities of one document do not share one."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Entity.objects.create(document=story.document, local_id="e1", schema="Person")


def test_rows_are_shown_by_what_they_are() -> None:
    """An entity by name, description or schema; a claim by what it says; a decision by its step."""
    claim, decision = Claim.objects.get(), Decision.objects.get()

    assert str(claim) == "name: Khadisha (asserts)"
    assert str(decision) == f"{claim.pk}: proposed → accepted"
    assert [
        str(Entity(name="K", schema="Person")),
        str(Entity(description="a son")),
        str(Entity(schema="Custody")),
    ] == [
        "K",
        "a son",
        "Custody",
    ]
