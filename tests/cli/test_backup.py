"""`kualik backup`: everything in one file, as it was at one moment."""

import json
import tarfile
from pathlib import Path

import pyrage
import pytest

from tests.cli.apart import Place

pytestmark = pytest.mark.django_db  # on both databases, though in processes of their own


def test_a_backup_holds_everything(apart: Place, letters: Path, tmp_path: Path) -> None:
    """Database, originals, keys, description, and where the ledger ended; a warning that it is not encrypted."""
    apart.run("add", str(letters))
    done = apart.run("backup", str(tmp_path / "one.backup"))
    head = apart.told("verify")[0]
    with tarfile.open(tmp_path / "one.backup") as tar:
        names = tar.getnames()
        manifest = json.load(tar.extractfile("MANIFEST.json") or pytest.fail("no manifest"))

    rows = "casebook.sqlite3" if apart.is_sqlite else "rows.jsonl"
    assert {"MANIFEST.json", "SHA256SUMS", "casebook.toml", "keys.json", rows} <= set(names)
    assert sum(name.startswith("vault/") for name in names) == 3
    assert manifest["head"] == f"{head['entries']}:{head['head']}"
    assert "not encrypted" in done.stderr


def test_what_is_there_is_not_replaced_and_a_folder_gets_a_dated_file(apart: Place, tmp_path: Path) -> None:
    """A second backup goes beside the first."""
    apart.run("backup", str(tmp_path / "one.backup"))
    before = (tmp_path / "one.backup").read_bytes()
    assert "is there already" in apart.run("backup", str(tmp_path / "one.backup"), code=1).stderr
    (tmp_path / "stick").mkdir()
    apart.run("backup", str(tmp_path / "stick"))

    (dated,) = (tmp_path / "stick").iterdir()
    assert dated.name.startswith("kualik-2")
    assert (tmp_path / "one.backup").read_bytes() == before


def test_nothing_of_an_encrypted_casebook_is_readable_in_its_backup(bare: Place, letters: Path, tmp_path: Path) -> None:
    """Neither in the file nor left behind in the casebook."""
    sealed = bare.under(KUALIK_PASSPHRASE="steppe grass in the wind")
    sealed.run("init", "--encrypt")
    sealed.run("add", str(letters))
    sealed.run("backup", str(tmp_path / "one.backup"))
    found = (tmp_path / "one.backup").read_bytes()

    assert "Ерлан".encode() not in found
    assert b"Khadisha" not in found
    assert [path for path in (bare.casebook / "incoming").rglob("*") if path.is_file()] == []


def test_each_recipient_alone_opens_it(apart: Place, letters: Path, tmp_path: Path) -> None:
    """With any age program; a key that is none is refused before anything is written."""
    apart.run("add", str(letters))
    one, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    recipients = [word for key in (one, other) for word in ("--recipient", str(key.to_public()))]
    apart.run("backup", str(tmp_path / "one.backup"), *recipients)
    sealed = (tmp_path / "one.backup").read_bytes()

    assert pyrage.decrypt(sealed, [one]) == pyrage.decrypt(sealed, [other])
    assert b"Khadisha" not in sealed
    assert "no age key" in apart.run("backup", str(tmp_path / "two.backup"), "--recipient", "age1x", code=1).stderr
    assert not (tmp_path / "two.backup").exists()
