"""The page of settings."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from kualik.casebook import folder
from kualik.casebook.worker import working
from kualik.cases.accounts.models import Role

Asks = Callable[[int], AbstractContextManager[None]]


def test_everybody_sets_what_is_their_own(as_: Callable[[Role], Client]) -> None:
    """Language, light or dark, keys, password, factors; nothing of the house."""
    page = as_(Role.READER).get("/settings/")

    text = page.content.decode()
    for address in ("/preferences/language/", "/preferences/theme/", "/preferences/keys/", "/accounts/sessions/end/"):
        assert f'action="{address}"' in text
    assert 'href="/accounts/password/change/"' in text
    assert page.context["state"] is None
    assert str(folder.located()) not in text


def test_what_is_chosen_is_marked(as_: Callable[[Role], Client]) -> None:
    """And the deed leads back to the page."""
    client = as_(Role.READER)

    answer = client.post("/preferences/keys/", {"keys": "off", "next": "/settings/"})

    assert answer["Location"] == "/settings/"
    assert 'value="off" aria-pressed="true"' in client.get("/settings/").content.decode()


def test_an_administrator_sees_how_the_house_stands(
    as_: Callable[[Role], Client], django_assert_max_num_queries: Asks
) -> None:
    """Title, place, database, what waits, versions with their licences."""
    client = as_(Role.ADMINISTRATOR)

    with django_assert_max_num_queries(15):
        page = client.get("/settings/")

    state = page.context["state"]
    assert state.title == folder.describe(folder.located()).title
    assert state.encrypted is folder.is_encrypted(folder.located())
    assert state.database.startswith(("SQLite 3.", "PostgreSQL "))
    assert ("django", "BSD-3-Clause") in {(name, licence) for name, _number, licence in state.packages}


def test_it_says_whether_a_worker_lives(as_: Callable[[Role], Client]) -> None:
    """Without one nothing is read, and the page says how to start one."""
    client = as_(Role.ADMINISTRATOR)
    assert "kualik work" in client.get("/settings/").content.decode()

    with working(folder.located()):
        page = client.get("/settings/")

    assert page.context["state"].workers == 1
    assert "kualik work<" not in page.content.decode()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('url = "http://127.0.0.1:9/v1"\nmodel = "small"\n', "small"),
        ('url = "https://far.example/v1"\nmodel = "large"\n', "text would leave it"),
        ("nonsense", "assistant.toml"),
    ],
)
def test_it_says_which_language_model_is_asked(as_: Callable[[Role], Client], written: str, said: str) -> None:
    """And of one that cannot be asked, why."""
    client = as_(Role.ADMINISTRATOR)
    assert "None is asked" in client.get("/settings/").content.decode()
    place = folder.located() / "assistant.toml"
    place.write_text(written, encoding="utf-8")
    try:
        assert said in client.get("/settings/").content.decode()
    finally:
        place.unlink()
