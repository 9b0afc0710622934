"""`kualik restore`: a casebook brought back from a backup, after it was checked."""

import json
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import pyrage
import typer

from kualik.casebook import folder
from kualik.casebook.archive import MANIFEST, ROWS, SEALED_ROWS, SUMS, DamagedBackup, extract
from kualik.casebook.durable import make_folder, sync_folder
from kualik.casebook.errors import CasebookError, NewerCasebook, OtherDatabase, PlaceTaken
from kualik.cli import backup, common, verify

__all__ = ["IdentityNeeded", "app", "bring_back"]

AGE = b"age-encryption.org/"
app = typer.Typer(add_completion=False, rich_markup_mode=None)


class IdentityNeeded(CasebookError):
    """A backup is encrypted, and no key that opens it was given."""

    def __init__(self, *, path: Path, what: str) -> None:
        super().__init__(
            f"{path}: {what}; name the file of the key that opens it with --identity; nothing was restored"
        )
        self.path = path


@app.command(no_args_is_help=True)
def restore(
    source: Annotated[Path, typer.Argument(metavar="BACKUP", help="A file that kualik backup wrote.")],
    dest: Annotated[Path, typer.Argument(metavar="DIR", help="Where the casebook goes: a new or an empty folder.")],
    identity: Annotated[
        Path | None, typer.Option(help="The file of the age or ssh key that opens an encrypted backup.")
    ] = None,
    witnessed: Annotated[
        str, typer.Option(metavar="NUMBER:HASH", help="An entry's hash written down earlier: refuses an older backup.")
    ] = "",
) -> None:
    """Bring a casebook back from a backup, after every byte, row and original in it was checked.

    Example: kualik restore /media/stick/kualik-20240208T120000Z.backup ~/casebook
    """
    report = bring_back(source, dest.absolute(), identity=identity, witnessed=witnessed)
    common.say(f"restored {dest}\tsources: {report.sources}\tledger: {report.entries}:{report.head}")


def bring_back(source: Path, dest: Path, *, identity: Path | None = None, witnessed: str = "") -> verify.Report:
    """Restore into a folder beside the place, check everything, then move it into its place.

    Raises:
        PlaceTaken: the place is not empty.
        DamagedBackup: the backup is not whole; says what is wrong.
        IdentityNeeded: it is encrypted and no key opens it.
    """
    if dest.exists() and (not dest.is_dir() or any(dest.iterdir())):
        raise PlaceTaken(path=dest, what="is there already and is not empty")
    dest.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{dest.name}-", dir=dest.parent))
    try:
        with source.open("rb") as file, _plain(source, file, identity) as stream:
            extract(stream, new, label=source)
        report = _checked(source, new, witnessed)
        new.replace(dest)
        sync_folder(dest.parent)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return report


def _checked(source: Path, new: Path, witnessed: str) -> verify.Report:
    manifest = _manifest(source, new)
    _open(source, new)
    from django.db import connections, transaction

    with transaction.atomic():  # rows that turn out to be wrong do not stay in a database of PostgreSQL
        if manifest["database"] != "sqlite":
            _load(source, new)
        report = _report(source, witnessed, str(manifest["head"]))
    connections.close_all()
    for name in (MANIFEST, SUMS, ROWS, SEALED_ROWS):
        (new / name).unlink(missing_ok=True)
    return report


def _report(source: Path, witnessed: str, head: str) -> verify.Report:
    from kualik.cases.accounts.queries import administrators

    if (by := administrators().first()) is None:
        raise DamagedBackup(path=source, what="has no administrator, in whose name it could be checked")
    report = verify.check(by, witnessed=witnessed)
    if report.problems:
        raise DamagedBackup(path=source, what=f"{len(report.problems)} problems, the first: {report.problems[0]}")
    if f"{report.entries}:{report.head}" != head:
        raise DamagedBackup(path=source, what="its ledger does not end where its manifest says")
    return report


def _manifest(source: Path, new: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((new / MANIFEST).read_text(encoding="utf-8"))
        version = manifest["format"]
    except (FileNotFoundError, ValueError, KeyError, TypeError) as error:
        raise DamagedBackup(path=source, what=f"has no readable {MANIFEST}") from error
    if version > backup.FORMAT:
        raise NewerCasebook(path=source, found=f"backup format {version}", known=f"format {backup.FORMAT}")
    assert isinstance(manifest, dict)
    return manifest


def _open(source: Path, new: Path) -> None:
    """Open the restored casebook for the checks; its rows go into the database that the environment names."""
    for name in (folder.VAULT, folder.INCOMING):
        make_folder(new / name)
    described = folder.describe(new)
    if folder.is_encrypted(new):
        folder.unlock(new, passphrase=common.ask_passphrase(f"Passphrase of the casebook in {source}: "))
    if (new / folder.DATABASE).is_file() and folder.kind_of_database() != "sqlite":
        raise OtherDatabase(path=source, expected="sqlite", given=folder.kind_of_database())
    folder.write_description(replace(described, database=folder.kind_of_database()))
    os.environ[folder.VARIABLE] = str(new)
    common.set_up(new)
    common.bring_up_to_date(new)


def _load(source: Path, new: Path) -> None:
    from kualik.casebook.rows import load
    from kualik.cases.accounts.queries import is_empty

    if not is_empty():
        raise PlaceTaken(path=Path("the database"), what="that KUALIK_DATABASE_URL names is in use")
    if (new / ROWS).is_file():
        load(new / ROWS)
    elif (new / SEALED_ROWS).is_file():
        with tempfile.TemporaryDirectory(dir=folder.work_folder(new)) as work:
            load(_unsealed(new, Path(work) / ROWS))
    else:
        raise DamagedBackup(path=source, what="holds no database")


def _unsealed(new: Path, rows: Path) -> Path:
    identity = folder.unlocked(new).identity
    assert identity
    with (new / SEALED_ROWS).open("rb") as file, rows.open("wb") as plain:
        pyrage.decrypt_io(file, plain, [pyrage.x25519.Identity.from_str(identity)])
    return rows


@contextmanager
def _plain(source: Path, file: BinaryIO, identity: Path | None) -> Iterator[BinaryIO]:
    """Give the backup as a stream, decrypted on the way where it is encrypted, never onto the disk."""
    encrypted = file.read(len(AGE)) == AGE
    file.seek(0)
    if not encrypted:
        yield file
        return
    if identity is None:
        raise IdentityNeeded(path=source, what="is encrypted")
    keys = _identities(source, identity)
    out, into = os.pipe()
    faults: list[Exception] = []

    def fill() -> None:
        try:
            with os.fdopen(into, "wb") as plain:
                pyrage.decrypt_io(file, plain, keys)
        except (pyrage.DecryptError, OSError) as fault:
            faults.append(fault)

    filling = threading.Thread(target=fill, name="kualik-restore")
    filling.start()
    try:
        with os.fdopen(out, "rb") as plain:
            yield plain
    except DamagedBackup as damaged:
        filling.join()
        raise _closer(source, faults, damaged) from damaged
    finally:
        filling.join()


def _closer(source: Path, faults: list[Exception], damaged: DamagedBackup) -> CasebookError:
    """Say what was behind it when a stream that is being decrypted ended too early."""
    if not faults:
        return damaged
    if "No matching keys" in str(faults[0]):
        return IdentityNeeded(path=source, what="is encrypted to another key")
    return DamagedBackup(path=source, what=f"cannot be decrypted: {faults[0]}")


def _identities(source: Path, path: Path) -> list[Any]:
    text = path.read_text(encoding="utf-8")
    try:
        if "PRIVATE KEY" in text:
            return [pyrage.ssh.Identity.from_buffer(text.encode())]
        lines = [line.strip() for line in text.splitlines()]
        return [pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except pyrage.IdentityError as error:
        raise IdentityNeeded(path=source, what=f"{path} holds no age or ssh key") from error
