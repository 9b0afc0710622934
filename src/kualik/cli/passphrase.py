"""`kualik passphrase`: another passphrase for an encrypted casebook."""

import os
import sys
from getpass import getpass
from pathlib import Path

import typer

from kualik.casebook import folder, keys
from kualik.casebook.errors import CasebookError, CasebookLocked
from kualik.cli import common
from kualik.cli.init import SHORTEST

__all__ = ["NEW", "NoNewPassphrase", "app"]

NEW = "KUALIK_NEW_PASSPHRASE_FILE"

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class NoNewPassphrase(CasebookError):
    """The passphrase cannot be changed."""

    def __init__(self, *, why: str) -> None:
        super().__init__(f"{why}; the passphrase is what it was")


@app.command()
def passphrase() -> None:
    """Change the passphrase of an encrypted casebook. The recovery key stays valid, and nothing is encrypted anew.

    Example: kualik passphrase
    """
    casebook = folder.checked(folder.located())
    if not folder.is_encrypted(casebook.path):
        raise NoNewPassphrase(why="this casebook is not encrypted: kualik init --encrypt makes one that is")
    given = common.ask_passphrase("Present passphrase, or the recovery key: ")
    if given is None:
        raise CasebookLocked(path=casebook.path)
    opened = keys.unlock(casebook.path / folder.KEYS, ask=lambda: given)
    keys.rewrap(casebook.path / folder.KEYS, keys=opened, passphrase=_new())
    common.say("the passphrase is changed; the recovery key is what it was")
    common.tell("start kualik serve and kualik work again with the new one; older backups open with the old one")


def _new() -> str:
    if named := os.environ.get(NEW):
        return _long_enough(Path(named).read_text(encoding="utf-8").rstrip("\r\n"))
    if not sys.stdin.isatty():
        raise NoNewPassphrase(why=f"nobody is at the terminal to be asked, and {NEW} names no file")
    given = _long_enough(getpass("New passphrase: "))
    if getpass("Once more: ") != given:
        raise NoNewPassphrase(why="the two new passphrases differ")
    return given


def _long_enough(given: str) -> str:
    if len(given) < SHORTEST:
        raise NoNewPassphrase(why=f"the new passphrase is too short: at least {SHORTEST} characters")
    return given
