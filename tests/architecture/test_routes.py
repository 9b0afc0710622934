"""Every page asks for a sign-in, unless it is listed here with the reason."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse

OPEN = {
    "account_login": "one signs in here",
    "account_logout": "whoever is signed out already is told so",
    "account_signup": "says that nobody signs up by themselves",
    "account_inactive": "says that an account was closed",
    "set_language": "the sign-in page speaks five languages",
    "set_theme": "the sign-in page too is light or dark",
    "mfa_authenticate": "the second step of signing in",
    "mfa_login_webauthn": "one signs in here with a passkey",
}
"""The routes that answer somebody who is not signed in, and why."""

SAMPLES = {"int": "1", "uuid": "00000000-0000-0000-0000-000000000000"}
Route = tuple[str, URLPattern]


def routes(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[Route]:
    """Give every route with the whole of its address."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield address, pattern


def open_routes(found: Iterable[Route]) -> set[str]:
    """Name the routes whose view says that it needs no sign-in."""
    return {
        pattern.name or address for address, pattern in found if not getattr(pattern.callback, "login_required", True)
    }


def sample(address: str) -> str | None:
    """Make up an address for a route; None for one that is written as a regular expression."""
    if "(?" in address:
        return None
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda found: SAMPLES.get(found[1], "x"), address)


def closed_addresses() -> list[str]:
    """Give one address for each route that is not listed as open."""
    found = routes(get_resolver().url_patterns)
    return [made for address, pattern in found if pattern.name not in OPEN and (made := sample(address))]


def test_no_route_is_open_unless_listed() -> None:
    """A view that says that it needs no sign-in is in the list above, with its reason."""
    assert open_routes(routes(get_resolver().url_patterns)) - OPEN.keys() == set()


def test_every_open_route_is_still_there() -> None:
    """An entry that is no longer needed goes."""
    assert OPEN.keys() - open_routes(routes(get_resolver().url_patterns)) == set()


@pytest.mark.django_db
def test_every_other_address_leads_to_the_sign_in(client: Client) -> None:
    """Asked by somebody who is not signed in, each of them answers with the way to the sign-in and nothing else."""
    answers = {address: client.get(address) for address in closed_addresses()}

    assert answers
    wrong = {
        address: answer.status_code
        for address, answer in answers.items()
        if answer.status_code != 302 or not answer["Location"].startswith(reverse("account_login"))
    }
    assert wrong == {}


def test_an_open_view_is_found() -> None:
    """One that asks for nothing is named, wherever it is included; one that says nothing is closed."""

    def closed(_: HttpRequest) -> HttpResponse:
        return HttpResponse()

    @login_not_required
    def everybody(_: HttpRequest) -> HttpResponse:
        return HttpResponse()

    patterns = [path("a/", closed, name="a"), path("b/<uuid:id>/", everybody)]

    assert open_routes(routes(patterns, before="x/")) == {"x/b/<uuid:id>/"}


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("people/<uuid:person>/", "/people/00000000-0000-0000-0000-000000000000/"),
        ("page/<int:number>/<slug:name>", "/page/1/x"),
        ("plain", "/plain"),
        ("^key/(?P<key>[-:]+)/$", None),
    ],
)
def test_a_route_gets_an_address(address: str, made: str | None) -> None:
    """So that the test above asks for a page of every kind."""
    assert sample(address) == made
