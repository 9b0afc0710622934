"""One protest told by several documents is one event with several sources."""

import pytest

from kualik.cases.findings import event_cases, event_list, following
from kualik.cases.findings.event_list import Chosen, EventPage
from kualik.cases.findings.gathering import gather
from kualik.engine.facts import Schema
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def protest(number: int, *, date: str = "2024-02-08", place: str = "near the consulate, Almaty") -> Story:
    """Tell of a protest in which Khalida takes part."""
    story = Story(f"Report {number}: relatives rallied {place} on {date}; Khalida fainted.")
    story.person("Khalida Serikbai", roles=("protester",))
    one = story.thing(Schema.PROTEST)
    story.say(one, "eventType", "protest")
    story.say(one, "date", date)
    story.say(one, "place", place)
    story.say(one, "actor", "relatives")
    return story.propose()


def listed() -> EventPage:
    """List all events."""
    following.run()
    return event_list.listed(viewer=keeper(), chosen=Chosen(), limit=50)


def test_two_reports_on_one_day_and_place_are_one_event() -> None:
    """Another day is another event; all are listed by date."""
    first, second = protest(1), protest(2, place="near the Consulate")
    protest(3, date="2024-03-08")

    page = listed()
    rows = page.rows

    assert [(row.date, row.documents) for row in rows] == [("2024-02-08", 2), ("2024-03-08", 1)]
    assert set(rows[0].entities) == {first.entity("e2").pk, second.entity("e2").pk}
    assert not rows[0].accepted
    assert page.total == 2


def test_who_protests_is_shown_the_protest_of_the_same_report_marked_so() -> None:
    """The text does not name her in it: that is said."""
    story = protest(1)
    told = gather(viewer=keeper(), mentions=[story.entity("e1")])
    around = event_cases.beside(mentions=told.mentions, told=told.beside)

    (row,) = event_cases.of_person(named=told.events, around=around)

    assert (row.type, row.who, row.named) == ("protest", "relatives", False)


def test_a_row_has_the_first_words_of_the_passage_that_tells_most() -> None:
    """Whole words, also where writing has no spaces."""
    told = "Serik Almasuly was taken off a bus near the border and driven away in a car without a number plate"
    for text, date in ((told, "2018-05-03"), ("警" * 100, "2019-05-03")):
        story = Story(f"{text} {date}.")
        seen = story.thing(Schema.INCIDENT)
        story.say(seen, "eventType", "other")
        story.say(seen, "summary", text)
        story.say(seen, "date", date)
        story.propose()

    first, second = listed().rows

    assert first.words == "Serik Almasuly was taken off a bus near the border and driven away in a car…"
    assert second.words == "警" * 80 + "…"
