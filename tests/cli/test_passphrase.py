"""`kualik passphrase`: another passphrase for an encrypted casebook."""

import re
from pathlib import Path

import pytest

from tests.cli.apart import Place

OLD, NEW = "the birds of the steppe", "the rivers in the spring"

pytestmark = pytest.mark.django_db  # on both databases, though in processes of their own


def kept(tmp_path: Path, words: str) -> str:
    path = tmp_path / "new"
    path.write_text(f"{words}\n", encoding="utf-8")
    return str(path)


def test_the_new_passphrase_and_the_recovery_key_open_it(bare: Place, tmp_path: Path) -> None:
    """The old one opens it no more."""
    made = bare.under(KUALIK_PASSPHRASE=OLD, KUALIK_USER="aigerim").run("init", "--encrypt")
    match = re.search(r"recovery key: (\S+)", made.stdout)
    assert match

    bare.under(KUALIK_PASSPHRASE=OLD, KUALIK_NEW_PASSPHRASE_FILE=kept(tmp_path, NEW)).run("passphrase")

    for opens in (NEW, match[1]):
        assert bare.under(KUALIK_PASSPHRASE=opens).told("user", "list")
    bare.under(KUALIK_PASSPHRASE=OLD).run("user", "list", code=1)


def test_whoever_lost_it_sets_one_with_the_recovery_key(bare: Place, tmp_path: Path) -> None:
    """That is what the recovery key is for. A new one that is too short, or none at all, changes nothing."""
    made = bare.under(KUALIK_PASSPHRASE=OLD, KUALIK_USER="aigerim").run("init", "--encrypt")
    match = re.search(r"recovery key: (\S+)", made.stdout)
    assert match
    recovered = bare.under(KUALIK_PASSPHRASE=match[1])

    short = recovered.under(KUALIK_NEW_PASSPHRASE_FILE=kept(tmp_path, "short")).run("passphrase", code=1)
    nobody = recovered.run("passphrase", code=1)
    recovered.under(KUALIK_NEW_PASSPHRASE_FILE=kept(tmp_path, NEW)).run("passphrase")

    assert "too short" in short.stderr
    assert "the passphrase is what it was" in nobody.stderr
    assert bare.under(KUALIK_PASSPHRASE=NEW).told("user", "list")


def test_a_wrong_passphrase_changes_nothing(bare: Place, tmp_path: Path) -> None:
    """Whoever does not know it cannot change it."""
    bare.under(KUALIK_PASSPHRASE=OLD, KUALIK_USER="aigerim").run("init", "--encrypt")
    before = (bare.casebook / "keys.json").read_bytes()

    wrong = bare.under(KUALIK_PASSPHRASE="something else here", KUALIK_NEW_PASSPHRASE_FILE=kept(tmp_path, NEW))
    wrong.run("passphrase", code=1)

    assert (bare.casebook / "keys.json").read_bytes() == before


def test_a_plain_casebook_has_none_to_change(apart: Place, tmp_path: Path) -> None:
    """It says how an encrypted one is made."""
    done = apart.under(KUALIK_NEW_PASSPHRASE_FILE=kept(tmp_path, NEW)).run("passphrase", code=1)

    assert "kualik init --encrypt" in done.stderr
