"""SQLite so that nothing acknowledged is lost, and nothing is missed for its capitals."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction
from sqlcipher3 import dbapi2

from kualik.casebook.sqlite import base
from kualik.cases.accounts import actions
from kualik.cases.accounts.models import Grant, Role, User
from tests.cases.casting import NOW

KEY = "0f" * 32

pytestmark = pytest.mark.django_db


def opened(path: Path, key: str | None = None) -> base.DatabaseWrapper:
    """Open a database of its own file, as Django would."""
    settings = connection.settings_dict | {
        "ENGINE": "kualik.casebook.sqlite",
        "NAME": str(path),
        "OPTIONS": {"timeout": 1, "transaction_mode": "IMMEDIATE"} | ({"key": key} if key else {}),
    }
    return base.DatabaseWrapper(settings, alias="other")


def asked(database: base.DatabaseWrapper, statement: str) -> object:
    """Ask for one value."""
    with database.cursor() as cursor:
        return cursor.execute(statement).fetchone()[0]


@pytest.mark.parametrize("key", [None, KEY])
def test_every_connection_is_durable(tmp_path: Path, key: str | None) -> None:
    """The first and the second: WAL, every commit on the disk, foreign keys held, deleted bytes overwritten."""
    for _ in range(2):
        database = opened(tmp_path / "one.sqlite3", key)
        found = {
            name: asked(database, f"PRAGMA {name}")
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store", "trusted_schema")
        }
        database.close()
        assert found == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "secure_delete": 1,
            "temp_store": 2,
            "trusted_schema": 0,
        }


@pytest.mark.parametrize(
    ("version", "defective"),
    [
        ((3, 40, 1), True),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 44, 6), False),
        ((3, 44, 5), True),
    ],
)
def test_a_defective_sqlite_is_known(version: tuple[int, ...], *, defective: bool) -> None:
    """3.7.0 to 3.51.2 lose commits, but for the two versions that got the correction later."""
    assert base.has_wal_reset_defect(version) is defective


def test_a_defective_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is opened with it, and the message says what to install."""
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 46, 0))

    with pytest.raises(ImproperlyConfigured, match="WAL-reset"):
        opened(tmp_path / "one.sqlite3").ensure_connection()
    assert list(tmp_path.iterdir()) == []


def test_ours_is_not_defective() -> None:
    """The SQLite that comes with the program has the correction."""
    assert not base.has_wal_reset_defect(dbapi2.sqlite_version_info)


def test_an_encrypted_database_opens_with_its_key_alone(tmp_path: Path) -> None:
    """No word of it on the disk, log included; without the key, or with another, nothing opens and nothing changes."""
    path = tmp_path / "one.sqlite3"
    database = opened(path, KEY)
    with database.cursor() as cursor:
        cursor.execute("CREATE TABLE letters (text TEXT)")
        cursor.execute("INSERT INTO letters VALUES (%s)", ["Хадиша Нұрланқызы"])
    on_disk = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    database.close()

    assert "Нұрлан".encode() not in on_disk
    assert not path.read_bytes().startswith(b"SQLite format 3")
    before = path.read_bytes()
    for wrong in (None, "ab" * 32):
        with pytest.raises(base.DatabaseWrapper.Database.DatabaseError):
            opened(path, wrong).connection or dbapi2.connect(path).execute("SELECT * FROM letters")
    assert path.read_bytes() == before
    assert asked(opened(path, KEY), "SELECT text FROM letters") == "Хадиша Нұрланқызы"


@pytest.mark.parametrize(
    ("name", "sought"),
    [("Ұлжан Өмірқызы", "ұлжан ө"), ("Әсия", "әСИЯ"), ("ғани", "ҒАН"), ("Йүсүп", "йҮСҮП"), ("Éva", "évA")],
)
def test_capitals_do_not_matter_in_any_alphabet(name: str, sought: str) -> None:
    """On both databases alike."""
    actions.create_first(at=NOW, username=name)

    assert User.objects.filter(username__icontains=sought).exists()
    assert User.objects.filter(username__istartswith=sought).exists()
    assert User.objects.filter(username__iexact=name.swapcase()).exists()
    assert User.objects.filter(username__iendswith=name[-3:].swapcase()).exists()


@pytest.mark.parametrize("sign", ["%", "_", "\\", "100%", "a_b"])
def test_signs_are_letters_when_sought(sign: str) -> None:
    """A per cent sign finds a per cent sign and not everything."""
    actions.create_first(at=NOW, username=f"x{sign}y")

    assert User.objects.filter(username__icontains=sign).exists()
    assert not User.objects.filter(username__icontains=f"{sign}{sign}").exists()


def test_a_row_that_points_nowhere_is_refused() -> None:
    """The database itself sees to it."""
    with pytest.raises(IntegrityError):
        _point_nowhere()


@transaction.atomic
def _point_nowhere() -> None:
    Grant.objects.create(user_id="00000000-0000-0000-0000-000000000001", role=Role.READER, granted_at=NOW)
    connection.check_constraints()
