"""A release drafted in a browser."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from kualik.cases.claims import actions as claims
from kualik.cases.releases.models import Release
from tests.journeys.test_reviewing import enter
from tests.web.house import NOW, House, build, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

SON = "K-000002"


@pytest.fixture
def house(transactional_db: None) -> House:  # noqa: ARG001 (the database is what it stands in)
    """All is accepted, and the son may be shown to everybody."""
    built = build()
    claims.accept(by=built.keeper, at=NOW, claims=[one.pk for one in built.claims])
    given = {"audience": "public", "given_by": "a sister", "given_on": "2024"}
    sign_in(built.keeper).post(f"/people/{SON}/consents/", given)
    return built


def test_a_publisher_drafts_step_by_step(page: Page, live_server: LiveServer, house: House) -> None:
    """Looking for people asks for no title yet, the Enter key looks and makes nothing, and what is ticked stays."""
    enter(page, live_server, house.keeper)
    page.goto(f"{live_server.url}/releases/new/")

    page.get_by_role("checkbox", name=SON).check()
    page.get_by_label("A name in any spelling, or a number").fill("K-000001")
    page.get_by_label("A name in any spelling, or a number").press("Enter")

    expect(page.get_by_text("no consent for this audience")).to_be_visible()
    expect(page.get_by_role("checkbox", name=SON)).to_be_checked()
    assert not Release.objects.exists()

    page.get_by_label("Title").fill("Spring")
    page.get_by_role("button", name="Make the draft").click()
    page.get_by_role("link", name="Beside what we know").click()

    row = page.get_by_role("row", name="Custody: Sentence")
    expect(row.get_by_text("12 years")).to_have_count(2)
