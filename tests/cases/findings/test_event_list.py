"""The list of events: what is asked for, counted as it is listed."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from kualik.cases.findings import event_list, following
from kualik.cases.findings.event_list import NO_YEAR, Chosen
from kualik.engine.facts import Schema
from tests.cases.casting import Story, keeper, worker

pytestmark = pytest.mark.django_db


def told(number: int, *, schema: Schema = Schema.PROTEST, **said: str) -> Story:
    """Tell of one event in a document of its own."""
    story = Story(f"Report {number}: {' '.join(said.values())}.")
    one = story.thing(schema)
    for name, value in said.items():
        story.say(one, name, value)
    return story.propose()


def cast() -> None:
    """Tell of a series with two days, of a trial, of an arrest without a date, and of one in a year."""
    told(1, eventType="picket", date="2021-02/..", place="Almaty", target="the consulate")
    told(2, eventType="picket", date="2021-06-11", place="Almaty", target="the consulate", response="dispersed")
    told(3, eventType="picket", date="2021-07", place="Almaty", target="the consulate")
    told(4, schema=Schema.INCIDENT, eventType="sentencing", date="2019", target="Erlan")
    told(5, schema=Schema.INCIDENT, eventType="arrest", target="Erlan")
    told(6, schema=Schema.APPEAL, eventType="petition", date="XXXX-02-08", target="the ministry")
    following.run()


def dates(**chosen: str) -> list[str]:
    """Give the dates of the events that are asked for."""
    return [one.date for one in event_list.listed(viewer=keeper(), chosen=Chosen(**chosen), limit=50).rows]


def test_the_list_is_of_what_is_asked_for() -> None:
    """Dated ones by date, those without a year after them."""
    cast()

    assert dates() == ["2019", "2021-02/..", "2021-06-11", "2021-07", "", "XXXX-02-08"]
    assert dates(kind="hearing") == ["2019"]
    assert dates(year="2021") == ["2021-02/..", "2021-06-11", "2021-07"]
    assert dates(year=NO_YEAR) == ["", "XXXX-02-08"]
    assert dates(place="Almaty", answered="yes") == ["2021-06-11"]
    assert dates(series="yes") == ["2021-02/..", "2021-06-11", "2021-07"]
    assert dates(series="no", kind="protest") == []


def test_a_stretch_of_the_list_knows_how_many_there_are() -> None:
    """And the same events come once when they are gone through one by one."""
    cast()

    page = event_list.listed(viewer=keeper(), chosen=Chosen(kind="protest"), limit=1, offset=1)

    assert ([one.date for one in page.rows], page.total) == (["2021-06-11"], 3)
    assert [one.date for one in event_list.stream(viewer=keeper(), chosen=Chosen())] == dates()


@pytest.mark.parametrize(
    "chosen", [Chosen(), Chosen(kind="protest"), Chosen(year="2021", answered="no"), Chosen(place="Almaty")]
)
def test_each_number_is_that_of_the_list_behind_it(chosen: Chosen) -> None:
    """Whatever is chosen besides."""
    cast()
    tallies = event_list.tallies(viewer=keeper(), chosen=chosen)
    kept = {name: getattr(chosen, name) for name in Chosen.__slots__}

    assert tallies.total == len(dates(**kept))
    for name in ("kind", "year", "place", "answered", "series"):
        for value, count in getattr(tallies, name).items():
            assert len(dates(**{**kept, name: value})) == count, (name, value)


def test_a_place_that_is_chosen_is_among_those_to_choose_from() -> None:
    """Though others have more events."""
    cast()

    tallies = event_list.tallies(viewer=keeper(), chosen=Chosen(place="Nowhere"))

    assert tallies.place == {"Almaty": 3, "Nowhere": 0}
    assert tallies.total == 0


def test_months_are_counted_as_far_as_they_are_known() -> None:
    """A series where it begins, a year alone in no month, and what has no year nowhere."""
    cast()

    assert event_list.months(viewer=keeper(), chosen=Chosen(year="2019")) == {
        (2019, 0): 1, (2021, 2): 1, (2021, 6): 1, (2021, 7): 1,
    }  # fmt: skip


def test_a_month_has_what_was_or_may_have_been_in_it() -> None:
    """And the series that goes on."""
    cast()
    first, last = (date(2021, 6, day) for day in (1, 30))

    rows = event_list.within(viewer=keeper(), chosen=Chosen(), first=first, last=last)

    assert [one.date for one in rows] == ["2021-02/..", "2021-06-11"]


def test_whoever_may_read_nothing_has_no_list() -> None:
    """Not even a number."""
    cast()
    stranger = worker("stranger")

    assert event_list.listed(viewer=stranger, chosen=Chosen(), limit=9).total == 0
    assert event_list.tallies(viewer=stranger, chosen=Chosen()).total == 0


def test_a_row_says_what_the_documents_say() -> None:
    """Its kind, its series, and what codes depend on."""
    cast()
    row = event_list.listed(viewer=keeper(), chosen=Chosen(answered="yes"), limit=1).rows[0]
    (anchor,) = event_list.listed(viewer=keeper(), chosen=Chosen(year="2021"), limit=1).rows

    assert (row.kind.value, row.responses, row.target, row.series) == (
        "protest", ("dispersed",), "the consulate", anchor.address,
    )  # fmt: skip
    assert (anchor.recurs, row.recurs) == (True, False)
    assert row.coded(precision="settlement").responses == frozenset({"dispersed"})


def test_more_events_are_no_more_questions(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """A page of any size is asked for in as many."""
    cast()
    viewer = keeper()
    for number in range(10, 20):
        told(number, eventType="march", date=f"2020-0{number % 9 + 1}-05", place=f"Town {number}")
    following.run()

    with django_assert_max_num_queries(3 + 2):  # dated and undated ones, their number, and who asks
        event_list.listed(viewer=viewer, chosen=Chosen(), limit=50)
    with django_assert_max_num_queries(5 + 6):
        event_list.tallies(viewer=viewer, chosen=Chosen())
