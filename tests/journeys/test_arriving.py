"""Somebody arrives who is not signed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from kualik.cases.accounts import actions as accounts
from tests.journeys.looking import NARROW, faults, too_wide
from tests.journeys.story import code_of
from tests.web.house import NOW, PASSWORD, build


@pytest.mark.django_db(transaction=True)
def test_whoever_arrives_is_asked_to_sign_in(
    page: Page, live_server: LiveServer, picture: Callable[[Page, str], Path]
) -> None:
    """The first page leads to the sign-in, in a page that says in which language it is."""
    page.goto(live_server.url)

    assert "/accounts/login/" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("input[type=password]").is_visible()
    assert picture(page, "sign-in").stat().st_size > 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "ug"])
def test_a_second_factor_is_asked_for_on_a_page_that_shuts_nobody_out(
    page: Page, live_server: LiveServer, language: str
) -> None:
    """Between the password and the first page; by axe without a fault, and no wider than a telephone."""
    keeper = build().keeper
    accounts.set_password(by=keeper, at=NOW, user=keeper, password=PASSWORD)
    accounts.set_language(by=keeper, at=NOW, language=language)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(keeper, secret)
    page.set_viewport_size({"width": NARROW, "height": 740})
    page.goto(f"{live_server.url}/accounts/login/")
    page.fill("input[name=login]", keeper.username)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{live_server.url}/accounts/2fa/authenticate/**")

    assert [*faults(page), *too_wide(page)] == []
    page.fill("input[name=code]", code_of(secret))
    page.press("input[name=code]", "Enter")
    page.wait_for_url(f"{live_server.url}/")


def test_an_error_in_the_console_is_heard(page: Page, errors: list[str]) -> None:
    """What a page throws would fail its journey; here it is taken note of, and forgiven."""
    page.set_content("<script>throw new Error('torn')</script>")

    assert errors == ["torn"]
    errors.clear()
