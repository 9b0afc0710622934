"""What every page says to the browser."""

from collections.abc import Callable

import pytest
from django.test import Client

PAGES = ("/", "/documents/", "/people/", "/same/", "/events/", "/releases/", "/ledger/", "/add/", "/nothing/")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_a_case_stays_in_a_cache(as_: Callable[[], Client], page: str) -> None:
    """No page may be kept, embedded or indexed by anybody."""
    answer = as_().get(page)

    assert answer["Cache-Control"] == "no-store"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("page", PAGES)
def test_the_policy_lets_nothing_in_from_elsewhere(as_: Callable[[], Client], page: str) -> None:
    """No script and no style but our own files: none in a page, none from another host."""
    answer = as_().get(page)
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";") if part.strip())

    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "<style" not in answer.content.decode()
    assert " style=" not in answer.content.decode()
    assert "<script>" not in answer.content.decode()
    assert " onclick=" not in answer.content.decode()


@pytest.mark.usefixtures("house")
def test_other_sites_learn_nothing() -> None:
    """The address of a page is told to nobody else; under a stricter word a browser's forms would be refused."""
    assert Client().get("/accounts/login/")["Referrer-Policy"] == "same-origin"
