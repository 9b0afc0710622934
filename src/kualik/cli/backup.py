"""`kualik backup`: a copy of everything, in one file."""

import json
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO, cast

import pyrage
import typer

from kualik.casebook import folder
from kualik.casebook.archive import MANIFEST, ROWS, SEALED_ROWS, Member, pack, put_in_place
from kualik.casebook.errors import CasebookError
from kualik.casebook.folder import Casebook
from kualik.cli import common

__all__ = ["FORMAT", "BadRecipient", "app", "write"]

FORMAT = 1
Recipient = Any  # pyrage has no type for what encrypts: x25519 and ssh recipients alike

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class BadRecipient(CasebookError):
    """A backup cannot be encrypted to this key."""

    def __init__(self, *, recipient: str) -> None:
        super().__init__(f"{recipient!r} is no age key (age1…) and no ssh key; nothing was written")
        self.recipient = recipient


@app.command(no_args_is_help=True)
def backup(
    dest: Annotated[Path, typer.Argument(metavar="DEST", help="A new file, or a folder to put one in.")],
    recipient: Annotated[
        list[str] | None, typer.Option(help="Encrypt to this age or ssh key; may be given several times.")
    ] = None,
) -> None:
    """Copy database, originals and keys into one file; an encrypted casebook stays encrypted in it.

    Example: kualik backup /media/stick --recipient age1…
    """
    casebook = common.open_casebook()
    common.acting()
    recipients = [_recipient(one) for one in recipient or ()]
    if not recipients and not folder.is_encrypted(casebook.path):
        common.tell("this backup is not encrypted: whoever has it can read it; --recipient encrypts it")
    path = dest / f"kualik-{common.now():%Y%m%dT%H%M%SZ}.backup" if dest.is_dir() else dest
    head = write(casebook, path.absolute(), recipients)
    common.say(f"{path}\t{head}")


def write(casebook: Casebook, path: Path, recipients: list[Recipient]) -> str:
    """Write a backup; it comes into its place whole or not at all.

    Returns:
        The head of the ledger in it, "number:hash".

    Raises:
        PlaceTaken: there is a file already.
        DiskFull: there is no room.
    """
    with tempfile.TemporaryDirectory(dir=_work_folder(casebook)) as work, put_in_place(path) as file:
        copied, manifest = _copy(casebook, Path(work))
        members = _members(casebook, copied, manifest)
        if recipients:
            with _piped(members) as plain:
                pyrage.encrypt_io(plain, file, recipients)
        else:
            pack(members, file)
    return cast("str", manifest["head"])


def _work_folder(casebook: Casebook) -> Path:
    """Say where the database is copied to: a copy of an encrypted SQLite is encrypted itself and may be large."""
    in_place = casebook.database == "sqlite"
    return casebook.path / folder.INCOMING if in_place else folder.work_folder(casebook.path)


def _recipient(text: str) -> Recipient:
    kind = pyrage.ssh if text.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise BadRecipient(recipient=text) from error


def _copy(casebook: Casebook, work: Path) -> tuple[Path, dict[str, object]]:
    """Copy the database as it is at one moment, and say what is in the copy."""
    from django.db import connection

    from kualik.casebook.rows import dump, snapshot

    if connection.vendor == "sqlite":
        copied = work / folder.DATABASE
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copied)])
            return copied, _manifest(casebook, _of_copy(cursor, copied))
    copied = work / ROWS
    with snapshot():
        with copied.open("wb") as file:
            dump(file)
        return _sealed(casebook, copied), _manifest(casebook, _of_database())


def _of_copy(cursor: Any, copied: Path) -> tuple[int, str, int]:
    cursor.execute("ATTACH DATABASE %s AS copied", [str(copied)])
    try:
        last = cursor.execute("SELECT seq, hash FROM copied.ledger_entry ORDER BY seq DESC LIMIT 1").fetchone()
        (sources,) = cursor.execute("SELECT count(*) FROM copied.sources_source").fetchone()
        return (*last, sources)
    finally:
        cursor.execute("DETACH DATABASE copied")


def _of_database() -> tuple[int, str, int]:
    from kualik.cases.ledger.queries import head
    from kualik.cases.sources.models import Source

    return (*head(), Source.objects.count())


def _sealed(casebook: Casebook, rows: Path) -> Path:
    """Encrypt rows to the casebook's own identity, where it has one."""
    identity = folder.unlocked(casebook.path).identity
    if not identity:
        return rows
    sealed = rows.with_name(SEALED_ROWS)
    with rows.open("rb") as plain, sealed.open("wb") as file:
        pyrage.encrypt_io(plain, file, [pyrage.x25519.Identity.from_str(identity).to_public()])
    return sealed


def _manifest(casebook: Casebook, found: tuple[int, str, int]) -> dict[str, object]:
    seq, hash_, sources = found
    return {
        "format": FORMAT,
        "made": common.now().isoformat(timespec="seconds"),
        "database": casebook.database,
        "sources": sources,
        "head": f"{seq}:{hash_}",
    }


def _members(casebook: Casebook, copied: Path, manifest: dict[str, object]) -> Iterator[Member]:
    yield Member(name=MANIFEST, content=json.dumps(manifest, indent=2).encode())
    yield Member(name=folder.DESCRIPTION, content=casebook.path / folder.DESCRIPTION)
    yield Member(name=folder.KEYS, content=casebook.path / folder.KEYS)
    yield Member(name=copied.name, content=copied)
    vault = folder.vault(casebook.path)
    for name in vault.names():
        yield Member(name=f"{folder.VAULT}/{name[:2]}/{name}", content=vault.place_of(name))


@contextmanager
def _piped(members: Iterator[Member]) -> Iterator[BinaryIO]:
    """Give a backup as a stream to be read, so that it is nowhere on the disk unencrypted."""
    out, into = os.pipe()
    faults: list[OSError] = []

    def fill() -> None:
        try:
            with os.fdopen(into, "wb") as file:
                pack(members, file)
        except OSError as fault:
            faults.append(fault)

    filling = threading.Thread(target=fill, name="kualik-backup")
    filling.start()
    try:
        with os.fdopen(out, "rb") as file:
            yield file
    finally:
        filling.join()
    if faults:  # what was read until then is no backup
        raise faults[0]
