"""How long somebody stays signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.web import sessions

START = 1_000_000.0  # seconds
OK = 200


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock whose hands one moves."""
    hands = [START]
    monkeypatch.setattr(sessions, "time", lambda: hands[0])
    return hands


def test_half_an_hour_without_a_page_ends_it(as_: Callable[[Role], Client], clock: list[float]) -> None:
    """Whoever comes back later signs in again and is told why."""
    client = as_(Role.READER)
    assert client.get("/people/").status_code == OK
    clock[0] += sessions.IDLE + 1

    answer = client.get("/people/", follow=True)

    assert answer.redirect_chain[0][0].startswith("/accounts/login/")
    assert "signed out" in answer.content.decode()


def test_who_works_stays(as_: Callable[[Role], Client], clock: list[float]) -> None:
    """A page every twenty minutes keeps one signed in."""
    client = as_(Role.READER)
    for _ in range(6):
        clock[0] += 20 * 60
        assert client.get("/people/").status_code == OK


def test_twelve_hours_end_it_all_the_same(as_: Callable[[Role], Client], clock: list[float]) -> None:
    """Work without a pause is no reason to stay signed in for ever."""
    client = as_(Role.READER)
    client.get("/")
    pages = int(sessions.LONGEST / (20 * 60)) + 1
    answers = []
    for _ in range(pages):
        clock[0] += 20 * 60
        answers.append(client.get("/people/").status_code)

    assert answers[:-1] == [OK] * (pages - 1)
    assert answers[-1] != OK


def test_the_session_is_not_written_for_every_page(as_: Callable[[Role], Client], clock: list[float]) -> None:
    """Two pages within a minute leave the session as it is."""
    client = as_(Role.READER)
    client.get("/people/")
    before = dict(client.session)
    clock[0] += sessions.STEP / 2
    client.get("/people/")

    assert dict(client.session) == before
