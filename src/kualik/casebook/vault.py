"""The vault: originals, stored once, byte for byte, and never changed.

An object's name is HMAC(key, SHA-256): a plain SHA-256 would let whoever seizes the disk ask "do they hold this
document?" (trust.md R-EV-2). In an encrypted casebook each object is an age file for the casebook's own identity.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

import pyrage

from kualik.casebook.durable import full_disk_said, make_folder, sync_folder
from kualik.casebook.errors import DamagedObject, TooLarge
from kualik.casebook.keys import Keys

__all__ = ["Stored", "Vault"]

CHUNK = 1024 * 1024  # bytes copied at a time
UNFINISHED = ".unfinished"  # objects on their way in; what a crash left there is nobody's


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of bytes put into the vault; `new` is False where they were there already."""

    sha256: str
    name: str
    size: int
    new: bool


class Measured:
    """A stream that hashes and counts what is read through it, and ends where the limit is passed."""

    def __init__(self, content: BinaryIO, limit: int | None) -> None:
        self.content = content
        self.limit = limit
        self.hash = hashlib.sha256()
        self.size = 0

    @property
    def too_large(self) -> bool:
        """Whether more was read than the limit allows."""
        return self.limit is not None and self.size > self.limit

    def read(self, size: int = -1) -> bytes:
        """Read on; nothing more comes once the limit is passed."""
        if self.too_large:
            return b""
        block = self.content.read(CHUNK if size < 0 else size)
        self.hash.update(block)
        self.size += len(block)
        return block


class Vault:
    """The originals of one casebook."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self.folder = folder
        self._names = keys.derive("names")
        self._identity = pyrage.x25519.Identity.from_str(keys.identity) if keys.identity else None

    def name_of(self, sha256: str) -> str:
        """Say what an object with this SHA-256 is called."""
        return hmac.new(self._names, bytes.fromhex(sha256), hashlib.sha256).hexdigest()

    def place_of(self, name: str) -> Path:
        """Say where an object of that name lies."""
        return self.folder / name[:2] / name

    def exists(self, name: str) -> bool:
        """Say whether there is an object of that name."""
        return self.place_of(name).is_file()

    def put(self, content: BinaryIO, *, label: str, limit: int | None = None) -> Stored:
        """Store bytes as they are; when this returns, they are on the disk.

        Args:
            content: where the bytes come from; read to its end, never held in memory whole.
            label: how whoever brings them calls them, for the message where they are refused.
            limit: most bytes taken; None for any number.

        Raises:
            TooLarge: there are more bytes than the limit; nothing is kept.
            DiskFull: there is no room; nothing is kept.
        """
        measured = Measured(content, limit)
        waiting = self.folder / UNFINISHED
        new = waiting / secrets.token_hex(16)
        with full_disk_said(self.folder):
            make_folder(waiting)
            try:
                self._copy(measured, new)
                if measured.too_large and limit is not None:
                    raise TooLarge(name=label, limit=limit)
                return self._settle(measured, new)
            finally:
                with suppress(FileNotFoundError):
                    new.unlink()

    def _copy(self, measured: Measured, new: Path) -> None:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(handle, "wb") as file:
            if self._identity:
                pyrage.encrypt_io(cast("BinaryIO", measured), file, [self._identity.to_public()])
            else:
                while block := measured.read():
                    file.write(block)
            file.flush()
            os.fsync(file.fileno())

    def _settle(self, measured: Measured, new: Path) -> Stored:
        sha256 = measured.hash.hexdigest()
        name = self.name_of(sha256)
        place = self.place_of(name)
        there = self.exists(name) and self.check(name, sha256) is None
        if not there:  # an object that a failing disk has damaged is healed here as well
            make_folder(place.parent)
            new.replace(place)
        sync_folder(place.parent)
        return Stored(sha256=sha256, name=name, size=measured.size, new=not there)

    def open(self, name: str) -> BinaryIO:
        """Open an original for reading.

        Raises:
            DamagedObject: it is missing, or cannot be decrypted.
        """
        try:
            sealed = self.place_of(name).open("rb")
        except FileNotFoundError as error:
            raise DamagedObject(name=name, what="is missing") from error
        if not self._identity:
            return sealed
        plain = BytesIO()
        with sealed:
            self._decrypt(name, sealed, plain)
        plain.seek(0)
        return plain

    def _decrypt(self, name: str, sealed: BinaryIO, plain: BinaryIO) -> None:
        assert self._identity
        try:
            pyrage.decrypt_io(sealed, plain, [self._identity])
        except (pyrage.DecryptError, OSError) as error:
            raise DamagedObject(name=name, what="cannot be decrypted: it was changed") from error

    def check(self, name: str, sha256: str) -> str | None:
        """Hash an object again.

        Returns:
            What is wrong with it, in words; None when nothing is.
        """
        try:
            with self.open(name) as content:
                measured = Measured(content, limit=None)
                while measured.read():
                    pass
        except DamagedObject as damaged:
            return damaged.what
        except OSError as error:
            return f"cannot be read: {error.strerror}"
        return None if measured.hash.hexdigest() == sha256 else "is not what was put there: its hash differs"

    def names(self) -> Iterator[str]:
        """List the names of all objects, in order."""
        for shard in sorted(self.folder.glob("??")):
            for path in sorted(shard.iterdir()):
                yield path.name

    def unfinished(self) -> int:
        """Count the copies that a crash left half-made; they are nobody's and can go."""
        return len(self._left())

    def sweep(self) -> None:
        """Remove what crashes left half-made. Only while nothing else puts objects in."""
        for path in self._left():
            path.unlink(missing_ok=True)

    def _left(self) -> list[Path]:
        waiting = self.folder / UNFINISHED
        return list(waiting.iterdir()) if waiting.is_dir() else []
