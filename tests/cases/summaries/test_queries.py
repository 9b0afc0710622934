"""Lists are read from what a tier may see, numbers from what is kept."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.findings import following
from kualik.cases.people.rows import rows
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.cases.summaries import queries
from kualik.cases.summaries.models import Noun
from kualik.engine.facts import Schema
from tests.cases.casting import Story, keeper, worker

pytestmark = pytest.mark.django_db


def told(name: str, *, level: Sensitivity = Sensitivity.INTERNAL, **custody: Any) -> Story:
    """Tell of somebody who is held, in a document of some sensitivity."""
    story = Story(f"{name} was taken.", told=Told(publisher="The Steppe Post", published="2024-02-10", level=level))
    story.held(story.person(name), **custody)
    return story.accept()


def test_a_row_made_of_a_summary_is_the_row_of_a_list(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Without another question."""
    story = told("Khadisha", state="prison", sentence="P12Y", startDate="2018")
    following.run()
    viewer, who = keeper(), story.who("e1")
    with django_assert_num_queries(2):  # the viewer's roles, and the row
        (summary,) = queries.people(viewer=viewer).filter(person=who)
    with django_assert_num_queries(0):
        row = queries.row_of(summary)
    (live,) = rows(viewer=viewer, persons=[who])

    assert (row.label, row.documents, row.proposals, row.mentions) == (live.label, 1, 0, live.mentions)
    assert (str(row.person), row.status) == (str(live.person), live.status)
    assert [(form.value, form.language) for form in row.names] == [(form.value, form.language) for form in live.names]


def test_nobody_sees_a_summary_of_what_they_may_not_see() -> None:
    """Neither in lists nor in numbers; an administrator alone sees none at all."""
    told("Khadisha")
    told("Batima", level=Sensitivity.SEALED)
    following.run()
    reader, custodian = worker("reader", Role.READER), worker("custodian", Role.CUSTODIAN)
    administrator = worker("administrator", Role.ADMINISTRATOR)

    assert [one.label for one in queries.people(viewer=reader)] == ["Khadisha"]
    assert {one.label for one in queries.people(viewer=custodian)} == {"Khadisha", "Batima"}
    assert not queries.people(viewer=administrator).exists()
    assert not queries.events(viewer=administrator).exists()
    assert [queries.all_of(viewer=who, noun=Noun.PERSON) for who in (reader, custodian, administrator)] == [1, 2, 0]
    assert queries.tallies(viewer=administrator, noun=Noun.PERSON, facet="state") == {}


def test_numbers_of_a_facet_come_with_the_most_frequent_first() -> None:
    """As many of them as are asked for."""
    for name, state in (("Khadisha", "camp"), ("Batima", "prison"), ("Serik", "prison")):
        told(name, state=state)
    following.run()

    assert list(queries.tallies(viewer=keeper(), noun=Noun.PERSON, facet="state").items()) == [
        ("prison", 2),
        ("camp", 1),
    ]
    assert queries.tallies(viewer=keeper(), noun=Noun.PERSON, facet="state", most=1) == {"prison": 2}
    asked = {"state": "camp", "held": "yes", "grade": "none such"}
    assert queries.tally(viewer=keeper(), noun=Noun.PERSON, facets=asked) == {"state": 1, "held": 3, "grade": 0}


def test_counting_stops_one_after_the_most() -> None:
    """So that a page can say "more than"."""
    for name in ("Khadisha", "Batima", "Serik"):
        told(name)
    following.run()
    found = queries.people(viewer=keeper())

    assert [queries.capped(found, most=most) for most in (1, 2, 3, 9)] == [2, 3, 3, 3]


def test_an_event_is_found_by_any_of_its_entities() -> None:
    """And not by anything else."""
    story = Story("They stood at the consulate on 2024-02-08.")
    one = story.thing(Schema.PROTEST)
    story.say(one, "eventType", "picket")
    story.say(one, "date", "2024-02-08")
    person = story.person("Khadisha")
    story.propose()
    following.run()
    found = queries.event_of(viewer=keeper(), entity=story.entity(one).pk)

    assert found is not None
    assert (found.type, found.date) == ("picket", "2024-02-08")
    assert queries.event_of(viewer=keeper(), entity=story.entity(person).pk) is None


def test_how_far_summaries_are_behind_is_said(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """In one question, and not at all once they are up to the ledger."""
    assert queries.lag()
    following.run()
    with django_assert_num_queries(1):
        behind = queries.lag()
    assert not behind
    assert behind.version == following.VERSION
    told("Khadisha")
    assert queries.lag().entries == 6
