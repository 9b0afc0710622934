"""Where a casebook is, and what Django needs to know of it.

A casebook is one folder: `casebook.sqlite3` (or a PostgreSQL database elsewhere), `vault/`, `incoming/` for uploads on
their way in, `keys.json`, `casebook.toml`.
"""

import json
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kualik.casebook import keys
from kualik.casebook.address import postgresql
from kualik.casebook.durable import make_folder, write_file
from kualik.casebook.errors import DamagedCasebook, NewerCasebook, NoCasebook, OtherDatabase
from kualik.casebook.vault import Vault

__all__ = [
    "ADDRESS",
    "DATABASE",
    "DESCRIPTION",
    "FORMAT",
    "INCOMING",
    "KEYS",
    "VARIABLE",
    "VAULT",
    "Casebook",
    "checked",
    "database",
    "describe",
    "exists",
    "is_encrypted",
    "kind_of_database",
    "lay_out",
    "located",
    "secret_key",
    "unlock",
    "unlocked",
    "upload_folder",
    "vault",
    "work_folder",
    "write_description",
]

VARIABLE = "KUALIK_CASEBOOK"
ADDRESS = "KUALIK_DATABASE_URL"
FORMAT = 1
PATIENCE = 20  # seconds, where KUALIK_PATIENCE names no other number
DESCRIPTION, KEYS, DATABASE, VAULT, INCOMING = "casebook.toml", "keys.json", "casebook.sqlite3", "vault", "incoming"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 (files in it get random names, for the owner only)
MIB = 1024 * 1024

_unlocked: dict[Path, keys.Keys] = {}  # what this process has opened: asking for a passphrase once is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Casebook:
    """What `casebook.toml` says. The title and the keeper's id are not encrypted."""

    path: Path
    title: str
    database: str = "sqlite"  # or "postgresql"
    keeper: str = ""  # id of the first account, in whose name the terminal acts when nobody else is named
    file_limit: int = 50 * MIB  # bytes


def located() -> Path:
    """Find the casebook at hand: the folder that KUALIK_CASEBOOK names, or ./casebook."""
    return Path(os.environ.get(VARIABLE) or "casebook").absolute()


def exists(path: Path) -> bool:
    """Say whether there is a casebook in that folder."""
    return (path / DESCRIPTION).is_file()


def kind_of_database() -> str:
    """Say which kind of database the environment names."""
    return "postgresql" if os.environ.get(ADDRESS) else "sqlite"


def lay_out(path: Path, *, title: str, passphrase: str | None = None, cost: keys.Cost = keys.COST) -> str | None:
    """Make the folders, keys and description of a new casebook; its database comes by migration.

    Args:
        path: an existing folder with no casebook in it.
        title: what the casebook is called.
        passphrase: encrypts it; None leaves it plain.
        cost: what one guess of the passphrase is to cost.

    Returns:
        For an encrypted casebook the recovery key, which is kept nowhere.
    """
    for name in (VAULT, INCOMING):
        make_folder(path / name)
    made, recovery = keys.create(path / KEYS, passphrase=passphrase, cost=cost)
    _unlocked[path] = made
    write_description(Casebook(path=path, title=title, database=kind_of_database()))
    return recovery


def write_description(casebook: Casebook) -> None:
    """Write `casebook.toml`."""
    lines = (
        f"format = {FORMAT}",
        f"title = {json.dumps(casebook.title, ensure_ascii=False)}",
        f"database = {json.dumps(casebook.database)}",
        f"keeper = {json.dumps(casebook.keeper)}",
        f"file_limit_mib = {casebook.file_limit // MIB}",
    )
    write_file(casebook.path / DESCRIPTION, ("\n".join(lines) + "\n").encode())


def describe(path: Path) -> Casebook:
    """Read `casebook.toml`.

    Raises:
        NoCasebook: there is none.
        NewerCasebook: a newer program wrote it.
        DamagedCasebook: it cannot be understood.
    """
    place = path / DESCRIPTION
    try:
        content = tomllib.loads(place.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoCasebook(path=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DamagedCasebook(path=place, what=f"not readable: {error}") from error
    if not isinstance(content.get("format"), int):
        raise DamagedCasebook(path=place, what="says no format")
    if content["format"] > FORMAT:
        raise NewerCasebook(path=path, found=f"casebook format {content['format']}", known=f"format {FORMAT}")
    return _described(place, content)


def _described(place: Path, content: dict[str, Any]) -> Casebook:
    limit = content.get("file_limit_mib", 50)
    if not isinstance(limit, int) or limit < 1:
        raise DamagedCasebook(path=place, what=f"file_limit_mib is not a whole number of MiB: {limit!r}")
    return Casebook(
        path=place.parent,
        title=str(content.get("title", "")),
        database=str(content.get("database", "sqlite")),
        keeper=str(content.get("keeper", "")),
        file_limit=limit * MIB,
    )


def checked(path: Path) -> Casebook:
    """Read the description, and refuse where the environment names another kind of database.

    Raises:
        OtherDatabase: KUALIK_DATABASE_URL is set and should not be, or the other way round.
    """
    casebook = describe(path)
    if casebook.database != kind_of_database():
        raise OtherDatabase(path=path, expected=casebook.database, given=kind_of_database())
    return casebook


def unlock(path: Path, *, passphrase: str | None = None) -> None:
    """Open the casebook's keys for the rest of this process.

    Raises:
        CasebookLocked: a passphrase is needed, and neither given nor in the environment.
        WrongPassphrase: it does not fit; nothing was changed.
    """
    if path not in _unlocked:
        _unlocked[path] = keys.unlock(path / KEYS, ask=(lambda: passphrase) if passphrase else None)


def unlocked(path: Path) -> keys.Keys:
    """Give the casebook's keys, opening them where that needs nobody at the keyboard."""
    unlock(path)
    return _unlocked[path]


def is_encrypted(path: Path) -> bool:
    """Say whether a casebook needs a passphrase."""
    return keys.is_encrypted(path / KEYS)


def vault(path: Path) -> Vault:
    """Open the vault of originals."""
    return Vault(path / VAULT, unlocked(path))


def secret_key(casebook: Path) -> str | None:
    """Derive the key that signs sessions; None where there is no casebook yet."""
    return unlocked(casebook).derive("sessions").hex() if exists(casebook) else None


def upload_folder(casebook: Path) -> str | None:
    """Say where uploads wait while they arrive; None where there is no casebook yet."""
    return str(work_folder(casebook)) if exists(casebook) else None


def work_folder(casebook: Path) -> Path:
    """Say where things lie for a moment: inside the casebook, never in a shared folder.

    What belongs to an encrypted casebook lies unencrypted in memory only, where the system has a place for that.
    """
    if is_encrypted(casebook) and os.access(IN_MEMORY, os.W_OK):
        return IN_MEMORY
    make_folder(casebook / INCOMING)
    return casebook / INCOMING


def database(casebook: Path) -> dict[str, Any]:
    """Describe the database to Django: PostgreSQL where the environment names one, else SQLite in the folder."""
    if url := os.environ.get(ADDRESS):
        return postgresql(url)
    return {
        "ENGINE": "kualik.casebook.sqlite",
        "NAME": casebook / DATABASE,
        "OPTIONS": {"timeout": _patience(), "transaction_mode": "IMMEDIATE"} | _key(casebook),
    }


def _patience() -> int:
    """Say for how many seconds a command waits for a database that another program holds."""
    given = os.environ.get("KUALIK_PATIENCE", "")
    return int(given) if given.isdecimal() else PATIENCE


def _key(casebook: Path) -> dict[str, str]:
    if not exists(casebook) or not is_encrypted(casebook):
        return {}
    return {"key": unlocked(casebook).derive("database").hex()}
