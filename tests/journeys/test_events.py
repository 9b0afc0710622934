"""An editor among the events: from the list to a month, to a series, and an event parted from it; nobody shut out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.claims.writing import NewEntity
from kualik.engine.facts import Schema
from tests.journeys.test_reviewing import enter
from tests.web.house import NOW, House, build

pytestmark = pytest.mark.django_db(transaction=True)

NARROW = 360


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with a series at the consulate: told since February 2021, and two of its days."""
    built = build()
    place = built.claim("date")
    for date in ("2021-02/..", "2021-06-11", "2021-12-27"):
        about: Any = NewEntity(schema=Schema.PROTEST)
        for name, value in (("eventType", "picket"), ("date", date), ("target", "the consulate")):
            new = claims.add(
                by=built.keeper, at=NOW, document=built.document, entity=about, property=name, value=value,
                start=place.start, end=place.end,
            )  # fmt: skip
            about = new.entity_id
    return built


def test_an_editor_parts_an_event_from_a_series_and_takes_that_back(
    page: Page, live_server: LiveServer, house: House, picture: Callable[[Page, str], Path]
) -> None:
    """By keys to the calendar, by links to the event; the list and the strip follow at once."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/events/")
    page.keyboard.press("2")
    expect(page.get_by_role("heading", name="December 2021")).to_be_visible()
    page.locator("td.has").get_by_role("link", name="picket").click()
    expect(page.get_by_role("heading", name="The series")).to_be_visible()
    picture(page, "event")

    page.get_by_label("Why?").fill("another consulate")
    page.get_by_role("button", name="It stands alone").click()

    expect(page.get_by_text("The event stands alone now.")).to_be_visible()
    expect(page.get_by_role("heading", name="The series")).to_have_count(0)
    page.goto(f"{live_server.url}/events/?series=yes")
    expect(page.locator("tbody tr")).to_have_count(2)

    page.go_back()
    page.get_by_role("button", name="Take it back").click()
    page.get_by_role("link", name="Open the series").click()
    expect(page.locator("svg.strip circle")).to_have_count(2)
    picture(page, "series")


@pytest.mark.parametrize("language", ["en", "ug"])
def test_nobody_is_shut_out_of_a_series(
    page: Page, live_server: LiveServer, house: House, picture: Callable[[Page, str], Path], language: str
) -> None:
    """Nothing serious by axe's rules, and nothing wider than a telephone."""
    accounts.set_language(by=house.keeper, at=NOW, language=language)
    enter(page, live_server, house.keeper)
    page.goto(f"{live_server.url}/events/?series=yes")
    page.locator("tbody a.chip").first.click()
    series = page.url
    event = series.removesuffix("series/")

    for name, address in (
        ("series", series),
        ("place", f"{event}place/"),
        ("month", "/events/calendar/?year=2021&month=6"),
    ):
        page.goto(address if address.startswith("http") else live_server.url + address)
        found = [one for one in Axe().run(page).response["violations"] if one["impact"] in {"serious", "critical"}]
        assert not found, found
        page.set_viewport_size({"width": NARROW, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        picture(page, f"{name}-narrow")
        page.set_viewport_size({"width": 1280, "height": 800})
