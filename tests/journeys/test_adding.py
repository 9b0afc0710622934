"""A contributor hands material in, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts.models import Role
from kualik.cases.arrivals.models import Import
from kualik.cases.claims import jobs
from kualik.cases.sources.models import Source
from tests.cases.arrivals.lists import Reader
from tests.journeys.test_reviewing import enter
from tests.web.house import NOW, House, build

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "ФИО,Год рождения,Статус\nБолат Ахмет,1985,увезли\nСалтанат Омар,03/04/1979,в лагере\n"


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with one document read."""
    return build()


def test_a_table_from_the_file_to_its_claims_and_back(
    page: Page, live_server: LiveServer, house: House, picture: Callable[[Page, str], Path]
) -> None:
    """Handed in, followed until it is read, mapped by sight, tried out, taken in, undone."""
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/add/")
    page.set_input_files("input[name=material]", {"name": "list.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    page.get_by_role("button", name="Keep it and have it read").click()
    expect(page.get_by_text("wait to be read")).to_be_visible()
    list(jobs.run(worker="w", apart=Reader(), clock=lambda: NOW))

    page.get_by_role("link", name="Say what the columns of the table mean").click()  # it comes by itself
    expect(page.get_by_label("Статус")).to_have_value("Custody.state")
    page.get_by_label("увезли").select_option("disappeared")
    picture(page, "map-table")
    page.get_by_role("button", name="Try it out").click()
    expect(page.get_by_text("This could be two different days.")).to_be_visible()
    picture(page, "tried-table")
    page.get_by_role("button", name="Take the rows in").click()
    expect(page.get_by_role("heading", name="The rows are taken in")).to_be_visible()
    assert Import.objects.get().stage == "done"

    page.get_by_role("link", name="Undo this batch").click()
    page.get_by_role("button", name="Undo the batch").click()
    expect(page.get_by_role("button", name="Put it back")).to_be_visible()


def test_a_lost_connection_keeps_what_was_typed(
    page: Page, live_server: LiveServer, house: House, errors: list[str]
) -> None:
    """Nothing half is kept; sent again, it comes in."""
    enter(page, live_server, house.by_role[Role.CONTRIBUTOR])
    page.goto(f"{live_server.url}/add/")
    page.locator("textarea[name=text]").fill("She was taken in May.")

    def cut(route: Route) -> None:
        if route.request.method == "POST":
            route.abort("connectionreset")
        else:
            route.fallback()

    page.route("**/add/", cut)
    page.get_by_role("button", name="Keep it and have it read").click()

    expect(page.get_by_text("The connection was lost")).to_be_visible()
    expect(page.locator("textarea[name=text]")).to_have_value("She was taken in May.")
    assert not Source.objects.filter(state="waiting").exists()
    page.unroute("**/add/")
    page.get_by_role("button", name="Keep it and have it read").click()
    expect(page.get_by_role("heading", name="How far it is")).to_be_visible()
    assert Source.objects.filter(state="waiting").count() == 1
    errors.clear()  # the browser tells of the connection that was cut


def test_what_is_wrong_is_said_and_files_stay_chosen(page: Page, live_server: LiveServer, house: House) -> None:
    """The page is not loaded anew."""
    enter(page, live_server, house.by_role[Role.CONTRIBUTOR])
    page.goto(f"{live_server.url}/add/")
    page.set_input_files("input[name=material]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"words"})
    page.locator("input[name=published]").fill("last week")

    page.get_by_role("button", name="Keep it and have it read").click()

    expect(page.get_by_text("Write it as 2024-02-08, 2024-02 or 2024.", exact=True)).to_be_visible()
    assert page.evaluate("document.querySelector('input[name=material]').files.length") == 1
