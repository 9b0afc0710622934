"""`kualik names`."""

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kualik.cli import main


def run(*args: str) -> object:
    """Run a command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["names", *args])
    return ended.value.code


@pytest.fixture
def names(tmp_path: Path) -> str:
    """One name a line; a blank line is a row too."""
    path = tmp_path / "names.txt"
    path.write_text("Serik Bolatuly\n\nХалида Ақытхан\n", encoding="utf-8")
    return str(path)


def asked(monkeypatch: pytest.MonkeyPatch, lines: Sequence[str]) -> None:
    """Put lines on standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_compare_says_the_score_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    """In words and in JSON."""
    assert not run("compare", "Khalida", "Халида")
    words = capsys.readouterr().out
    assert not run("compare", "Khalida", "Халида", "--json")

    assert words.splitlines()[0] == "1.0000"
    assert "Khalida ~ Халида" in words
    assert json.loads(capsys.readouterr().out)["why"][0]["near"] == 1.0


def test_compare_answers_line_by_line_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the contract says."""
    asked(monkeypatch, ['{"a": "Khalida", "b": "Халида"}', "", '{"a": "Khalida", "b": "Serik", "lang_a": "en"}'])
    assert not run("compare", "--jsonl")
    same, other = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert same["score"] > 0.9
    assert other["score"] < 0.1


@pytest.mark.parametrize(
    "bad", ["no json", '{"a": "x"}', '{"a": "x", "b": 3}', "[]", '{"a": "x", "b": "y", "lang_a": []}']
)
def test_a_bad_line_is_told_by_its_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], bad: str
) -> None:
    """And nothing is answered."""
    asked(monkeypatch, ['{"a": "x", "b": "y"}', bad])
    assert run("compare", "--jsonl") == 1
    said = capsys.readouterr()

    assert said.out == ""
    assert "line 2" in said.err


def test_more_pairs_than_a_piece_are_answered_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are compared some thousands at a time."""
    names = ["Khalida", "Serik"] * 2500
    asked(monkeypatch, [json.dumps({"a": "Khalida", "b": name}) for name in names])
    assert not run("compare", "--jsonl")
    scores = [json.loads(line)["score"] for line in capsys.readouterr().out.splitlines()]

    assert [score == 1 for score in scores] == [name == "Khalida" for name in names]


def test_search_gives_rows_from_nought(
    names: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Blank lines count, so that a row is a row of the file."""
    asked(monkeypatch, ['{"q": "Khalida Aqytkhan"}', '{"q": "12"}'])
    assert not run("search", "--in", names, "--jsonl", "-k", "10")
    found, nothing = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert (found["hits"][0]["row"], found["hits"][0]["name"]) == (2, "Халида Ақытхан")
    assert nothing == {"hits": []}


def test_a_saved_index_answers_as_the_list(names: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Search takes either."""
    index = str(tmp_path / "names.index")
    assert not run("index", names, "-o", index)
    assert "3 names" in capsys.readouterr().err
    answers = []
    for file in (names, index):
        assert not run("search", "Khalida Aqytkhan", "--in", file, "--json")
        answers.append(capsys.readouterr().out)

    assert answers[0] == answers[1]
    assert not run("search", "Khalida Aqytkhan", "--in", index)
    assert "Халида Ақытхан" in capsys.readouterr().out


@pytest.mark.parametrize("args", [("compare", "Khalida"), ("compare",)])
def test_wrong_usage_ends_with_two(args: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """It takes two names, or lines."""
    assert run(*args) == 2
    assert "two names" in capsys.readouterr().err


def test_a_search_for_nothing_is_wrong_usage(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name, or lines."""
    assert run("search", "--in", names) == 2
    assert "give a name" in capsys.readouterr().err


def test_names_start_without_the_case_file() -> None:
    """Neither Django nor a reader is imported, so that it starts at once."""
    code = "import sys, kualik.cli.names; print([m for m in ('django', 'lxml', 'mammoth', 'yaml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
