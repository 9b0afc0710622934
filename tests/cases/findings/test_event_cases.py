"""One protest told by several documents is one event with several sources."""

import pytest
from pytest_django import DjangoAssertNumQueries

from kualik.cases.findings import event_cases
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


def test_two_reports_on_one_day_and_place_are_one_event() -> None:
    """Another day is another event; all are listed by date."""
    first, second = protest(1), protest(2, place="near the Consulate")
    protest(3, date="2024-03-08")

    page = event_cases.events(viewer=keeper())
    rows = page.rows

    assert [(row.date, row.documents) for row in rows] == [("2024-02-08", 2), ("2024-03-08", 1)]
    assert set(rows[0].entities) == {first.entity("e2").pk, second.entity("e2").pk}
    assert not rows[0].accepted
    assert page.total == 2
    assert event_cases.events(viewer=keeper(), limit=1, offset=1).rows == rows[1:]


def test_an_event_is_reached_from_any_of_its_documents() -> None:
    """It shows what both tell, and who takes part."""
    first, second = protest(1), protest(2)

    one, other = (event_cases.event(viewer=keeper(), entity=story.entity("e2").pk) for story in (first, second))

    assert one == other
    assert len(one.passages) == 8
    assert [row.label for row in one.people] == ["Khalida Serikbai"] * 2
    assert next(known.property for known in one.known if known.proposals).startswith("Protest.")


def test_who_protests_is_shown_the_protest_of_the_same_report_marked_so() -> None:
    """The text does not name her in it: that is said."""
    story = protest(1)
    told = gather(viewer=keeper(), mentions=[story.entity("e1")])
    around = event_cases.beside(mentions=told.mentions, told=told.beside)

    (row,) = event_cases.of_person(named=told.events, around=around)

    assert (row.type, row.who, row.named) == ("protest", "relatives", False)


def test_a_list_of_events_costs_one_question(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """However many there are; the others ask for the viewer's roles."""
    for number in range(4):
        protest(number, date=f"2024-0{number + 1}-08")
    viewer = keeper()

    with django_assert_max_num_queries(2):
        assert len(event_cases.events(viewer=viewer).rows) == 4


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

    first, second = event_cases.events(viewer=keeper()).rows

    assert first.words == "Serik Almasuly was taken off a bus near the border and driven away in a car…"
    assert second.words == "警" * 80 + "…"


def test_events_are_listed_by_kind() -> None:
    """All of them where no kind is asked for."""
    protest(1)
    story = Story("An appeal was sent on 2024-03-01.")
    appeal = story.thing(Schema.APPEAL)
    story.say(appeal, "date", "2024-03-01")
    story.propose()

    for schema, count in (("Protest", 1), ("Appeal", 1), ("Incident", 0), ("", 2)):
        page = event_cases.events(viewer=keeper(), schema=schema)
        assert (page.total, len(page.rows)) == (count, count)
        assert {row.schema for row in page.rows} <= ({schema} if schema else {"Protest", "Appeal"})
