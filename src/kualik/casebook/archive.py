"""A backup as one file: a tar with the hash of each file in it, and the hash of the whole at its end.

`tar tf` and `sha256sum -c SHA256SUMS` work on it without us. After the tar's end stands one line with the SHA-256 of
everything before it, so that no bit of it can change unseen.
"""

import hashlib
import os
import re
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from kualik.casebook.durable import full_disk_said, make_folder, sync_folder
from kualik.casebook.errors import CasebookError, PlaceTaken

__all__ = ["MANIFEST", "ROWS", "SEALED_ROWS", "SUMS", "DamagedBackup", "Member", "extract", "pack", "put_in_place"]

CHUNK = 1024 * 1024  # bytes
MANIFEST, SUMS, ROWS, SEALED_ROWS = "MANIFEST.json", "SHA256SUMS", "rows.jsonl", "rows.jsonl.age"
ALLOWED = re.compile(
    r"casebook\.sqlite3|rows\.jsonl(\.age)?|keys\.json|casebook\.toml|MANIFEST\.json|SHA256SUMS"
    r"|vault/[0-9a-f]{2}/[0-9a-f]{64}"
)
SEAL = "\nkualik backup sha256 {}\n"
SEAL_LENGTH = len(SEAL.format("0" * 64))


class DamagedBackup(CasebookError):
    """A backup is not what was written: nothing is restored from it."""

    def __init__(self, *, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}; nothing was restored; use another copy of this backup, or an earlier one")
        self.path = path
        self.what = what


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of a backup: its name there, and its bytes or where they are."""

    name: str
    content: bytes | Path


class _Hashed:
    """A stream that hashes what passes through it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self.stream.read(size)
        self.hash.update(block)
        return block

    def write(self, block: bytes) -> int:
        self.hash.update(block)
        return self.stream.write(block)


class _AllButTheSeal:
    """A stream without its last line, which is kept back and told at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._hashed = hashlib.sha256()
        self._stream = stream
        self._held = stream.read(SEAL_LENGTH)

    def read(self, size: int = -1) -> bytes:
        block = self._held + self._stream.read(CHUNK if size < 0 else size)
        given, self._held = block[:-SEAL_LENGTH], block[-SEAL_LENGTH:]
        self._hashed.update(given)
        return given

    def is_whole(self) -> bool:
        """Read to the end, and say whether the seal fits what came before it."""
        while self.read(CHUNK):
            pass
        return self._held == SEAL.format(self._hashed.hexdigest()).encode()


def pack(members: Iterable[Member], to: BinaryIO) -> None:
    """Write a backup.

    Args:
        members: its files; a name must be one that `extract` knows.
        to: where it goes.
    """
    whole = _Hashed(to)
    with tarfile.open(fileobj=cast("BinaryIO", whole), mode="w|", format=tarfile.PAX_FORMAT) as tar:
        sums = [f"{_pack_one(tar, member)}  {member.name}\n" for member in members]
        _pack_one(tar, Member(name=SUMS, content="".join(sums).encode()))
    to.write(SEAL.format(whole.hash.hexdigest()).encode())


def _pack_one(tar: tarfile.TarFile, member: Member) -> str:
    if not ALLOWED.fullmatch(member.name):
        raise ValueError(f"not a file of a backup: {member.name!r}")
    info = tarfile.TarInfo(member.name)
    info.mode = 0o600
    stream: BinaryIO = BytesIO(member.content) if isinstance(member.content, bytes) else member.content.open("rb")
    with stream:
        info.size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        hashed = _Hashed(stream)
        tar.addfile(info, cast("BinaryIO", hashed))
    return hashed.hash.hexdigest()


def extract(source: BinaryIO, folder: Path, *, label: Path) -> None:
    """Take a backup apart into a folder, and check every byte of it.

    Args:
        source: the backup.
        folder: an empty folder; what is in it after an error is worth nothing.
        label: what the backup is called in a message.

    Raises:
        DamagedBackup: something is missing, too much, or not as it was written; says what.
        DiskFull: there is no room for it.
    """
    stream = _AllButTheSeal(source)
    with full_disk_said(folder):
        try:
            found = dict(_unpacked(stream, folder, label))
        except (tarfile.TarError, EOFError, UnicodeDecodeError, ValueError) as error:
            raise DamagedBackup(path=label, what=f"cannot be taken apart: {error}") from error
        if not stream.is_whole():
            raise DamagedBackup(path=label, what="was changed or cut short after it was written")
    _compare(found, folder, label)


def _unpacked(stream: _AllButTheSeal, folder: Path, label: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(fileobj=cast("BinaryIO", stream), mode="r|") as tar:
        for info in tar:
            if not (info.isreg() and ALLOWED.fullmatch(info.name)):
                raise DamagedBackup(path=label, what=f"holds something that is no part of a backup: {info.name!r}")
            content = tar.extractfile(info)
            assert content is not None
            yield info.name, _write(content, folder / info.name)


def _write(content: object, place: Path) -> str:
    if place.parent.name and not place.parent.is_dir():
        make_folder(place.parent.parent)
        make_folder(place.parent)
    hashed = _Hashed(cast("BinaryIO", content))
    with place.open("xb") as file:
        while block := hashed.read(CHUNK):
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    place.chmod(0o400 if place.parent.parent.name == "vault" else 0o600)
    return hashed.hash.hexdigest()


def _compare(found: dict[str, str], folder: Path, label: Path) -> None:
    if SUMS not in found:
        raise DamagedBackup(path=label, what=f"has no {SUMS}")
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    promised = {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}
    del found[SUMS]
    for name in sorted(promised.keys() | found.keys()):
        if promised.get(name) != found.get(name):
            raise DamagedBackup(path=label, what=f"{name} is missing, too much, or was changed")


@contextmanager
def put_in_place(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that comes into its place whole, at the end, or not at all.

    Raises:
        PlaceTaken: there is a file already.
        DiskFull: there is no room.
    """
    if path.exists():
        raise PlaceTaken(path=path, what="is there already")
    new = path.with_name(f".{path.name}.unfinished")
    with full_disk_said(path):
        try:
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
            sync_folder(path.parent)
        finally:
            with suppress(FileNotFoundError):
                new.unlink()
