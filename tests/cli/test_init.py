"""`kualik init`: a new casebook, whole or not at all."""

import os
import re
from pathlib import Path

import pytest

from kualik.casebook import folder
from tests.cli.apart import Place

pytestmark = pytest.mark.django_db  # on both databases, though in processes of their own


def test_a_new_casebook_is_ready_to_use(bare: Place) -> None:
    """One account with every role, nothing wrong, nothing left beside it; for the owner alone."""
    done = bare.under(KUALIK_USER="aigerim").run("init", "--name", "Комитет")

    made, first = done.stdout.splitlines()
    assert made == f"made {bare.casebook}"
    assert re.fullmatch(r"first sign-in: user aigerim, password (\w{4}-){3}\w{4}", first)
    assert [path.name for path in bare.casebook.parent.iterdir()] == ["casebook"]
    assert bare.casebook.stat().st_mode & 0o777 == 0o700
    assert folder.describe(bare.casebook).title == "Комитет"
    (account,) = bare.told("user", "list")
    assert (account["username"], len(account["roles"]), account["can_sign_in"]) == ("aigerim", 6, True)
    assert bare.told("verify")[0]["ok"]


def test_what_is_there_is_not_touched(apart: Place, tmp_path: Path) -> None:
    """Neither a casebook nor a folder with anything in it."""
    before = {path: path.stat().st_mtime_ns for path in apart.casebook.rglob("*")}
    assert "is not empty" in apart.run("init", code=1).stderr
    assert {path: path.stat().st_mtime_ns for path in apart.casebook.rglob("*")} == before
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine", encoding="utf-8")
    apart.at(tmp_path / "other").run("init", code=1)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["casebook", "other"]


def test_an_empty_folder_becomes_the_casebook(bare: Place) -> None:
    """As somebody makes one beforehand."""
    bare.casebook.mkdir()
    bare.run("init")

    assert bare.told("verify")[0]["ok"]


def test_a_database_holds_one_casebook(apart: Place, tmp_path: Path) -> None:
    """On PostgreSQL a second one does not go into the first one's; on SQLite each brings its own."""
    done = apart.at(tmp_path / "second").run("init", code=0 if apart.is_sqlite else 1)

    assert ("in use" in done.stderr) is not apart.is_sqlite
    assert (tmp_path / "second").exists() is apart.is_sqlite


def test_a_place_that_may_not_be_written_is_told(bare: Place, tmp_path: Path) -> None:
    """In one line, with the folder's name. A file stands in for the folder: root may write anywhere."""
    (tmp_path / "file").write_text("", encoding="ascii")
    done = bare.at(tmp_path / "file" / "casebook").run("init", code=1)

    assert done.stderr.count("\n") == 1
    assert str(tmp_path / "file") in done.stderr


PASSPHRASE = "steppe grass in the wind"


def test_an_encrypted_casebook_opens_with_passphrase_or_recovery_key(bare: Place, letters: Path) -> None:
    """With either everything works; without, with a wrong one, nothing; and no letter of it is readable on the disk."""
    sealed = bare.under(KUALIK_PASSPHRASE=PASSPHRASE)
    made = sealed.run("init", "--encrypt", "--name", "T").stdout
    recovery = made.partition("recovery key: ")[2].splitlines()[0]
    sealed.run("add", str(letters))

    assert bare.under(KUALIK_PASSPHRASE=recovery).told("verify")[0]["sources"] == 3
    before = on_disk(bare.casebook)
    assert "is encrypted" in bare.run("verify", code=1).stderr
    assert "nothing was changed" in bare.under(KUALIK_PASSPHRASE="wrong passphrase").run("verify", code=1).stderr
    assert on_disk(bare.casebook) == before
    readable = b"".join(before.values())
    for canary in ("Khadisha", "Ерлан", "Urumqi", "one.txt"):
        assert canary.encode() not in readable


def on_disk(path: Path) -> dict[Path, bytes]:
    """Read every file; SQLite's memory of who reads does not count."""
    return {one: one.read_bytes() for one in path.rglob("*") if one.is_file() and not one.name.endswith("-shm")}


@pytest.mark.parametrize("passphrase", ["", "short"])
def test_encryption_without_a_passphrase_that_will_do_makes_nothing(bare: Place, passphrase: str) -> None:
    """It says what is wanted."""
    done = bare.under(KUALIK_PASSPHRASE=passphrase).run("init", "--encrypt", code=1)

    assert "at least 12 characters" in done.stderr
    assert list(bare.casebook.parent.iterdir()) == []


def test_without_a_casebook_every_command_says_how_to_make_one(bare: Place) -> None:
    """In one line."""
    for words in (("verify",), ("add", os.devnull), ("user", "list"), ("work", "--once")):
        done = bare.run(*words, code=1)
        assert "kualik init" in done.stderr
        assert done.stderr.count("\n") == 1
