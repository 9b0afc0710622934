"""The folder of a casebook: what is laid out in it, and how it is read again."""

from pathlib import Path

import pytest

from kualik.casebook import folder, keys
from kualik.casebook.errors import (
    CasebookLocked,
    DamagedCasebook,
    NewerCasebook,
    NoCasebook,
    OtherDatabase,
    WrongPassphrase,
)

CHEAP = keys.Cost(passes=1, memory_kib=64, lanes=1)


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(folder.ADDRESS, raising=False)


def test_what_is_laid_out_is_read_again(tmp_path: Path) -> None:
    """Title in any alphabet, quotes and all; folders and files for the owner alone."""
    folder.lay_out(tmp_path, title='Комитет "Отан" 家属')
    found = folder.describe(tmp_path)

    assert (found.title, found.database, found.file_limit) == ('Комитет "Отан" 家属', "sqlite", 50 * 1024 * 1024)
    assert {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == dict.fromkeys(
        ("vault", "incoming", "keys.json", "casebook.toml"), 0
    )


def test_a_place_without_a_casebook_is_told(tmp_path: Path) -> None:
    """Missing folder, empty folder, file in its place: the message says how to name or make one."""
    (tmp_path / "file").write_text("", encoding="ascii")

    for path in (tmp_path, tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(NoCasebook, match="kualik init"):
            folder.describe(path)


def test_a_newer_casebook_is_refused_unchanged(tmp_path: Path) -> None:
    """The newer format is named, and nothing is touched."""
    folder.lay_out(tmp_path, title="T")
    text = (tmp_path / "casebook.toml").read_text(encoding="utf-8").replace("format = 1", "format = 2")
    (tmp_path / "casebook.toml").write_text(text, encoding="utf-8")

    with pytest.raises(NewerCasebook, match="install the newer version"):
        folder.describe(tmp_path)


@pytest.mark.parametrize("text", ["", "format = ", "format = 'one'", "format = 1\nfile_limit_mib = 'many'", "\x00"])
def test_a_damaged_description_is_told(tmp_path: Path, text: str) -> None:
    """The file is named, and where it can be had again."""
    (tmp_path / "casebook.toml").write_text(text, encoding="utf-8")

    with pytest.raises(DamagedCasebook, match=r"casebook\.toml"):
        folder.describe(tmp_path)


def test_the_other_kind_of_database_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A casebook in SQLite is not looked for in PostgreSQL, nor the other way round."""
    folder.lay_out(tmp_path, title="T")
    monkeypatch.setenv(folder.ADDRESS, "postgresql://a:b@c/d")

    with pytest.raises(OtherDatabase, match="take KUALIK_DATABASE_URL away"):
        folder.checked(tmp_path)
    assert folder.database(tmp_path)["ENGINE"] == "django.db.backends.postgresql"

    folder.write_description(folder.Casebook(path=tmp_path, title="T", database="postgresql"))
    monkeypatch.delenv(folder.ADDRESS)
    with pytest.raises(OtherDatabase, match="set KUALIK_DATABASE_URL"):
        folder.checked(tmp_path)


def test_an_encrypted_casebook_needs_its_passphrase_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it nothing opens; with it the database gets a key that stands nowhere on the disk."""
    recovery = folder.lay_out(tmp_path, title="T", passphrase="a long passphrase", cost=CHEAP)
    monkeypatch.setattr(folder, "_unlocked", {})  # as in a new process
    monkeypatch.delenv("KUALIK_PASSPHRASE", raising=False)

    assert recovery
    with pytest.raises(CasebookLocked):
        folder.database(tmp_path)
    with pytest.raises(WrongPassphrase):
        folder.unlock(tmp_path, passphrase="another passphrase")
    folder.unlock(tmp_path, passphrase="a long passphrase")
    key = folder.database(tmp_path)["OPTIONS"]["key"]
    assert len(key) == 64
    assert key not in (tmp_path / "keys.json").read_text(encoding="ascii")


def test_a_plain_casebook_gives_its_database_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No key, every transaction IMMEDIATE, and a secret for sessions that is the same every time."""
    folder.lay_out(tmp_path, title="T")

    assert folder.database(tmp_path)["OPTIONS"] == {"timeout": 20, "transaction_mode": "IMMEDIATE"}
    monkeypatch.setenv("KUALIK_PATIENCE", "3")
    assert folder.database(tmp_path)["OPTIONS"]["timeout"] == 3
    assert folder.secret_key(tmp_path) == folder.secret_key(tmp_path) is not None
    assert folder.secret_key(tmp_path / "nowhere") is None
    assert folder.upload_folder(tmp_path) == str(tmp_path / "incoming")
    assert folder.upload_folder(tmp_path / "nowhere") is None


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Else it is `casebook` in the folder where one stands."""
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))
    assert folder.located() == tmp_path
    monkeypatch.delenv(folder.VARIABLE)
    monkeypatch.chdir(tmp_path)
    assert folder.located() == tmp_path / "casebook"
