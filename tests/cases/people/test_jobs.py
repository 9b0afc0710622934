"""What waits for a record, and that doing it twice changes nothing."""

import pytest

from kualik.cases.claims import actions as claims
from kualik.cases.ledger.models import Entry
from kualik.cases.people import jobs
from kualik.cases.people.indexing import sharing, spelling_keys
from kualik.cases.people.models import Mention, Person
from kualik.engine.facts import Schema
from tests.cases.casting import Story, keeper, later

pytestmark = pytest.mark.django_db


def test_a_group_is_no_person() -> None:
    """Only single human beings are given a number, named or not."""
    story = Story("Several teachers and Serik Almasuly were seen by a guard.")
    story.person(description="Several teachers", count=3)
    story.person("Serik Almasuly")
    story.person(description="a guard")
    story.thing(Schema.ORGANIZATION, name="School 5")
    story.propose()

    assert Person.objects.count() == 2
    assert not jobs.waiting().exists()


def test_doing_it_again_does_nothing() -> None:
    """No person and no entry the second time."""
    story = Story("Serik Almasuly was seen.")
    story.person("Serik Almasuly")
    story.propose()
    before = Entry.objects.count()

    assert jobs.run(by=keeper(), at=later(1)) == 0
    assert Entry.objects.count() == before


def test_a_name_that_is_added_later_is_indexed() -> None:
    """A person adds a second spelling; the next run makes them findable by it."""
    story = Story("Serik Almasuly, called Qara Batyr, was seen.")
    one = story.person("Serik Almasuly")
    entity = story.propose().entity(one)
    start = story.text.index("Qara Batyr")
    claims.add(
        by=keeper(),
        at=later(1),
        document=story.document,
        entity=entity.pk,
        property="alias",
        value="Qara Batyr",
        start=start,
        end=start + 10,
    )
    assert entity.pk not in sharing(spelling_keys(["Қара Батыр"]))

    jobs.run(by=keeper(), at=later(2))

    assert entity.pk in sharing(spelling_keys(["Қара Батыр"]))
    assert not jobs.changed(at=later(3)).exists()


def test_mentions_indexed_by_an_older_way_are_indexed_anew() -> None:
    """When keys change their version is raised, and what lies under the old one waits."""
    story = Story("Serik Almasuly was seen.")
    story.person("Serik Almasuly")
    story.propose()
    Mention.objects.update(keyed="0")

    assert jobs.changed(at=later(1)).count() == 1
    jobs.run(by=keeper(), at=later(1))
    assert not jobs.changed(at=later(2)).exists()
