"""How long somebody stays signed in."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.ledger.models import Entry
from kualik.web import sessions
from tests.web.house import BACKEND, House

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


def test_the_night_ends_it_too(as_: Callable[[Role], Client]) -> None:
    """A session that is past its time altogether is said to be over as well, once."""
    client = as_(Role.READER)
    client.get("/people/")
    Session.objects.update(expire_date=datetime(2020, 1, 1, tzinfo=UTC))

    assert "signed out" in client.get("/people/", follow=True).content.decode()
    assert "signed out" not in client.get("/accounts/login/").content.decode()


def test_an_end_is_an_entry_with_its_reason(as_: Callable[[Role], Client], clock: list[float]) -> None:
    """One for the end by idleness, whatever follows."""
    client = as_(Role.READER)
    client.get("/people/")
    clock[0] += sessions.IDLE + 1
    client.get("/people/")
    client.get("/people/")

    ended = Entry.objects.filter(kind="account:signed-out")
    assert [(one.actor.username, one.details) for one in ended] == [("reader", {"why": "idle"})]


def test_a_part_of_a_page_is_not_filled_with_the_sign_in(as_: Callable[[Role], Client], clock: list[float]) -> None:
    """Whoever decides on a claim too late is led to the sign-in, which leads back to the page, and is told why."""
    client = as_(Role.READER)
    client.get("/people/")
    clock[0] += sessions.IDLE + 1

    asked = {"HX-Request": "true", "HX-Current-URL": "http://testserver/people/?offset=50"}
    answer = client.post("/people/", {"query": "Erlan"}, headers=asked)

    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/accounts/login/?next=%2Fpeople%2F")
    assert "signed out" in client.get(answer["HX-Redirect"]).content.decode()


def test_signing_out_empties_the_browser(as_: Callable[[Role], Client]) -> None:
    """What it kept of the pages goes; asking for the page empties nothing."""
    client = as_(Role.READER)
    assert "Clear-Site-Data" not in client.get("/accounts/logout/")

    assert client.post("/accounts/logout/")["Clear-Site-Data"] == '"cache", "storage"'


def test_nobody_else_signs_one_out(house: House) -> None:
    """A form on somebody else's page does not carry our token."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(house.keeper, backend=BACKEND)

    assert client.post("/accounts/logout/").status_code == 403
    assert "_auth_user_id" in client.session


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
    assert "twelve hours" in client.get("/accounts/login/").content.decode()


def test_the_session_is_not_written_for_every_page(as_: Callable[[Role], Client], clock: list[float]) -> None:
    """Two pages within a minute leave the session as it is."""
    client = as_(Role.READER)
    client.get("/people/")
    before = dict(client.session)
    clock[0] += sessions.STEP / 2
    client.get("/people/")

    assert dict(client.session) == before
