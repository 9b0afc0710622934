"""Every route × everybody: who is not signed in, and each of the six roles."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, path, reverse

from kualik.cases.accounts.models import Role
from kualik.cases.accounts.policy import IMPLIED
from kualik.cases.desk.actions import collect, save_search
from kualik.cases.findings.asking import Search
from kualik.cases.people.models import Person
from kualik.web.routes import ANYBODY, LOOKS_AFTER, ROUTES, SIGNED_IN, Route
from tests.web.house import NOW, House

POSTED = frozenset({
    "invite", "set_roles", "invite_again", "close_account", "reopen_account", "clear_factors", "end_sessions",
    "set_language", "set_theme", "set_keys", "accept", "reject", "reopen", "choose", "consent", "withdraw_consent",
    "unname_place", "turn_boundaries", "judge", "put_back_batch", "begin_table", "drop_table",
    "tell_source", "classify_source", "read_source_again",
    "find_save", "find_forget", "find_preview", "find_do", "find_undo",
    "undo_judgement", "approve", "withdraw", "take_out", "mfa_download_recovery_codes",
})  # fmt: skip
"""Routes that are a deed and no page; those of allauth answer a GET as well."""

NEEDS_A_FACTOR = frozenset({"account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"})
"""Pages that allauth refuses to an account that has no password or second factor to prove itself by."""

ENDS_SESSIONS = frozenset({"end_sessions"})
"""The deed after which whoever asked is signed out themselves."""

REDIRECTED = 302
FORBIDDEN = 403


def undeclared(patterns: Iterable[URLPattern]) -> set[str]:
    """Name the addresses that the table does not know."""
    known = {route.address for route in ROUTES}
    return {str(one.pattern) for one in patterns} - known


def address(route: Route, house: House) -> str:
    """Make an address of a route that leads to something that is there, where there is such a thing."""
    person = Person.objects.order_by("number")[0]
    protest = house.claim("date").entity_id
    bulk = collect(by=house.keeper, at=NOW, title=f"Pickets {uuid4()}", persons=[person.pk])
    known = {
        "documents/": house.document.pk,
        "claims/": house.claims[0].pk,
        "people/": str(person),
        "events/": protest,
        "sources/": house.document.source_id,
        "find/saved/": save_search(by=house.keeper, at=NOW, name="Pickets", search=Search(words="picket")).pk,
        "find/collections/": bulk.collection_id,
        "find/many/": bulk.pk,
        "accounts/": 1,
        "help/pictures/": "home.png",
        "help/": "home",
    }
    value = next((one for begins, one in known.items() if route.address.startswith(begins)), uuid4())
    names = [part.split(":")[1].rstrip(">/") for part in route.address.split("<")[1:]]
    own = {"number": 1, "position": 1}  # of a page, of an item: what is not the thing itself
    return reverse(route.name, kwargs={(name := one.split(">")[0]): own.get(name, value) for one in names})


def ask(client: Client, route: Route, house: House) -> Any:
    """Ask for a page, or do a deed without saying anything by it."""
    to = address(route, house)
    answer = client.post(to) if route.name in POSTED else client.get(to)
    if answer.streaming:
        answer.getvalue()  # an original is a file that stays open until it is sent
    return answer


def to_sign_in(answer: Any) -> bool:
    """Say whether the answer is the way to the sign-in."""
    way = f"{reverse('account_login')}?next="
    return bool(answer.status_code == REDIRECTED and answer["Location"].startswith(way))


def test_every_route_is_in_the_table() -> None:
    """An address that is served has its roles declared."""
    patterns = get_resolver().url_patterns

    assert all(isinstance(one, URLPattern) for one in patterns)
    assert undeclared(patterns) == set()  # type: ignore[arg-type]  # as the line above shows


def test_a_route_beside_the_table_is_found() -> None:
    """So that nobody adds one in urls.py by hand."""

    def view(_: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert undeclared([path("backstairs/", view)]) == {"backstairs/"}


def test_names_are_given_once() -> None:
    """Two routes of one name would hide each other."""
    names = [route.name for route in ROUTES]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_its_routes_and_no_other(house: House, as_: Callable[[Role], Client], role: Role) -> None:
    """Whoever holds none of a route's roles is told so; whoever holds one is let in."""
    held = {role, *IMPLIED[role]}
    wrong = []
    for route in (one for one in ROUTES if one.name not in NEEDS_A_FACTOR | ENDS_SESSIONS):
        answer = ask(as_(role), route, house)
        closed = bool(route.roles) and not held & (route.roles or set())
        if (answer.status_code == FORBIDDEN) is not closed or (to_sign_in(answer) and route.roles is not ANYBODY):
            wrong.append((route.name, answer.status_code))

    assert wrong == []


def test_a_stranger_opens_the_sign_in_and_nothing_else(house: House) -> None:
    """Closed is what is not said to be open."""
    answers = {route: ask(Client(), route, house) for route in ROUTES}

    let_in = {route.name for route, answer in answers.items() if not to_sign_in(answer)}
    assert let_in == {route.name for route in ROUTES if route.roles is ANYBODY}


def test_somebody_without_a_role_sees_no_case(house: House, as_: Callable[[Role], Client]) -> None:
    """An administrator runs the server; the pages of people and documents stay shut."""
    client = as_(Role.ADMINISTRATOR)

    open_ = [route.name for route in ROUTES if route.roles and ask(client, route, house).status_code != FORBIDDEN]
    assert open_ == [route.name for route in ROUTES if route.roles == LOOKS_AFTER]
    assert not SIGNED_IN
