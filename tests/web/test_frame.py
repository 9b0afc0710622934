"""What every page shows around itself."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kualik.cases.accounts.models import Role
from tests.web.house import House


def rooms(page: str) -> list[str]:
    """Read the rooms that a page leads to."""
    nav = page.split('class="rooms" aria-label="Rooms"')[1].split("</nav>", maxsplit=1)[0]
    return re.findall(r"<a [^>]*>([^<]+)</a>", nav)


def of_the_house(page: str) -> list[str]:
    """Read the rooms about the house itself, in the menu of the account."""
    menu = page.partition('aria-label="The house"')[2].partition("</ul>")[0]
    return re.findall(r"</svg> ([^<]+)</a>", menu)


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.READER, ["Documents", "People", "Events", "Map", "Counting", "Releases"]),
        (Role.EDITOR, ["Documents", "People", "Same or not?", "Events", "Map", "Counting", "Releases"]),
        (Role.ADMINISTRATOR, []),
    ],
)
def test_only_rooms_that_open_are_shown(as_: Callable[[Role], Client], role: Role, shown: list[str]) -> None:
    """A door that would not open is not painted on the wall."""
    assert rooms(as_(role).get("/").content.decode()) == shown


def test_rooms_of_the_house_are_shown_to_whoever_looks_after_it(as_: Callable[[Role], Client]) -> None:
    """In the menu of the account; nobody else sees them."""
    assert of_the_house(as_(Role.ADMINISTRATOR).get("/").content.decode()) == ["People and roles", "Ledger"]
    assert of_the_house(as_(Role.EDITOR).get("/").content.decode()) == []


def test_the_room_one_is_in_is_marked(house: House, as_: Callable[[Role], Client]) -> None:
    """For eyes and for screen readers."""
    page = as_(Role.READER).get(f"/documents/{house.document.pk}/").content.decode()

    assert '<a href="/documents/" aria-current="page">' in page


@pytest.mark.parametrize(
    ("role", "warned"), [(Role.READER, False), (Role.CONTRIBUTOR, True), (Role.ADMINISTRATOR, True)]
)
def test_whoever_can_change_things_is_asked_for_a_second_factor(
    as_: Callable[[Role], Client], role: Role, *, warned: bool
) -> None:
    """On the start page, every time, until there is one."""
    assert ("second factor: a passkey" in as_(role).get("/").content.decode()) is warned


def test_whoever_has_one_is_not_asked_again(house: House, as_: Callable[[Role], Client]) -> None:
    """One is enough."""
    Authenticator.objects.create(user=house.by_role[Role.EDITOR], type=Authenticator.Type.TOTP, data={"secret": "x"})

    assert "second factor: a passkey" not in as_(Role.EDITOR).get("/").content.decode()
