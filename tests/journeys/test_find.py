"""Somebody looks for something, by keyboard, in a real browser."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts.models import Role
from kualik.cases.desk.models import Membership
from tests.web.house import House, build, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook with one document read."""
    return build()


def enter(page: Page, server: LiveServer, house: House) -> None:
    """Let an editor in as if they had signed in before."""
    name = settings.SESSION_COOKIE_NAME
    value = sign_in(house.by_role[Role.EDITOR]).cookies[name].value
    page.context.add_cookies([{"name": name, "value": value, "url": server.url}])


def test_a_slash_then_words_then_arrows_lead_to_the_passage(page: Page, live_server: LiveServer, house: House) -> None:
    """From any page, without the mouse; the words stand in no address."""
    enter(page, live_server, house)
    page.goto(f"{live_server.url}/documents/")
    page.keyboard.press("/")
    page.keyboard.type("consulates")
    page.keyboard.press("Enter")
    expect(page.locator(".hit mark").first).to_have_text("consulate")
    assert "consulate" not in page.url

    page.locator("#words").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/documents/{house.document.pk}/\?at=\d+-\d+#at"))


def test_people_are_ticked_shown_and_collected(page: Page, live_server: LiveServer, house: House) -> None:
    """A kind is chosen in place; one tick, one look at what changes, one deed."""
    enter(page, live_server, house)
    page.goto(f"{live_server.url}/find/")
    page.locator("#words").fill("Saltanat")
    page.keyboard.press("Enter")
    page.locator("button.kind[value=people]").click()
    expect(page.locator("button.kind.here")).to_contain_text("People")
    page.get_by_text("Do something to several at once").click()
    page.get_by_label("Choose Saltanat Nurbek").check()
    page.get_by_label("Collection").fill("Pickets")
    page.get_by_role("button", name="Show what changes").click()
    page.wait_for_url(f"{live_server.url}/find/many/")
    expect(page.locator("main").get_by_text("Saltanat Nurbek")).to_be_visible()
    page.get_by_role("button", name="Change").first.click()
    expect(page.get_by_role("button", name="Undo all of it")).to_be_visible()
    assert Membership.objects.filter(ended_at=None).count() == 1
