"""`kualik init`: a new casebook."""

import getpass
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from kualik.casebook import folder
from kualik.casebook.durable import sync_folder
from kualik.casebook.errors import CasebookError, PlaceTaken
from kualik.cli import common

__all__ = ["PassphraseNeeded", "app", "make"]

SHORTEST = 12  # characters of a passphrase

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class PassphraseNeeded(CasebookError):
    """An encrypted casebook was asked for without a passphrase that will do."""

    def __init__(self, *, what: str) -> None:
        super().__init__(
            f"{what}; give one of at least {SHORTEST} characters at the prompt, or in the file that "
            "KUALIK_PASSPHRASE_FILE names; nothing was made"
        )


@app.command()
def init(
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Encrypt the database and the originals.")] = False,
    name: Annotated[str, typer.Option("--name", help="What the casebook is called; not kept secret.")] = "Casebook",
) -> None:
    """Make a new casebook, with you as its first account.

    Example: kualik init --encrypt --name "Committee of relatives"
    """
    path = folder.located()
    passphrase = _new_passphrase() if encrypt else None
    made = make(path=path, title=name, passphrase=passphrase, username=_username())
    common.say(f"made {path}")
    if made.recovery:
        common.say(f"recovery key: {made.recovery}")
        common.tell("write the recovery key on paper and keep it in another house: it is shown this once,")
        common.tell("it opens the casebook without the passphrase, and without both nobody can open it again")
        if folder.kind_of_database() == "postgresql":
            common.tell("the originals are encrypted, the PostgreSQL database is not: encrypt its disk")
    common.say(f"first sign-in: user {_username()}, password {made.password}")
    common.tell("that password is shown this once and works for seven days; the first sign-in asks for one of your own")
    common.tell("to serve the pages: kualik serve")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is shown once about a new casebook: the password of the first sign-in, and the recovery key if encrypted."""

    password: str
    recovery: str | None


def make(*, path: Path, title: str, passphrase: str | None, username: str) -> Made:
    """Make a casebook, whole or not at all: in a folder beside its place, renamed into it at the end.

    Returns:
        What nobody can be shown a second time.

    Raises:
        PlaceTaken: something is there already, in the folder or in the database.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise PlaceTaken(path=path, what="is there already and is not empty")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path) as new:
        recovery = folder.lay_out(new, title=title, passphrase=passphrase)
        common.set_up(new)
        password = _fill(new, username)
        new.replace(path)
        sync_folder(path.parent)
    return Made(password=password, recovery=recovery)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    new = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)  # after a success it has its new name, and nothing is left here


def _fill(new: Path, username: str) -> str:
    from django.core.management import call_command
    from django.db import connections

    from kualik.cases.accounts import actions, passwords, queries

    call_command("migrate", verbosity=0, interactive=False)
    if not queries.is_empty():
        raise PlaceTaken(path=Path(connections["default"].settings_dict["NAME"]), what="is a database in use already")
    password = passwords.one_time()
    keeper = actions.create_first(at=common.now(), username=username, password=password, once=True)
    folder.write_description(replace(folder.describe(new), keeper=str(keeper.pk)))
    connections.close_all()
    return password


def _username() -> str:
    try:
        return os.environ.get(common.ACTOR) or getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number without a name
        return "keeper"


def _new_passphrase() -> str:
    given = common.ask_passphrase("New passphrase: ")
    if not given or len(given) < SHORTEST:
        raise PassphraseNeeded(what="this passphrase is too short" if given else "there is no passphrase")
    if sys.stdin.isatty() and not _from_environment() and getpass.getpass("Once more: ") != given:
        raise PassphraseNeeded(what="the two passphrases differ")
    return given


def _from_environment() -> bool:
    return bool(os.environ.get("KUALIK_PASSPHRASE_FILE") or os.environ.get("KUALIK_PASSPHRASE"))
