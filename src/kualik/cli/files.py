"""The files behind the paths that somebody names: files, folders with all that is in them, standard input."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kualik.casebook.errors import CasebookError

__all__ = ["Found", "PathRefused", "Skipped", "files"]

STDIN = "-"
ADDRESS = ("http://", "https://", "ftp://")


class PathRefused(CasebookError):
    """A path leads to nothing that could be added."""

    def __init__(self, *, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One file to add; `path` is None for standard input."""

    name: str
    path: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something left out on purpose, and why."""

    path: str
    why: str


def files(paths: Sequence[str]) -> Iterator[Found | Skipped | PathRefused]:
    """Go through everything that some paths lead to, folders in the order of their names.

    What is hidden or a link in a folder is skipped; what does not exist or may not be read is given as an error,
    so that the others still come.
    """
    for path in paths:
        if path == STDIN:
            yield Found(name="standard input", path=None)
        elif path.lower().startswith(ADDRESS):
            yield PathRefused(path=path, why=NOT_FETCHED)
        elif Path(path).is_dir():
            yield from _within(Path(path))
        else:
            yield _one(Path(path))


NOT_FETCHED = (
    "pages are not fetched from the network, which would tell the site who asks; "
    "save the page in a browser (as HTML or PDF) and add that file"
)


def _one(path: Path) -> Found | PathRefused:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return PathRefused(path=str(path), why=f"{error.strerror}; look at the name")
    if stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        return Found(name=path.name, path=path)
    return PathRefused(path=str(path), why="is neither a file nor a folder")


def _within(folder: Path) -> Iterator[Found | Skipped | PathRefused]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield PathRefused(path=str(folder), why=f"{error.strerror}; ask whoever owns this folder")
        return
    for entry in entries:
        yield from _entry(entry)


def _entry(entry: os.DirEntry[str]) -> Iterator[Found | Skipped | PathRefused]:
    if entry.name.startswith("."):
        yield Skipped(path=entry.path, why="hidden")
    elif entry.is_symlink():
        yield Skipped(path=entry.path, why="a link")
    elif entry.is_dir():
        yield from _within(Path(entry.path))
    elif entry.is_file():
        yield Found(name=entry.name, path=Path(entry.path))
    else:
        yield Skipped(path=entry.path, why="not a file")
