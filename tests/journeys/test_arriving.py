"""Somebody arrives who is not signed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer


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


def test_an_error_in_the_console_is_heard(page: Page, errors: list[str]) -> None:
    """What a page throws would fail its journey; here it is taken note of, and forgiven."""
    page.set_content("<script>throw new Error('torn')</script>")

    assert errors == ["torn"]
    errors.clear()
