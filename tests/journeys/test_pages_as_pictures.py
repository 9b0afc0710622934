"""A reviewer beside the picture of a page: what only a browser shows."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts.models import Role
from tests.journeys.test_reviewing import enter
from tests.web.house import House, build
from tests.web.paged import paged

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """The casebook; the tests add a PDF."""
    return build()


def test_passages_lie_on_the_picture_and_follow_the_cards(page: Page, live_server: LiveServer, house: House) -> None:
    """The page is drawn; a card lights its words up on it, by keys; from it one comes to the same claim in the text."""
    document = paged(house)
    claim = document.claims.get(method="test 1")
    enter(page, live_server, house.by_role[Role.EDITOR])
    page.goto(f"{live_server.url}/documents/{document.pk}/?view=page&claim={claim.pk}#claim-{claim.pk}")

    drawn, mark = page.locator(".paper-page img"), page.locator(f".paper-marks [data-claims='{claim.pk}']")

    expect(drawn).to_have_js_property("complete", value=True)
    assert drawn.evaluate("image => image.naturalHeight") > 1_500
    expect(mark).to_have_class(re.compile(r"\blit\b"))
    paper, box = drawn.bounding_box(), mark.bounding_box()
    assert paper
    assert box
    assert paper["x"] < box["x"] < box["x"] + box["width"] < paper["x"] + paper["width"]
    assert 0.1 < (box["y"] - paper["y"]) / paper["height"] < 0.2  # as high on the paper as its line

    page.keyboard.press("v")
    expect(page.locator(f"[data-text] .mark[data-claims~='{claim.pk}']").first).to_have_class(re.compile(r"\blit\b"))
    page.keyboard.press("v")
    expect(mark).to_have_class(re.compile(r"\blit\b"))
    page.keyboard.press("l")
    expect(page.get_by_text("No claim comes from this page.")).to_be_visible()
