"""Signing in."""

import pytest
from django.core.cache import cache
from django.test import Client

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import Role, User
from kualik.cases.ledger.models import Entry
from tests.web.house import NOW, PASSWORD, sign_in

LOGIN = "/accounts/login/"
NEXT = "eight white storks"


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> None:
    """Attempts are counted in the cache, which lives longer than a test."""
    cache.clear()


@pytest.fixture
def keeper(db: None) -> User:  # noqa: ARG001 (the database is what it stands in)
    """An account with a password."""
    return actions.create_first(at=NOW, username="keeper", display_name="Keeper", password=PASSWORD)


@pytest.mark.usefixtures("keeper")
def test_name_and_password_let_one_in() -> None:
    """And the start page follows."""
    answer = Client().post(LOGIN, {"login": "keeper", "password": PASSWORD})

    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.usefixtures("keeper")
@pytest.mark.parametrize("login", ["keeper", "nobody"])
def test_a_wrong_password_says_no_more_than_that(login: str) -> None:
    """Whether there is such an account is not said."""
    answer = Client().post(LOGIN, {"login": login, "password": "guessed"})

    assert answer.status_code == 200
    assert "are not correct" in answer.content.decode()


@pytest.mark.usefixtures("keeper")
def test_guessing_is_slowed_down() -> None:
    """After five wrong passwords even the right one has to wait."""
    client = Client()
    for number in range(5):
        client.post(LOGIN, {"login": "keeper", "password": f"guess {number}"})

    answer = client.post(LOGIN, {"login": "keeper", "password": PASSWORD})

    assert answer.status_code == 200
    assert "Too many" in answer.content.decode()


def test_a_closed_account_opens_nothing(keeper: User) -> None:
    """Not even with the right password."""
    other = actions.create(by=keeper, at=NOW, username="gone", roles=[Role.READER], password=PASSWORD)
    actions.deactivate(by=keeper, at=NOW, user=other)

    client = Client()
    client.post(LOGIN, {"login": "gone", "password": PASSWORD})

    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_nobody_signs_up() -> None:
    """The page says where accounts come from; a form sent to it makes none."""
    given = {"username": "me", "password1": PASSWORD, "password2": PASSWORD}
    answer = Client().post("/accounts/signup/", given)

    assert "No sign-up here" in answer.content.decode()
    assert not User.objects.exists()


def test_a_changed_password_is_an_entry(keeper: User) -> None:
    """It is an act like any other, and counts at once."""
    sign_in(keeper).post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEXT, "password2": NEXT})

    keeper.refresh_from_db()
    assert keeper.check_password(NEXT)
    assert Entry.objects.filter(kind="account:password-set").count() == 1


def test_signing_out_takes_a_form(keeper: User) -> None:
    """A link on somebody else's page signs nobody out."""
    client = sign_in(keeper)
    client.get("/accounts/logout/")
    assert "_auth_user_id" in client.session

    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_the_second_factor_can_be_set_up(keeper: User) -> None:
    """After the password once more, the page shows a code to be scanned, as a picture that our policy lets in."""
    client = sign_in(keeper)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    page = client.get("/accounts/2fa/totp/activate/").content.decode()

    assert 'class="qr" src="data:image/svg+xml' in page
    assert client.get("/accounts/2fa/webauthn/add/").status_code == 200
