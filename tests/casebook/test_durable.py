"""Writing whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from kualik.casebook import durable
from kualik.casebook.errors import DiskFull


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    """The bytes arrive, nobody else may read them, and nothing else is left in the folder."""
    durable.write_file(tmp_path / "keys.json", b"secret")

    assert (tmp_path / "keys.json").read_bytes() == b"secret"
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room the old file stays whole, the half-written one goes, and the message says what to do."""

    def no_room(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    durable.write_file(tmp_path / "keys.json", b"old")
    monkeypatch.setattr(os, "fsync", no_room)

    with pytest.raises(DiskFull, match="free some space"):
        durable.write_file(tmp_path / "keys.json", b"new")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"keys.json": b"old"}


def test_another_failure_of_the_disk_is_told_as_it_is(tmp_path: Path) -> None:
    """Only a full disk is called full."""
    with pytest.raises(PermissionError), durable.full_disk_said(tmp_path):
        raise PermissionError(errno.EACCES, "Permission denied")


def test_everything_is_on_the_disk_before_it_is_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First the file is synced, then renamed, then its folder is synced."""
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def renamed(path: Path, target: Path) -> Path:
        done.append("rename")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    durable.write_file(tmp_path / "one", b"content")

    assert done == ["file", "rename", "folder"]


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """It can be made twice, and nobody else may enter it."""
    durable.make_folder(tmp_path / "vault")
    durable.make_folder(tmp_path / "vault")

    assert (tmp_path / "vault").stat().st_mode & 0o777 == 0o700
