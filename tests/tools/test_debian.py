"""Debian's Chromium, unpacked beside the repository: the commands left there. `tools/fresh.sh` tries the rest."""

import subprocess
from pathlib import Path

import pytest

from tools import debian
from tools.debian import unpacked


def fetched(folder: Path) -> None:
    """Lay down what apt and dpkg would have: a program that says what surrounds it, and a library."""
    root = folder / "root"
    program = root / "usr" / "lib" / "chromium" / "chromium"
    library = root / "usr" / "lib" / "x" / "libnss3.so.1"
    for path in (program, library, folder / "apt" / "cache" / "archives" / "chromium.deb"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    program.write_text('#!/bin/sh\necho "$LD_LIBRARY_PATH|$FONTCONFIG_FILE|$1"\n')
    program.chmod(0o755)


def test_the_command_finds_its_libraries_and_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also in a folder with a space and a quotation mark in its name, and no other program sees them."""
    folder = tmp_path / "somebody's folder"

    def run(*_: tuple[str, ...]) -> bool:
        fetched(folder)
        return True

    monkeypatch.setattr(debian, "_all_run", run)

    assert unpacked(folder)
    said = subprocess.run((folder / "chromium", "--flag"), capture_output=True, encoding="utf-8", check=True).stdout
    assert said == f"{folder / 'root/usr/lib/x'}|{folder / 'fonts.conf'}|--flag\n"
    assert str(folder / "root" / "usr" / "share" / "fonts") in (folder / "fonts.conf").read_text()
    assert not (folder / "apt").exists()


def test_what_could_not_be_fetched_leaves_no_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Half a browser is none."""
    monkeypatch.setattr(debian, "_all_run", lambda *_: False)

    assert not unpacked(tmp_path / "browser")
    assert not (tmp_path / "browser" / "chromium").exists()
