"""Who reads: each process that does holds a file locked for as long as it lives, so that others see when it died.

The system lets go of the lock when the process ends, by `kill -9` and power cut too. What a dead worker of this
machine had begun is then begun anew at once, and not only when its lease runs out.
"""

import fcntl
import os
import platform
import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from kualik.casebook import folder
from kualik.casebook.durable import make_folder

__all__ = ["gone", "living", "working"]

FOLDER = "workers"


@contextmanager
def working(casebook: Path) -> Iterator[str]:
    """Be a worker: gives the name under which sources are leased."""
    place = casebook / folder.INCOMING / FOLDER
    make_folder(casebook / folder.INCOMING)
    make_folder(place)
    token = secrets.token_hex(8)
    path = place / token
    with path.open("xb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield f"{_machine()}:{token}"
        finally:
            path.unlink()


def gone(casebook: Path, holders: Collection[str]) -> frozenset[str]:
    """Find which of some workers, by name, ran on this machine and live no more."""
    return frozenset(holder for holder in holders if _is_gone(casebook, holder))


def living(casebook: Path) -> int:
    """Count the workers of a casebook that live on this machine."""
    place = casebook / folder.INCOMING / FOLDER
    return sum(_is_held(path) for path in place.iterdir()) if place.is_dir() else 0


def _is_held(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:  # it ended between the two looks
        pass
    return False


def _is_gone(casebook: Path, holder: str) -> bool:
    machine, _, token = holder.rpartition(":")
    if machine != _machine() or not token.isalnum():
        return False
    path = casebook / folder.INCOMING / FOLDER / token
    try:
        handle = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    path.unlink(missing_ok=True)
    return True


def _machine() -> str:
    return platform.node()[:40] or "here"
