"""What a matcher is told."""

import pytest

from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.people.records import names_of, records
from tests.cases.casting import Story, keeper, later

pytestmark = pytest.mark.django_db


def test_a_record_holds_names_dates_places_and_kin() -> None:
    """Of others of the family only the names."""
    story = Story("Serik Almasuly, born 1980 in Altai, passport N123456, son of Gulnur.")
    serik, mother = story.person("Serik Almasuly"), story.person("Gulnur")
    for name, value in (("birthDate", "1980"), ("birthPlace", "Altai"), ("passportNumber", "N123456")):
        story.say(serik, name, value)
    story.say(serik, "alias", "Serik")
    story.say(serik, "gender", "male")
    story.kin(serik, mother, "mother")
    story.propose()

    (record,) = records([story.entity(serik)])

    assert record.names == ("Serik Almasuly", "Serik")
    assert (record.birth, record.gender) == ("1980", "male")
    assert (record.places, record.numbers, record.kin) == (("Altai",), ("N123456",), ("Gulnur",))
    assert record.document == str(story.document.pk)


def test_what_was_rejected_is_not_told() -> None:
    """A wrong date of birth must not keep two apart."""
    story = Story("Serik Almasuly, born 1980.")
    serik = story.person("Serik Almasuly")
    story.say(serik, "birthDate", "1980")
    story.propose()
    wrong = Claim.objects.get(property="birthDate")
    claims.reject(by=keeper(), at=later(1), claims=[wrong.pk])

    (record,) = records([story.entity(serik)])

    assert record.birth is None


def test_names_are_listed_once() -> None:
    """In the order: as read, other forms, what claims add."""
    story = Story("Serik Almasuly was seen.")
    serik = story.person("Serik Almasuly")
    entity = story.propose().entity(serik)
    entity.aliases = ["Serik", "Serik Almasuly"]

    assert names_of(entity, ["Серік", "Serik"]) == ("Serik Almasuly", "Serik", "Серік")
