"""What happens to an account leaves one entry in the ledger, through the pages as a browser asks for them."""

from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import Role, User
from kualik.cases.ledger.models import Entry
from tests.web.house import NOW, PASSWORD, sign_in

LOGIN = "/accounts/login/"
FACTORS = "/accounts/2fa/"
NEXT = "eight white storks"


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> None:
    """Attempts are counted in the cache, which lives longer than a test."""
    cache.clear()


@pytest.fixture
def keeper(db: None) -> User:  # noqa: ARG001 (the database is what it stands in)
    """An account with a password."""
    return actions.create_first(at=NOW, username="keeper", display_name="Keeper", password=PASSWORD)


@pytest.fixture
def client(keeper: User) -> Client:
    """A browser in which the keeper has proved a moment ago that it is they."""
    client = sign_in(keeper)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def events() -> list[tuple[str, str, object]]:
    """What the ledger has since the account was made: kind, by whom, and details."""
    return [(one.kind, one.actor.username, one.details) for one in Entry.objects.filter(seq__gt=1).order_by("seq")]


def kinds() -> list[str]:
    """Only what happened."""
    return [kind for kind, _who, _details in events()]


def code(secret: str) -> str:
    """What an app on a telephone shows."""
    now = next(iter(totp.yield_hotp_counters_from_time()))
    return str(totp.format_hotp_value(totp.hotp_value(secret, now)))


def passkey(user: User) -> Authenticator:
    """Give somebody a passkey."""
    kept: Authenticator = Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "blue key", "credential": {}}
    )
    return kept


@pytest.mark.usefixtures("keeper")
def test_a_sign_in_is_one_entry() -> None:
    """With the proofs that were given, in the name of whoever gave them."""
    Client().post(LOGIN, {"login": "keeper", "password": PASSWORD})

    assert events() == [("account:signed-in", "keeper", {"how": ["password"]})]


def test_a_sign_in_with_a_second_factor_is_one_entry(keeper: User) -> None:
    """The password alone is none yet, and a wrong code is a failure."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(keeper, secret)
    client = Client()
    client.post(LOGIN, {"login": "keeper", "password": PASSWORD})
    assert events() == []

    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    client.post("/accounts/2fa/authenticate/", {"code": code(secret)})

    assert kinds() == ["account:sign-in-failed", "account:signed-in"]
    assert events()[0][2]["how"] == "totp"  # type: ignore[index]  # details are a dictionary
    assert events()[1][2] == {"how": ["password", "totp"]}


@pytest.mark.usefixtures("keeper")
def test_a_wrong_password_is_one_entry_that_holds_nothing_typed() -> None:
    """Two attempts from one place can be told from one of elsewhere; the place itself is not given away."""
    for place in ("203.0.113.7", "203.0.113.7", "198.51.100.9"):
        Client(REMOTE_ADDR=place).post(LOGIN, {"login": "Keeper", "password": "guessed"})

    assert kinds() == ["account:sign-in-failed"] * 3
    here, again, elsewhere = (details["place"] for _kind, _who, details in events())  # type: ignore[index]  # as above
    assert here == again != elsewhere
    for written in ("203.0.113.7", "guessed", "Keeper"):
        assert all(written not in str(details) for _kind, _who, details in events())


@pytest.mark.usefixtures("keeper")
def test_a_name_that_nobody_has_leaves_no_entry() -> None:
    """What was typed there may be a password in the wrong field."""
    Client().post(LOGIN, {"login": "nobody", "password": "guessed"})

    assert events() == []


def test_a_closed_account_that_is_tried_is_an_entry(keeper: User) -> None:
    """Somebody still has its password."""
    gone = actions.create(by=keeper, at=NOW, username="gone", roles=[Role.READER], password=PASSWORD)
    actions.deactivate(by=keeper, at=NOW, user=gone)

    Client().post(LOGIN, {"login": "gone", "password": PASSWORD})

    assert kinds()[-1:] == ["account:sign-in-failed"]
    assert kinds().count("account:sign-in-failed") == 1


def test_a_sign_out_is_one_entry(keeper: User) -> None:
    """Asking for the page signs nobody out, and nobody is signed out twice."""
    client = sign_in(keeper)
    client.get("/accounts/logout/")
    client.post("/accounts/logout/")
    client.post("/accounts/logout/")

    assert events() == [("account:signed-out", "keeper", {"why": "asked"})]


def test_a_changed_password_is_one_entry(client: Client) -> None:
    """Whoever changes it stays signed in."""
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEXT, "password2": NEXT})

    assert kinds() == ["account:password-set"]


def test_an_app_that_is_set_up_is_one_entry_and_its_recovery_codes_another(client: Client) -> None:
    """They are made with the first factor, and go with the last."""
    client.get(f"{FACTORS}totp/activate/")
    client.post(f"{FACTORS}totp/activate/", {"code": code(client.session["mfa.totp.secret"])})
    assert events() == [
        ("account:factor-added", "keeper", {"factor": "totp"}),
        ("account:recovery-codes-made", "keeper", {}),
    ]

    client.post(f"{FACTORS}recovery-codes/new/")
    assert kinds()[2:] == ["account:recovery-codes-made"]

    client.post(f"{FACTORS}totp/deactivate/")
    assert [details for _kind, _who, details in events()[3:]] == [{"factor": "recovery_codes"}, {"factor": "totp"}]
    assert set(kinds()[3:]) == {"account:factor-removed"}


def test_a_passkey_is_added_and_removed_with_one_entry_each(
    keeper: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The recovery codes are there already; the key itself is allauth's to check."""
    totp.TOTP.activate(keeper, totp.generate_totp_secret())
    Authenticator.objects.create(user=keeper, type=Authenticator.Type.RECOVERY_CODES, data={})
    verified = SimpleNamespace(is_user_verified=lambda: True)
    monkeypatch.setattr(webauthn, "parse_registration_response", lambda _given: None)
    monkeypatch.setattr(webauthn, "complete_registration", lambda _given: verified)

    client.post(f"{FACTORS}webauthn/add/", {"name": "blue key", "credential": '{"id": "key"}'})
    key = Authenticator.objects.get(type="webauthn")
    monkeypatch.setattr(Authenticator, "wrap", lambda one: SimpleNamespace(name="", instance=one))
    client.post(f"{FACTORS}webauthn/keys/{key.pk}/remove/")

    assert events() == [
        ("account:factor-added", "keeper", {"factor": "webauthn"}),
        ("account:factor-removed", "keeper", {"factor": "webauthn"}),
    ]


def test_a_passkey_with_another_name_is_one_entry(keeper: User, client: Client) -> None:
    """The names themselves are not in it."""
    key = passkey(keeper)

    client.post(f"{FACTORS}webauthn/keys/{key.pk}/edit/", {"name": "the old telephone"})

    assert Authenticator.objects.get().data["name"] == "the old telephone"
    assert events() == [("account:factor-renamed", "keeper", {"factor": "webauthn"})]


def test_looking_at_factors_is_no_entry(client: Client) -> None:
    """Nor is a code that is wrong while one is set up."""
    client.get(FACTORS)
    client.get(f"{FACTORS}totp/activate/")
    client.post(f"{FACTORS}totp/activate/", {"code": "000000"})

    assert events() == []
    assert not Authenticator.objects.exists()


def test_a_factor_stays_where_the_entry_cannot_be_written(
    keeper: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change and its entry are one."""
    key = passkey(keeper)

    def refuse(**_fields: object) -> None:
        raise DatabaseError("the ledger cannot be written")

    monkeypatch.setattr(actions, "record_factor_removed", refuse)
    with pytest.raises(DatabaseError, match="cannot be written"):
        client.post(f"{FACTORS}webauthn/keys/{key.pk}/remove/")

    assert Authenticator.objects.filter(pk=key.pk).exists()


@pytest.mark.usefixtures("keeper")
def test_nobody_is_signed_in_where_the_entry_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The door stays shut while nobody writes down who enters."""

    def refuse(**_fields: object) -> None:
        raise DatabaseError("the ledger cannot be written")

    monkeypatch.setattr(actions, "record_sign_in", refuse)
    client = Client(raise_request_exception=False)
    client.post(LOGIN, {"login": "keeper", "password": PASSWORD})

    assert "_auth_user_id" not in client.session
