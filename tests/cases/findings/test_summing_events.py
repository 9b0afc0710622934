"""An event is summed up with all that can be one with it, and what is summed up in parts is as summed up whole."""

import random
from datetime import date

import pytest

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.findings import following
from kualik.cases.findings.event_cases import grouped, told_of
from kualik.cases.findings.gathering import EVENTS
from kualik.cases.findings.summing_events import event_summaries
from kualik.cases.summaries.models import EventSummary
from kualik.engine.facts import Schema, Stance
from tests.cases.casting import Story

pytestmark = pytest.mark.django_db


def chance_of(seed: int) -> random.Random:
    """Make what is told and done differ, the same way each time."""
    return random.Random(seed)  # noqa: S311 (what is told, not a secret)


def protest(number: int, *, when: str = "2024-02-08", place: str = "Almaty", **told: str) -> Story:
    """Tell of a protest."""
    story = Story(f"Report {number}: a picket in {place} on {when}.")
    one = story.thing(Schema.PROTEST)
    for name, value in {"eventType": "picket", "date": when, "place": place, **told}.items():
        story.say(one, name, value)
    return story.propose()


def only(story: Story) -> EventSummary:
    """Sum up the one event that a document tells of."""
    (one,) = event_summaries([story.entity("e1").pk], tier=2).summaries
    return one


def test_an_event_is_summed_up_in_columns() -> None:
    """When, where, what kind, how it was answered."""
    one = only(protest(1, demand="release", crowd="some 20 people", response="dispersed", recurrence="daily"))

    assert (one.kind, one.type, one.date, one.year, one.place) == ("protest", "picket", "2024-02-08", 2024, "Almaty")
    assert (one.earliest, one.latest) == (date(2024, 2, 8), date(2024, 2, 8))
    assert (one.demand, one.crowd, one.responses, one.answered) == ("release", "some 20 people", ["dispersed"], True)
    assert not one.accepted
    assert one.proposals == 7


@pytest.mark.parametrize(
    ("when", "year"), [("2024", 2024), ("2023/2024", None), ("2024-02/..", 2024), ("XXXX-02-08", None), ("", None)]
)
def test_an_event_is_of_a_year_where_that_is_known(when: str, year: int | None) -> None:
    """Of what lasts and has no end, the year in which it began."""
    story = Story("They stood there.")
    one = story.thing(Schema.PROTEST)
    story.say(one, "eventType", "picket")
    if when:
        story.say(one, "date", when)

    assert only(story.propose()).year == year


def test_a_denial_answers() -> None:
    """Whoever is accused of it has spoken."""
    story = Story("They were beaten at the picket. Officials deny it.")
    one = story.thing(Schema.INCIDENT)
    story.say(one, "eventType", "attack")
    story.say(one, "eventType", "attack", stance=Stance.DENIES, voice=("officials",))

    assert only(story.propose()).answered


def test_a_second_report_joins_the_first() -> None:
    """Though only the second is touched; and when it turns out to be of another day, they part."""
    first = protest(1)
    following.run()
    second = protest(2)
    summed = event_summaries([second.entity("e1").pk], tier=2)

    assert summed.entities == {first.entity("e1").pk, second.entity("e1").pk}
    assert [one.documents for one in summed.summaries] == [2]


def test_summed_up_one_by_one_is_as_summed_up_together() -> None:
    """Whatever the order in which documents come; overlapping days, dates without a year, and places that differ."""
    chance = chance_of(7)
    dates = ("2024-02-08", "2024-02", "2024-02-09", "2024-03", "XXXX-02-08", "2024", "2024-02-20/2024-03-03")
    for number in range(24):
        protest(
            number, when=chance.choice(dates), place=chance.choice(("Almaty", "near the consulate, Almaty", "Astana"))
        )
        following.run()
    step_by_step = _kept()
    every = Entity.objects.filter(schema__in=EVENTS).values_list("pk", flat=True)
    together = event_summaries(list(every), tier=0).summaries
    told = told_of(Claim.objects.filter(entity__schema__in=EVENTS))

    assert step_by_step == {frozenset(one.entities) for one in together}
    assert step_by_step == {frozenset(str(part.entity) for part in group) for group in grouped(told)}


def _kept() -> set[frozenset[str]]:
    return {frozenset(entities) for entities in EventSummary.objects.filter(tier=0).values_list("entities", flat=True)}
