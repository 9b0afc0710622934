"""The files behind paths."""

import os
from pathlib import Path

import pytest

from kualik.cli.files import Found, PathRefused, Skipped, files


def test_folders_are_gone_through_in_the_order_of_names(tmp_path: Path) -> None:
    """Deeper ones in their place; hidden ones, links and pipes are skipped, each with its reason."""
    for name in ("b/two.txt", "b/.git/config", "a.txt", "c.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="ascii")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    found = list(files([str(tmp_path)]))

    assert [one.name for one in found if isinstance(one, Found)] == ["a.txt", "two.txt", "c.txt"]
    assert {Path(one.path).name: one.why for one in found if isinstance(one, Skipped)} == {
        ".hidden": "hidden",
        ".git": "hidden",
        "link.txt": "a link",
        "loop": "a link",
        "pipe": "not a file",
    }


def test_what_is_named_itself_is_taken(tmp_path: Path) -> None:
    """A hidden file, a link, a pipe: somebody wants it."""
    (tmp_path / ".hidden").write_text("x", encoding="ascii")
    (tmp_path / "link").symlink_to(tmp_path / ".hidden")
    os.mkfifo(tmp_path / "pipe")

    assert [type(one) for one in files([str(tmp_path / name) for name in (".hidden", "link", "pipe")])] == [Found] * 3
    assert list(files(["-"])) == [Found(name="standard input", path=None)]


@pytest.mark.parametrize("address", ["http://example.invalid/", "HTTPS://example.invalid/x", "ftp://example.invalid"])
def test_an_address_is_not_fetched(address: str) -> None:
    """It says how to keep the page instead."""
    (refused,) = files([address])

    assert isinstance(refused, PathRefused)
    assert "save the page in a browser" in str(refused)


def test_what_cannot_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission, inside another; the rest still comes. Root would be let in, so it is pretended."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text("x", encoding="ascii")
    scan = os.scandir

    def closed(path: Path) -> object:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    refused, found = files([str(tmp_path)])

    assert "Permission denied; ask whoever owns" in str(refused)
    assert isinstance(found, Found)


def test_what_is_nothing_is_said(tmp_path: Path) -> None:
    """A missing file, a device."""
    missing, device = files([str(tmp_path / "nowhere"), os.devnull])

    assert "No such file" in str(missing)
    assert "neither a file nor a folder" in str(device)
