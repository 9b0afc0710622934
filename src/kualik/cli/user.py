"""`kualik user`: people and roles."""

import json
import sys
from getpass import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from kualik.casebook.errors import CasebookError
from kualik.cli import common

if TYPE_CHECKING:
    from kualik.cases.accounts.models import Role
    from kualik.cases.accounts.queries import Account

__all__ = ["PasswordsDiffer", "app"]

ROLES = "reader, contributor, editor, publisher, custodian or administrator"

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="People and their roles. Example: kualik user add aigerim --role editor",
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that somebody signs in with.")]


class PasswordsDiffer(CasebookError):
    """The password was not typed the same twice."""

    def __init__(self) -> None:
        super().__init__("the two passwords differ; nothing was changed; try again")


@app.command("add", no_args_is_help=True)
def add(
    name: Name,
    role: Annotated[list[str] | None, typer.Option(help=f"{ROLES}; may be given several times.")] = None,
    display_name: Annotated[str, typer.Option("--name", help="The name that others see.")] = "",
) -> None:
    """Make an account, and print a password for its first sign-in: shown this once, good for seven days.

    Example: kualik user add aigerim --role editor --name "Aigerim"
    """
    common.open_casebook()
    from kualik.cases.accounts import actions

    roles = [_role(one) for one in role or ["reader"]]
    made = actions.invite(by=common.acting(), at=common.now(), username=name, display_name=display_name, roles=roles)
    common.say(f"made {made.user.username}: {', '.join(sorted(one.value for one in roles))}")
    common.say(f"password for the first sign-in: {made.password}")


@app.command("list")
def list_(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False) -> None:
    """List all accounts and what they may do.

    Example: kualik user list --json
    """
    common.open_casebook()
    from kualik.cases.accounts import queries

    for account in queries.users(common.acting()):
        common.say(json.dumps(_as_json(account), ensure_ascii=False) if as_json else _as_text(account))


@app.command("role", no_args_is_help=True)
def role(
    name: Name,
    role: Annotated[str, typer.Argument(metavar="ROLE", help=ROLES)],
    end: Annotated[bool, typer.Option("--end", help="Take it away instead.")] = False,
) -> None:
    """Give somebody a role, or take it away.

    Example: kualik user role aigerim publisher
    """
    common.open_casebook()
    from kualik.cases.accounts import actions, queries

    change = actions.end_grant if end else actions.grant
    change(by=common.acting(), at=common.now(), user=queries.by_username(name), role=_role(role))
    common.say(f"{name}: {role} {'ended' if end else 'given'}")


@app.command("password", no_args_is_help=True)
def password(name: Name) -> None:
    """Set a password: asked for twice, or one line of standard input.

    Example: kualik user password aigerim
    """
    common.open_casebook()
    from kualik.cases.accounts import actions, queries

    user = queries.by_username(name)
    actions.set_password(by=common.acting(), at=common.now(), user=user, password=_password())
    common.say(f"{name}: password set")


@app.command("invite", no_args_is_help=True)
def invite(name: Name) -> None:
    """Give somebody who lost their password a new one for one sign-in, good for seven days.

    Example: kualik user invite aigerim
    """
    common.open_casebook()
    from kualik.cases.accounts import actions, queries

    found = queries.by_username(name)
    made = actions.invite_again(by=common.acting(), at=common.now(), user=found)
    common.say(f"password for the next sign-in: {made.password}")


@app.command("deactivate", no_args_is_help=True)
def deactivate(name: Name) -> None:
    """Close an account; what it did stays.

    Example: kualik user deactivate daniyar
    """
    common.open_casebook()
    from kualik.cases.accounts import actions, queries

    actions.deactivate(by=common.acting(), at=common.now(), user=queries.by_username(name))
    common.say(f"{name}: closed")


@app.command("reopen", no_args_is_help=True)
def reopen(name: Name) -> None:
    """Open a closed account again, with the roles that it had.

    Example: kualik user reopen daniyar
    """
    common.open_casebook()
    from kualik.cases.accounts import actions, queries

    actions.reopen(by=common.acting(), at=common.now(), user=queries.by_username(name))
    common.say(f"{name}: open")


def _role(name: str) -> "Role":
    from kualik.cases.accounts.models import Role

    if name not in Role.values:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(Role.values)}", param_hint="ROLE")
    return Role(name)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given = getpass("New password: ")
    if getpass("Once more: ") != given:
        raise PasswordsDiffer
    return given


def _as_json(account: "Account") -> dict[str, object]:
    return {
        "username": account.username,
        "name": account.display_name,
        "roles": [role.value for role in account.roles],
        "active": account.is_active,
        "can_sign_in": account.can_sign_in,
        "created": account.created_at.isoformat(timespec="seconds"),
    }


def _as_text(account: "Account") -> str:
    state = "" if account.can_sign_in else "no password" if account.is_active else "closed"
    roles = ", ".join(role.value for role in account.roles)
    return "\t".join(part for part in (account.username, account.display_name, roles, state) if part)
