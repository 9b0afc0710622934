"""A Tesseract that is not there, and one that is ours."""

import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote

import pytest

from kualik.engine.reading import recognising

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
Install = Callable[..., Path]


@pytest.fixture
def without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no program be found."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def install_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put a program on the path that answers as Tesseract does, and keeps what it was asked.

    Words are (paragraph, line, text, confidence); the box of each is 10 by 20 dots at (100, 200).
    """

    def install(*words: tuple[int, int, str, float], languages: str = "eng\nkaz\nrus", fails: bool = False) -> Path:
        rows = [f"5\t1\t1\t{par}\t{line}\t1\t100\t200\t10\t20\t{conf}\t{text}" for par, line, text, conf in words]
        asked = tmp_path / "asked"
        table, listed = (
            "\n".join([HEAD, "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t", *rows]),
            f"List of languages\n{languages}",
        )
        script, program = tmp_path / "tesseract.py", tmp_path / "tesseract"
        # Not "#!" and the path of Python: a folder with a space in its name would end it.
        program.write_text(f'#!/bin/sh\nexec {quote(sys.executable)} {quote(str(script))} "$@"\n', encoding="utf-8")
        script.write_text(
            "import sys\n"
            f"open({str(asked)!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n')\n"
            f"if '--list-langs' in sys.argv: print({listed!r}); sys.exit()\n"
            "sys.stdin.buffer.read()\n"
            f"if {fails}: sys.exit('Error: image too small to scale')\n"
            f"print({table!r})\n",
            encoding="utf-8",
        )
        program.chmod(0o700)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(recognising, "_installed", recognising._installed.__wrapped__)  # noqa: SLF001 (without the memory of another test's program)
        return asked

    return install
