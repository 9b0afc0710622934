"""The first sign-in, step by step."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client
from django.utils import timezone

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import Role, User
from tests.web.house import PASSWORD, House, sign_in


def invited(house: House, role: Role) -> User:
    """Somebody with a password for one sign-in."""
    return actions.invite(by=house.keeper, at=timezone.now(), username="daniyar", roles=[role]).user


def choose(client: Client, new: str = PASSWORD, again: str = PASSWORD) -> object:
    """Type a password twice."""
    return client.post("/welcome/", {"new": new, "again": again})


def test_every_page_leads_to_the_guide_until_one_has_arrived(house: House) -> None:
    """Whatever one asks for."""
    client = sign_in(invited(house, Role.READER))

    assert client.get("/people/")["Location"] == "/welcome/"
    assert client.get("/welcome/").context["step"].name == "password"


def test_a_reader_chooses_a_password_and_begins(house: House) -> None:
    """Two steps, and the pages are open."""
    user = invited(house, Role.READER)
    client = sign_in(user)
    choose(client)

    assert client.get("/welcome/").context["step"].name == "roles"
    client.post("/welcome/")
    assert client.get("/").status_code == 200
    assert client.get("/welcome/")["Location"] == "/"
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_whoever_changes_the_record_needs_a_second_factor_and_kept_codes(house: House) -> None:
    """The codes are proved by typing one, and it stays usable."""
    user = invited(house, Role.EDITOR)
    client = sign_in(user)
    choose(client)
    assert client.get("/welcome/").context["step"].name == "factor"
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    codes = RecoveryCodes.activate(user)
    assert client.get("/welcome/").context["step"].name == "codes"
    wrong = client.post("/welcome/", {"code": "0"})
    assert wrong.context["step"].name == "codes"
    client.post("/welcome/", {"code": codes.get_unused_codes()[0]})

    assert client.get("/welcome/").context["step"].name == "roles"
    assert len(codes.get_unused_codes()) == 10


@pytest.mark.parametrize(
    ("new", "again"),
    [("short", "short"), (PASSWORD, "seven grey storks"), ("1234567890987654321", "1234567890987654321")],
)
def test_a_password_that_will_not_do_is_refused_in_words(house: House, new: str, again: str) -> None:
    """The step stays the same."""
    user = invited(house, Role.READER)
    client = sign_in(user)
    answer = client.post("/welcome/", {"new": new, "again": again})

    assert answer.context["form"].errors
    user.refresh_from_db()
    assert user.one_time_until is not None


def test_the_password_that_was_given_is_no_password_of_ones_own(house: House) -> None:
    """Somebody else knows it."""
    made = actions.invite(by=house.keeper, at=timezone.now(), username="daniyar")
    client = sign_in(made.user)
    answer = client.post("/welcome/", {"new": made.password, "again": made.password})

    assert "Choose another" in str(answer.context["form"].errors)


def test_whoever_comes_too_late_is_turned_away(house: House) -> None:
    """With the reason, and without a session."""
    long_ago = timezone.now() - timedelta(days=8)
    made = actions.invite(by=house.keeper, at=long_ago, username="daniyar")
    client = Client()
    answer = client.post("/accounts/login/", {"login": "daniyar", "password": made.password}, follow=True)

    assert "out of time" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_whoever_comes_in_time_is_led_to_the_guide(house: House) -> None:
    """By the password that they were given."""
    made = actions.invite(by=house.keeper, at=timezone.now(), username="daniyar")
    client = Client()
    client.post("/accounts/login/", {"login": "daniyar", "password": made.password})

    assert client.get("/")["Location"] == "/welcome/"
