"""Events: the list, the calendar, the table to take along, and one event."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.writing import NewEntity
from kualik.cases.ledger.models import Entry
from kualik.engine.facts import Schema
from kualik.web import events
from tests.web.house import NOW, House


@pytest.fixture
def accepted(house: House) -> House:
    """The house when everything proposed was accepted, and a second sentence beside the first."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    first = house.claim("sentence")
    claims.add(
        by=house.keeper, at=NOW, document=house.document, entity=first.entity_id, property="sentence", value="P10Y",
        voice=["Steppe Wire", "officials"], start=first.start, end=first.end,
    )  # fmt: skip
    return house


@pytest.mark.usefixtures("accepted")
def test_an_event_has_its_page(as_: Callable[[Role], Client]) -> None:
    """Its date is said as far as it is known, and no year is made up."""
    client = as_(Role.READER)
    (row,) = client.get("/events/").context["rows"]

    page = client.get(f"/events/{row.entities[0]}/").content.decode()

    assert "8 February, year not known" in page
    assert "2024-02-08" not in page


def test_what_is_no_event_is_not_found(house: House, as_: Callable[[Role], Client]) -> None:
    """A person's entity has no event page."""
    assert as_(Role.READER).get(f"/events/{house.claim('name').entity_id}/").status_code == 404


def test_a_long_list_of_events_is_cut(
    accepted: House, as_: Callable[[Role], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says how many there are in all."""
    for day in ("XXXX-03-08", "XXXX-04-08"):
        place = accepted.claim("date")
        claims.add(
            by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.PROTEST),
            property="date", value=day, start=place.start, end=place.end,
        )  # fmt: skip
    monkeypatch.setattr(events, "SIZE", 2)

    page = as_(Role.READER).get("/events/?offset=2")

    assert (len(page.context["rows"]), page.context["page"].total) == (1, 3)


def test_the_list_is_of_one_kind_where_one_is_asked_for(accepted: House, as_: Callable[[Role], Client]) -> None:
    """And of all where the kind is nonsense; the links of its stretches keep the kind."""
    place = accepted.claim("date")
    for value in ("other", "arrest"):
        claims.add(
            by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.INCIDENT),
            property="eventType", value=value, start=place.start, end=place.end,
        )  # fmt: skip
    client = as_(Role.READER)

    seen = {show: client.get(f"/events/?kind={show}").context for show in ("", "protest", "appeal", "incident", "x")}

    assert {show: len(one["rows"]) for show, one in seen.items()} == {
        "": 3, "protest": 1, "appeal": 0, "incident": 2, "x": 3,
    }  # fmt: skip
    assert seen["incident"]["page"].query == "kind=incident&"


def test_an_event_of_no_kind_is_called_by_its_passage(accepted: House, as_: Callable[[Role], Client]) -> None:
    """A list of rows that all say "other" would tell nobody anything."""
    place = accepted.claim("sentence")
    claims.add(
        by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.INCIDENT),
        property="eventType", value="other", start=place.start, end=place.end,
    )  # fmt: skip

    page = as_(Role.READER).get("/events/?kind=incident").content.decode()

    assert "12 years in prison</bdi></a>" in page


def test_the_list_says_at_whom_an_event_was_directed(accepted: House, as_: Callable[[Role], Client]) -> None:
    """An arrest of nobody would tell nobody anything."""
    place = accepted.claim("sentence")
    claims.add(
        by=accepted.keeper, at=NOW, document=accepted.document, entity=NewEntity(schema=Schema.INCIDENT),
        property="target", value="Daulet of the upper village", start=place.start, end=place.end,
    )  # fmt: skip

    page = as_(Role.READER).get("/events/?kind=incident").content.decode()

    assert "Daulet of the upper village" in page


def add(house: House, schema: Schema = Schema.PROTEST, **told: str) -> str:
    """Add an event by hand, from the passage that tells of the picket, and give its id."""
    place = house.claim("date")
    about: Any = NewEntity(schema=schema)
    for name, value in told.items():
        new = claims.add(
            by=house.keeper, at=NOW, document=house.document, entity=about, property=name, value=value,
            start=place.start, end=place.end,
        )  # fmt: skip
        about = new.entity_id
    return str(about)


def test_the_choices_keep_each_other_and_each_number_is_true(accepted: House, as_: Callable[[Role], Client]) -> None:
    """The list behind a number has as many events; what is no choice is left out."""
    add(accepted, eventType="picket", date="2022-02-08", place="Almaty", response="dispersed")
    add(accepted, eventType="picket", date="2022-03-08", place="Almaty")
    add(accepted, Schema.INCIDENT, eventType="sentencing", date="2019")
    client = as_(Role.READER)

    page = client.get("/events/?kind=protest&place=Almaty&answered=nonsense&year=1&series=x").context

    assert page["total"] == page["page"].total == 2
    assert [(one.value, one.count) for one in page["kinds"] if one.count] == [("", 2), ("protest", 2)]
    assert page["kinds"][1].current
    assert page["page"].query == "kind=protest&place=Almaty&"
    for value, _word, count in page["answers"]:
        assert client.get(f"/events/?kind=protest&place=Almaty&answered={value}").context["total"] == count
    assert client.get("/events/?year=2019").context["total"] == 1
    assert client.get("/events/?year=none").context["total"] == 1


def test_a_list_that_nothing_fits_says_so_and_leads_on(accepted: House, as_: Callable[[Role], Client]) -> None:
    """An empty page would say that there are no events."""
    add(accepted, eventType="picket", date="2022-02-08")

    page = as_(Role.READER).get("/events/?kind=reply").content.decode()

    assert "No event fits all of these choices." in page
    assert "Show all events" in page


def test_the_calendar_opens_on_the_latest_month_and_makes_up_no_day(
    accepted: House, as_: Callable[[Role], Client]
) -> None:
    """What is known to the month stands beside the days, and the strip counts both."""
    add(accepted, eventType="picket", date="2022-02-08", place="Almaty")
    add(accepted, eventType="march", date="2022-02", place="Astana")
    client = as_(Role.READER)

    answer = client.get("/events/calendar/")
    month = answer.context["month"]

    assert (answer.context["year"], answer.context["month_number"]) == (2022, 2)
    assert [day.on.day for week in month.weeks for day in week if day.events] == [8]
    assert [one.type for one in month.some_day] == ["march"]
    assert answer.context["strip"][0].total == 2
    assert "the day is not known" in answer.content.decode()


@pytest.mark.parametrize("asked", ["year=2022&month=13", "year=0&month=1", "year=x", "year=2022&month=1", "month=5"])
def test_a_month_of_nothing_or_nonsense_is_a_page_all_the_same(
    accepted: House, as_: Callable[[Role], Client], asked: str
) -> None:
    """It leads to the months of which something is told."""
    add(accepted, eventType="picket", date="2022-02-08")

    answer = as_(Role.READER).get(f"/events/calendar/?{asked}")

    assert answer.status_code == 200
    assert answer.context["strip"]


def test_a_table_says_how_many_rows_it_has_and_is_taken_with_an_entry(
    accepted: House, as_: Callable[[Role], Client]
) -> None:
    """The rows are those that the page announced."""
    add(accepted, eventType="picket", date="2022-02-08", place="Almaty", response="dispersed")
    add(accepted, Schema.INCIDENT, eventType="arrest", date="2022-02-09")
    client = as_(Role.EDITOR)

    page = client.get("/events/table/?kind=protest&year=2022").content.decode()
    answer = client.post("/events/table/", {"form": "csv", "kind": "protest", "year": "2022"})
    lines = answer.getvalue().decode().splitlines()

    assert "Take 1 row as CSV" in page
    assert len(lines) == 1 + 1
    assert "Protest with intervention" in lines[1]
    assert "attachment" in answer["Content-Disposition"]
    entry = Entry.objects.get(kind="events:taken")
    assert entry.details["rows"] == 1
    assert f"Ledger entry {entry.seq}." in lines[1]
    assert len(client.post("/events/table/", {"form": "json"}).getvalue().decode().splitlines()) == 3


def test_a_table_is_not_taken_by_whoever_may_only_read(accepted: House, as_: Callable[[Role], Client]) -> None:
    """Nor in a form that there is none of; nothing is written down then."""
    add(accepted, eventType="picket", date="2022-02-08")

    assert as_(Role.READER).get("/events/table/").status_code == 403
    assert as_(Role.READER).post("/events/table/", {"form": "csv"}).status_code == 403
    answer = as_(Role.EDITOR).post("/events/table/", {"form": "shapefile"}, follow=True)
    assert "Choose how the table is to be written" in answer.content.decode()
    assert not Entry.objects.filter(kind="events:taken").exists()


def test_an_event_says_who_what_for_how_answered_and_its_codes(accepted: House, as_: Callable[[Role], Client]) -> None:
    """And what no document tells."""
    event = add(
        accepted, eventType="picket", date="2022-02-08", place="Almaty", actor="Saltanat Nurbek", crowd="12",
        demand="the release of her son", response="detained participants",
    )  # fmt: skip

    page = as_(Role.READER).get(f"/events/{event}/").content.decode()

    for said in (
        "Saltanat Nurbek", "the release of her son", "detained some of them", "No document tells of it.",
        "Protest with intervention", "030101000000", "the place itself is known",
    ):  # fmt: skip
        assert said in page
    assert "Put it into this series" not in page


def test_later_events_of_the_same_people_are_what_happened_after(
    accepted: House, as_: Callable[[Role], Client]
) -> None:
    """Those before it are not."""
    event = add(accepted, eventType="picket", date="2022-02-08", actor="Saltanat Nurbek")
    add(accepted, Schema.INCIDENT, eventType="arrest", date="2022-02-10", target="Saltanat Nurbek")
    add(accepted, Schema.INCIDENT, eventType="hearing", date="2021-12-01", target="Saltanat Nurbek")

    after = as_(Role.READER).get(f"/events/{event}/").context["case"].after

    assert [one.type for one in after] == ["arrest"]


@pytest.mark.parametrize("many", [3, 30])
def test_the_pages_ask_no_more_of_more_events(
    accepted: House, as_: Callable[[Role], Client], many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Fifteen questions at most, session and roles included."""
    ids = [
        add(accepted, eventType="picket", date=f"2022-02-{number % 28 + 1:02}", place=f"Town {number}", crowd="12")
        for number in range(many)
    ]
    client = as_(Role.EDITOR)
    client.get("/events/")  # the summaries are brought up to date, as they are after any deed

    for address in ("/events/", "/events/?kind=protest&year=2022", "/events/calendar/", f"/events/{ids[0]}/"):
        with django_assert_max_num_queries(15):
            assert client.get(address).status_code == 200
