"""What every command does that works on a casebook: find it, unlock it, make Django ready, know who acts."""

import os
import re
import sys
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from kualik.casebook import folder, keys
from kualik.casebook.errors import CasebookError, NewerCasebook
from kualik.casebook.folder import Casebook

if TYPE_CHECKING:
    from kualik.cases.accounts.models import User

__all__ = [
    "ACTOR",
    "NobodyActs",
    "acting",
    "ask_passphrase",
    "bring_up_to_date",
    "file_limit",
    "now",
    "open_casebook",
    "say",
    "set_up",
    "tell",
]

ACTOR = "KUALIK_USER"
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # control characters but tab and line feed


class NobodyActs(CasebookError):
    """It is not known in whose name the terminal acts."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path} names no keeper; say who you are with --as NAME or {ACTOR}")


def now() -> datetime:
    """Read the clock."""
    return datetime.now(tz=UTC)


def say(text: str) -> None:
    """Print one line of what was asked for, at once: it is an acknowledgement."""
    sys.stdout.write(f"{_harmless(text)}\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """Tell whoever sits at the terminal something beside the result."""
    sys.stderr.write(f"kualik: {_harmless(text)}\n")


def _harmless(text: str) -> str:
    """Blank what steers a terminal: names of files, and of what archives hold, are a stranger's."""
    return STEERING.sub(" ", text)


def ask_passphrase(prompt: str) -> str | None:
    """Take the passphrase from the environment, or ask for it where somebody sits at the terminal."""
    given = keys.from_environment()
    return given if given is not None or not sys.stdin.isatty() else getpass(prompt)


def open_casebook() -> Casebook:
    """Open the casebook at hand: unlock it, make Django ready, bring its tables up to date.

    Raises:
        NoCasebook: there is none.
        NewerCasebook: a newer program wrote it.
        OtherDatabase: KUALIK_DATABASE_URL is set and should not be, or the other way round.
        CasebookLocked: it needs a passphrase.
        WrongPassphrase: that was not it.
    """
    casebook = folder.checked(folder.located())
    if folder.is_encrypted(casebook.path):
        folder.unlock(casebook.path, passphrase=ask_passphrase(f"Passphrase of {casebook.path}: "))
    set_up(casebook.path)
    bring_up_to_date(casebook.path)
    return casebook


def set_up(path: Path) -> None:
    """Make Django ready for one casebook."""
    os.environ[folder.VARIABLE] = str(path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kualik.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def bring_up_to_date(path: Path) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    applied, known = set(loader.applied_migrations), set(loader.graph.nodes)
    ours = {app for app, _ in known}
    if newer := sorted(f"{app} {name}" for app, name in applied - known if app in ours):
        raise NewerCasebook(path=path, found=f"table {newer[-1]}", known=f"{len(known)} table versions, not that one")
    if known - applied:
        tell(f"bringing the tables of {path} up to date")
        call_command("migrate", verbosity=0, interactive=False)


def acting() -> "User":
    """Find in whose name the terminal acts: --as NAME, KUALIK_USER, or the casebook's keeper.

    Raises:
        NoSuchAccount: there is no account of that name.
        NobodyActs: nobody is named and the casebook has no keeper.
    """
    from kualik.cases.accounts import queries

    if named := os.environ.get(ACTOR):
        return queries.by_username(named)
    casebook = folder.describe(folder.located())
    if not casebook.keeper:
        raise NobodyActs(path=casebook.path)
    return queries.by_id(casebook.keeper)


def file_limit() -> int:
    """Say how many bytes a file may have in the casebook at hand."""
    return folder.describe(folder.located()).file_limit
