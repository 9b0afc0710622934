"""`kualik read`."""

import io
import json
import sys
from pathlib import Path

import pytest

from kualik.cli import main
from tests.assistant.server import answering, saying, serving

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


def test_a_file_name_steers_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files come from strangers, and so do their names."""
    assert run(str(tmp_path / "\x1b[2J.txt")) == 1
    assert "\x1b" not in capsys.readouterr().err


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
    run(report, "--json", "--publisher", "Steppe Wire", "--published", "2024-02-09", "--lang", "tr-Latn")
    row = json.loads(capsys.readouterr().out)

    assert [row["document"][name] for name in ("publisher", "published", "language")] == [
        "Steppe Wire",
        "2024-02-09",
        "tr-Latn",
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


def test_why_says_how_each_claim_came_about(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The rule in words, who speaks and why, the passage; in JSON only when asked for."""
    assert run(report, "--json", "--why") == 0
    claims = json.loads(capsys.readouterr().out)["claims"]
    assert all(set(claim["why"]) == {"rule", "voice", "passage"} for claim in claims)
    assert any("it stands in what they say" in claim["why"]["voice"] for claim in claims)

    run(report, "--why")
    assert "      voice: Aida Bekova, by way of Chuy Dispatch" in capsys.readouterr().out


def test_without_a_language_model_one_is_told_how_to_set_it(
    report: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is off."""
    monkeypatch.delenv("KUALIK_LLM_URL", raising=False)
    monkeypatch.setenv("KUALIK_CASEBOOK", str(tmp_path))

    assert run(report, "--llm") == 1
    assert "kualik llm set" in capsys.readouterr().err


def test_a_language_model_adds_marked_proposals(
    report: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are scored as the rest: the same facts come of them."""
    held = {"quote": "her two sons had been sentenced", "who": "this reporter", "state": "camp", "speaker": ""}
    held |= {"quote": "sent on Monday by this reporter", "sentence": "", "since": "", "place": ""}
    with serving(saying(custody=[held])) as served:
        monkeypatch.setenv("KUALIK_LLM_URL", served.url)
        monkeypatch.setenv("KUALIK_LLM_MODEL", "toy")
        assert run(report, "--llm", "--json") == 0
    told = json.loads(capsys.readouterr().out)

    assert [
        claim["value"] for claim in told["claims"] if claim["method"] == "llm:toy" and claim["property"] == "state"
    ] == ["camp"]
    assert "camp" in [fact.get("state") for fact in told["facts"]]
    assert [fact["sentence"] for fact in told["facts"] if "sentence" in fact] == ["P12Y", "P9Y"]


def test_a_language_model_that_fails_leaves_the_rules_reading(
    report: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1, a line on stderr, and all that the rules saw."""
    with serving(answering(b"", status=500)) as served:
        monkeypatch.setenv("KUALIK_LLM_URL", served.url)
        assert run(report, "--llm", "--json") == 1
    captured = capsys.readouterr()

    assert "HTTP 500" in captured.err
    assert json.loads(captured.out)["claims"]


def test_a_language_model_elsewhere_is_asked_nothing_by_the_environment_alone(
    report: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text leaves this machine only by settings that somebody confirmed."""
    monkeypatch.setenv("KUALIK_LLM_URL", "https://model.invalid/v1")

    assert run(report, "--llm") == 1
    captured = capsys.readouterr()
    assert "nothing was sent" in captured.err
    assert captured.out == ""
