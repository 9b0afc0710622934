"""`kualik user`: people and roles at the terminal."""

import io
import json

import pytest

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import roles_of
from tests.cases.casting import keeper, worker
from tests.cli.running import run

pytestmark = pytest.mark.django_db
PASSWORD = "steppe grass in the wind"


def test_an_account_is_made_with_its_roles(capsys: pytest.CaptureFixture[str]) -> None:
    """A reader where no role is named."""
    assert run(capsys, "user", "add", "saule", "--role", "editor", "--role", "publisher", "--name", "Сәуле").code == 0
    made, password = run(capsys, "user", "add", "daniyar").out.splitlines()

    assert made == "made daniyar: reader"
    assert User.objects.get(username="daniyar").check_password(password.rpartition(" ")[2])
    saule = User.objects.get(username="saule")
    assert roles_of(saule) == {Role.EDITOR, Role.PUBLISHER, Role.CONTRIBUTOR, Role.READER}
    assert str(saule) == "Сәуле"


def test_accounts_are_listed_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """With what each may do, and whether they can sign in."""
    worker("saule", Role.EDITOR)
    lines = run(capsys, "user", "list", "--json").out.splitlines()

    assert [json.loads(line)["username"] for line in lines] == ["aigerim", "saule"]
    assert run(capsys, "user", "list").out.splitlines()[1] == "saule\tSaule\teditor\tno password"


def test_a_role_is_given_and_taken(capsys: pytest.CaptureFixture[str]) -> None:
    """A role that there is not is wrong usage."""
    saule = worker("saule", Role.READER)
    assert run(capsys, "user", "role", "saule", "custodian").out == "saule: custodian given\n"
    assert run(capsys, "user", "role", "saule", "reader", "--end").out == "saule: reader ended\n"

    assert roles_of(saule) == {Role.CUSTODIAN, Role.READER}
    assert run(capsys, "user", "role", "saule", "king").code == 2


def test_a_password_comes_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line of it; a weak one is refused with the reason."""
    keeper()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert run(capsys, "user", "password", "aigerim").code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    ran = run(capsys, "user", "password", "aigerim")

    assert (ran.code, "at least 12 characters" in ran.err) == (1, True)
    assert keeper().check_password(PASSWORD)


def test_at_a_terminal_a_password_is_typed_twice(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that differ change nothing."""
    typed = iter([PASSWORD, PASSWORD + "!", PASSWORD, PASSWORD])
    monkeypatch.setattr("sys.stdin", type("Terminal", (io.StringIO,), {"isatty": lambda _self: True})())
    monkeypatch.setattr("kualik.cli.user.getpass", lambda _prompt: next(typed))

    ran = run(capsys, "user", "password", "aigerim")
    assert (ran.code, "differ" in ran.err, keeper().has_usable_password()) == (1, True, False)
    assert run(capsys, "user", "password", "aigerim").code == 0
    assert keeper().check_password(PASSWORD)


def test_an_account_is_closed(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that there is not is said."""
    worker("saule", Role.READER)
    assert run(capsys, "user", "deactivate", "saule").out == "saule: closed\n"
    assert run(capsys, "user", "list").out.splitlines()[1] == "saule\tSaule\treader\tclosed"
    assert "there is no account 'nobody'" in run(capsys, "user", "deactivate", "nobody").err


def test_whoever_is_no_administrator_manages_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    """At the terminal as on the pages."""
    worker("saule", Role.EDITOR)
    ran = run(capsys, "user", "add", "another", as_="saule")

    assert (ran.code, "takes the role administrator" in ran.err) == (1, True)


def test_a_lost_password_is_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    """By one for the next sign-in."""
    saule = worker("saule", Role.EDITOR)
    said = run(capsys, "user", "invite", "saule").out.strip()
    saule.refresh_from_db()

    assert saule.check_password(said.rpartition(" ")[2])
    assert saule.one_time_until is not None


def test_a_closed_account_opens_again(capsys: pytest.CaptureFixture[str]) -> None:
    """With its roles."""
    saule = worker("saule", Role.EDITOR)
    run(capsys, "user", "deactivate", "saule")

    assert run(capsys, "user", "reopen", "saule").out == "saule: open\n"
    assert Role.EDITOR in roles_of(User.objects.get(pk=saule.pk))
