"""Language and theme."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry


def test_the_language_stays_with_the_account(as_: Callable[[Role], Client]) -> None:
    """Chosen once, it speaks in every browser; the choice is an entry in the ledger."""
    as_(Role.READER).post("/preferences/language/", {"language": "ug", "next": "/people/"})

    page = as_(Role.READER).get("/people/").content.decode()
    assert '<html lang="ug" dir="rtl"' in page
    assert Entry.objects.filter(kind="account:language-set").count() == 1


@pytest.mark.django_db
def test_the_sign_in_page_speaks_it_too() -> None:
    """Before anybody is known, a cookie remembers."""
    client = Client()
    client.post("/preferences/language/", {"language": "ru", "next": "/accounts/login/"})

    assert '<html lang="ru" dir="ltr"' in client.get("/accounts/login/").content.decode()


def test_a_language_that_we_do_not_speak_changes_nothing(as_: Callable[[Role], Client]) -> None:
    """Nor does it leave an entry."""
    client = as_(Role.READER)
    client.post("/preferences/language/", {"language": "tlh"})

    assert '<html lang="en"' in client.get("/").content.decode()
    assert not Entry.objects.filter(kind="account:language-set").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_comes_with_the_page(theme: str) -> None:
    """The server sends it, so that nothing flickers and no script is needed."""
    client = Client()
    client.post("/preferences/theme/", {"theme": theme})

    assert f'data-theme="{theme}"' in client.get("/accounts/login/").content.decode()
    assert client.cookies["kualik_theme"]["samesite"] == "Strict"


@pytest.mark.django_db
@pytest.mark.parametrize("theme", ["auto", "sepia"])
def test_otherwise_the_device_decides(theme: str) -> None:
    """What is no theme of ours is as if nothing was chosen."""
    client = Client()
    client.post("/preferences/theme/", {"theme": theme})

    assert "data-theme" not in client.get("/accounts/login/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", ["https://example.invalid/", "//example.invalid/", "javascript:alert(1)"])
def test_the_way_back_stays_in_the_house(elsewhere: str) -> None:
    """A form made by somebody else sends nobody away."""
    answer = Client().post("/preferences/theme/", {"theme": "dark", "next": elsewhere})

    assert answer["Location"] == "/"
    assert settings.SESSION_COOKIE_SAMESITE == "Strict"


def test_keys_can_be_switched_off_and_on(as_: Callable[[Role], Client]) -> None:
    """Somebody who speaks to the computer must not decide by saying a letter."""
    client = as_(Role.READER)
    assert 'data-keys="off"' not in client.get("/").content.decode()

    client.post("/preferences/keys/", {"keys": "off"})
    assert 'data-keys="off"' in client.get("/").content.decode()

    client.post("/preferences/keys/", {"keys": "maybe"})
    assert 'data-keys="off"' in client.get("/").content.decode()

    client.post("/preferences/keys/", {"keys": "on"})
    assert 'data-keys="off"' not in client.get("/").content.decode()
