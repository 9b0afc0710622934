"""Writing so that what was acknowledged is on the disk: temporary file, fsync, rename, fsync of the folder."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kualik.casebook.errors import DiskFull

__all__ = ["full_disk_said", "make_folder", "sync_folder", "write_file"]

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def sync_folder(path: Path) -> None:
    """Make what was renamed or made in a folder survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Make a folder that only its owner may enter, durably; nothing happens where it is."""
    if not path.is_dir():
        path.mkdir(mode=0o700, exist_ok=True)
        sync_folder(path.parent)


def write_file(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Put a whole file in its place, or leave what was there.

    Raises:
        DiskFull: there was no room for it.
    """
    new = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    with full_disk_said(path):
        try:
            _write_synced(new, content, mode)
            new.replace(path)
        except BaseException:
            with suppress(FileNotFoundError):
                new.unlink()
            raise
        sync_folder(path.parent)


def _write_synced(path: Path, content: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def full_disk_said(path: Path) -> Iterator[None]:
    """Turn the system's word for a full disk into ours.

    Raises:
        DiskFull: in place of the system's error.
    """
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull(path=path) from error
        raise
