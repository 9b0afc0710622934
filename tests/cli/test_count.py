"""`kualik count`."""

import json
from pathlib import Path

import pytest

from kualik.cli import main


def test_prints_words_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same report in both."""
    lists = tmp_path / "lists.csv"
    lists.write_text("A,B,count\n1,1,40\n1,0,160\n0,1,110\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["count", str(lists)])
    words = capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["count", str(lists), "--json"])

    assert not ended.value.code
    assert words.startswith("At least 310 people")
    assert json.loads(capsys.readouterr().out)["listed"] == 310


@pytest.mark.parametrize(("content", "told"), [(b"A,B\n1,1\n", "last column"), (b"\xff\xfe,1\n", "not UTF-8")])
def test_a_bad_table_is_told_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, told: str
) -> None:
    """Exit code 1, the file's name, no traceback."""
    lists = tmp_path / "lists.csv"
    lists.write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        main(["count", str(lists)])

    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert "lists.csv" in said
    assert told in said


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """By its name."""
    with pytest.raises(SystemExit) as ended:
        main(["count", "/nowhere/lists.csv"])

    assert ended.value.code == 1
    assert "/nowhere/lists.csv" in capsys.readouterr().err
