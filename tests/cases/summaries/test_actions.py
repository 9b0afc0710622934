"""Rows are replaced, and the numbers change by exactly what was replaced."""

from uuid import uuid4

import pytest

from kualik.cases.claims.models import Entity
from kualik.cases.people.models import Person
from kualik.cases.summaries import actions
from kualik.cases.summaries.facets import counted
from kualik.cases.summaries.models import EventPart, EventSummary, Followed, Noun, PersonSummary, Stale, Tally
from kualik.engine.facts import Schema
from tests.cases.casting import Story
from tests.cases.summaries.summed import event, person

pytestmark = pytest.mark.django_db


def somebody() -> Person:
    """Make a person."""
    story = Story("Khadisha was taken.")
    one = story.person("Khadisha")
    return story.propose().who(one)


def protest(where: str = "there") -> Entity:
    """Make an event."""
    story = Story(f"They stood {where}.")
    one = story.thing(Schema.PROTEST)
    story.say(one, "eventType", "picket")
    return story.propose().entity(one)


def numbers() -> dict[tuple[int, str, str, str], int]:
    """Read the numbers that are not null."""
    kept = Tally.objects.filter(count__gt=0).values_list("tier", "noun", "facet", "value", "count")
    return {(tier, noun, facet, value): count for tier, noun, facet, value, count in kept}


def test_numbers_follow_what_is_replaced() -> None:
    """They are those that counting all rows would give, after each replacement, and after nobody is left."""
    who = somebody()
    for summaries in ([person(who), person(who, tier=1)], [person(who, state="camp")], []):
        actions.replace_persons(persons=[who.pk], summaries=summaries)

        assert numbers() == dict(counted(PersonSummary.objects.all()))
        assert PersonSummary.objects.count() == len(summaries)


def test_what_is_the_same_is_not_written_again() -> None:
    """Its row keeps its number."""
    who = somebody()
    actions.replace_persons(persons=[who.pk], summaries=[person(who)])
    before = PersonSummary.objects.get().pk
    actions.replace_persons(persons=[who.pk], summaries=[person(who), person(who, tier=1)])

    assert set(PersonSummary.objects.values_list("pk", "tier")) >= {(before, 0)}
    assert PersonSummary.objects.count() == 2


def test_an_event_is_found_by_any_of_its_parts_and_keeps_its_series() -> None:
    """When two events turn out to be one, there is one row with two parts."""
    first, second = protest("here"), protest()
    anchor = uuid4()
    for one in (first, second):
        summary = event(one)
        part = EventPart(tier=0, summary=summary, entity=one, type="picket")
        actions.replace_events(tier=0, entities=[one.pk], summaries=[summary], parts=[part])
    actions.set_series(tier=0, series={first.pk: anchor})
    joined = event(first, documents=2)
    parts = [EventPart(tier=0, summary=joined, entity=one, type="picket") for one in (first, second)]
    actions.replace_events(tier=0, entities=[first.pk, second.pk], summaries=[joined], parts=parts)

    kept = EventSummary.objects.get()
    assert kept.series == anchor
    assert set(kept.parts.values_list("entity", flat=True)) == {first.pk, second.pk}
    assert numbers() == dict(counted([kept]))


def test_a_series_that_is_no_more_is_taken_off() -> None:
    """Those left out belong to none."""
    one = protest()
    summary = event(one)
    actions.replace_events(tier=0, entities=[one.pk], summaries=[summary], parts=[])
    actions.set_series(tier=0, series={one.pk: one.pk})
    actions.set_series(tier=0, series={})

    assert EventSummary.objects.get().series is None


def test_what_is_stale_is_taken_once_in_turn() -> None:
    """Marked twice it stands there once; persons and events apart."""
    first, second = uuid4(), uuid4()
    for _ in range(2):
        actions.mark(noun=Noun.PERSON, subjects=[first, second])
    actions.mark(noun=Noun.EVENT, subjects=[first])

    assert actions.take(noun=Noun.PERSON, most=1) == [first]
    assert actions.take(noun=Noun.PERSON, most=9) == [second]
    assert list(Stale.objects.values_list("noun", "subject")) == [("event", first)]


def test_starting_over_goes_back_to_the_first_entry() -> None:
    """By the way of summing up that is told."""
    actions.start_over(version=3)
    actions.follow_to(seq=12)
    assert Followed.objects.values_list("seq", "version").get() == (12, 3)
    actions.start_over(version=4)
    assert Followed.objects.values_list("seq", "version").get() == (0, 4)
