"""What is told of a person is gathered as far as the viewer may see it."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.findings.gathering import about, gather, standing, surroundings
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Schema
from tests.cases.casting import NOW, Story, keeper, worker

pytestmark = pytest.mark.django_db


def test_custody_kin_and_events_are_reached_from_the_person() -> None:
    """An event counts where its text names them as this document does."""
    story = Story("Serik Almasuly's arrest; his mother Gulnur; an arrest of somebody else.")
    serik, mother = story.person("Serik Almasuly"), story.person("Gulnur")
    custody = story.held(serik, state="prison")
    story.kin(mother, serik, "son")
    arrest, other = story.thing(Schema.INCIDENT), story.thing(Schema.INCIDENT)
    story.say(arrest, "target", "serik almasuly and others")
    story.say(other, "target", "somebody else")
    story.propose()

    told = gather(viewer=keeper(), mentions=[story.entity(serik)])

    assert set(told.custody) == {story.entity(custody).pk}
    assert len(told.family) == 1
    assert set(told.events) == {story.entity(arrest).pk}
    assert [one.property for one in told.own] == ["name"]


def test_what_was_rejected_or_lies_sealed_is_not_gathered() -> None:
    """Neither for the one nor for the other reason."""
    story = Story("Serik Almasuly is held.", told=Told(publisher="S", language="en", level=Sensitivity.SEALED))
    serik = story.person("Serik Almasuly")
    entity = story.propose().entity(serik)
    reader = worker("reader", Role.READER)

    assert about(viewer=reader, entities=[entity.pk]) == {}
    assert len(about(viewer=keeper(), entities=[entity.pk])[entity.pk]) == 1
    claims.reject(by=keeper(), at=NOW, claims=list(Claim.objects.values_list("pk", flat=True)))
    assert not standing(viewer=keeper()).exists()


def test_what_stands_beside_is_events_answers_and_who_is_held() -> None:
    """A name alone is nothing that stands beside anybody."""
    story = Story("A protest.")
    story.person("Serik Almasuly")
    protest = story.thing(Schema.PROTEST)
    story.say(protest, "eventType", "protest")
    story.propose()

    found = surroundings(viewer=keeper(), documents=[story.document.pk])

    assert {one.entity for one in found} == {story.entity(protest).pk}
