"""`kualik restore`: back as it was, or refused with what is wrong."""

import json
import random
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from subprocess import CompletedProcess

import pyrage
import pytest

from kualik.casebook.archive import Member, pack
from tests.cli.apart import Place, place

pytestmark = pytest.mark.django_db  # on both databases, though in processes of their own


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Place]:
    """Another place, with a database of its own, to restore into."""
    with place(tmp_path / "restored") as given:
        yield given


@pytest.fixture
def backup(apart: Place, letters: Path, tmp_path: Path) -> Path:
    """A backup of a casebook with three letters."""
    apart.run("add", str(letters))
    apart.run("backup", str(tmp_path / "one.backup"))
    return tmp_path / "one.backup"


def restore(target: Place, backup: Path, *words: str, code: int = 0) -> CompletedProcess[str]:
    """Restore into the target's folder."""
    return target.run("restore", str(backup), str(target.casebook), *words, code=code)


def test_what_is_restored_is_what_was_kept(apart: Place, backup: Path, target: Place, letters: Path) -> None:
    """The same ledger to the last hash; the same files add nothing; work goes on."""
    restore(target, backup)

    assert target.told("verify") == apart.told("verify")
    assert {line["result"] for line in target.told("add", str(letters))} == {"already here"}
    target.run("user", "add", "saule")
    assert target.told("verify")[0]["ok"]
    assert not (target.casebook / "MANIFEST.json").exists()


def test_a_place_in_use_is_not_touched(apart: Place, backup: Path, target: Place) -> None:
    """Neither a folder with anything in it nor a database with a casebook."""
    before = apart.told("verify")
    assert "is not empty" in restore(apart, backup, code=1).stderr
    assert apart.told("verify") == before
    restore(target, backup)
    other = target.at(target.casebook.with_name("second"))
    done = restore(other, backup, code=0 if target.is_sqlite else 1)
    assert ("in use" in done.stderr) is not target.is_sqlite


def test_a_damaged_backup_is_refused_and_leaves_nothing(backup: Path, target: Place) -> None:
    """A flipped bit, a missing end: it says so, and no folder is there afterwards."""
    whole = backup.read_bytes()
    chance = random.Random(8)  # noqa: S311 (where, not a secret)
    flipped = bytearray(whole)
    flipped[chance.randrange(len(whole))] ^= 1
    for content in (bytes(flipped), whole[: chance.randrange(len(whole))]):
        backup.write_bytes(content)
        assert "nothing was restored" in restore(target, backup, code=1).stderr
    assert not target.casebook.exists()
    assert [path.name for path in target.casebook.parent.iterdir() if path.name.startswith(".")] == []


def remade(backup: Path, change: dict[str, bytes | None]) -> None:
    """Make the backup anew with other content, as somebody would who knows how it is made."""
    with tarfile.open(backup) as tar:
        content = {name: (tar.extractfile(name) or BytesIO()).read() for name in tar.getnames()}
    content.pop("SHA256SUMS")
    to = BytesIO()
    pack([Member(name=name, content=one) for name, one in (content | change).items() if one is not None], to)
    backup.write_bytes(to.getvalue())


def test_a_backup_made_over_is_refused(backup: Path, target: Place) -> None:
    """All hashes fit, and yet an original is another, an original is missing, the ledger ends elsewhere."""
    with tarfile.open(backup) as tar:
        original = next(name for name in tar.getnames() if name.startswith("vault/"))
        manifest = json.load(tar.extractfile("MANIFEST.json") or BytesIO())
    whole = backup.read_bytes()
    shorter = json.dumps(manifest | {"head": f"1:{'0' * 64}"}).encode()
    changes: tuple[dict[str, bytes | None], ...] = (
        {original: b"forged"},
        {original: None},
        {"MANIFEST.json": shorter},
        {"MANIFEST.json": b"[]"},
        {"MANIFEST.json": json.dumps(manifest | {"format": 99}).encode()},
        {"casebook.sqlite3" if target.is_sqlite else "rows.jsonl": None},
    )
    for change in changes:
        backup.write_bytes(whole)
        remade(backup, change)
        restore(target, backup, code=1)
        assert not target.casebook.exists()


def test_an_older_backup_is_refused_where_a_later_end_was_witnessed(apart: Place, backup: Path, target: Place) -> None:
    """What somebody wrote down last week is not in the backup of last month."""
    apart.run("user", "add", "saule")
    later = apart.told("verify")[0]
    witnessed = f"{later['entries']}:{later['head']}"

    assert "witnessed" in restore(target, backup, "--witnessed", witnessed, code=1).stderr


def test_an_encrypted_backup_needs_its_key(apart: Place, letters: Path, target: Place, tmp_path: Path) -> None:
    """None, another one, the right one; a damaged one is told from one for another key."""
    apart.run("add", str(letters))
    ours, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    (tmp_path / "ours.txt").write_text(f"# made today\n{ours}\n", encoding="ascii")
    (tmp_path / "other.txt").write_text(f"{other}\n", encoding="ascii")
    (tmp_path / "none.txt").write_text("hello\n", encoding="ascii")
    sealed = tmp_path / "one.backup"
    apart.run("backup", str(sealed), "--recipient", str(ours.to_public()))

    assert "--identity" in restore(target, sealed, code=1).stderr
    assert "to another key" in restore(target, sealed, "--identity", str(tmp_path / "other.txt"), code=1).stderr
    assert "no age or ssh key" in restore(target, sealed, "--identity", str(tmp_path / "none.txt"), code=1).stderr
    whole = sealed.read_bytes()
    sealed.write_bytes(whole[:-1000])
    assert "cannot be decrypted" in restore(target, sealed, "--identity", str(tmp_path / "ours.txt"), code=1).stderr
    sealed.write_bytes(whole)
    restore(target, sealed, "--identity", str(tmp_path / "ours.txt"))
    assert target.told("verify") == apart.told("verify")


def test_an_encrypted_casebook_comes_back_encrypted(bare: Place, letters: Path, target: Place, tmp_path: Path) -> None:
    """With its passphrase, and with no other."""
    word = {"KUALIK_PASSPHRASE": "steppe grass in the wind"}
    bare.under(**word).run("init", "--encrypt")
    bare.under(**word).run("add", str(letters))
    bare.under(**word).run("backup", str(tmp_path / "one.backup"))

    assert (
        "neither the passphrase"
        in restore(target.under(KUALIK_PASSPHRASE="wrong passphrase"), tmp_path / "one.backup", code=1).stderr
    )
    restore(target.under(**word), tmp_path / "one.backup")
    assert target.under(**word).told("verify")[0]["sources"] == 3
    assert "is encrypted" in target.run("verify", code=1).stderr


def test_what_is_no_backup_is_refused(target: Place, tmp_path: Path) -> None:
    """A letter, an empty file, nothing at all."""
    (tmp_path / "letter.txt").write_text("Dear all, " * 100, encoding="ascii")
    (tmp_path / "empty").touch()
    for name in ("letter.txt", "empty", "nowhere"):
        done = restore(target, tmp_path / name, code=1)
        assert done.stderr.count("\n") == 1
