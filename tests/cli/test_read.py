"""`kualik read`."""

import io
import json
import sys
from pathlib import Path

import pytest

from kualik.cli import main

TEXT = (
    "Aida Bekova, a lawyer, told Chuy Dispatch that her two sons had been sentenced to 12 and 9 years in prison. "
    "The ministry did not respond to a request for comment sent on Monday by this reporter and by others.\n"
)


def run(*args: str) -> object:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["read", *args])
    return ended.value.code


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A short report."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_json_is_one_object_a_document(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the text as it is in the file, and every quote at its place."""
    assert run(report, report, "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert len(rows) == 2
    assert set(rows[0]) == {"document", "entities", "claims", "facts"}
    assert rows[0]["document"]["text"] == TEXT
    assert all(TEXT[claim["start"] : claim["end"]] == claim["quote"] for claim in rows[0]["claims"])
    assert [fact["sentence"] for fact in rows[0]["facts"] if fact["kind"] == "custody"] == ["P12Y", "P9Y"]


def test_what_is_told_of_a_document_is_in_it(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Publisher, day, language."""
    run(report, "--json", "--publisher", "Steppe Wire", "--published", "2024-02-09", "--lang", "kk-Cyrl")
    row = json.loads(capsys.readouterr().out)

    assert [row["document"][name] for name in ("publisher", "published", "language")] == [
        "Steppe Wire",
        "2024-02-09",
        "kk-Cyrl",
    ]
    assert row["claims"] == []


def test_without_json_it_is_for_eyes(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Who says what, their stance, the words."""
    assert run(report) == 0
    shown = capsys.readouterr().out

    assert "Chuy Dispatch › Aida Bekova asserts" in shown
    assert "“12 and 9 years”" in shown


def test_a_file_that_cannot_be_read_does_not_stop_the_others(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr, and exit code 1."""
    assert run("nowhere.txt", report, "--json") == 1
    captured = capsys.readouterr()

    assert captured.err == "kualik: nowhere.txt: No such file or directory; look at the name and who may read it\n"
    assert len(captured.out.splitlines()) == 1


def test_a_refusal_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty file."""
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")

    assert run(str(path)) == 1
    assert capsys.readouterr().err.startswith(f"kualik: {path}: empty (0 bytes); ")


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """As for other commands."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8"))

    assert run("-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["claims"]


def test_a_date_that_is_none_is_wrong_usage(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2."""
    assert run(report, "--published", "yesterday") == 2
    assert "2024-02-08" in capsys.readouterr().err


def test_a_text_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escapes in it are shown as blanks."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT.replace("Osh", "O\x1b[31msh"), encoding="utf-8")
    run(str(path))

    assert "\x1b[31m" not in capsys.readouterr().out
