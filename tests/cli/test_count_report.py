"""The report of a count, printed."""

import json
from pathlib import Path

import pytest

from kualik.cli.count_report import Wanted, write
from kualik.engine.counting import count_people, in_words, read_table

TWO = "A,B,count\n1,1,40\n1,0,160\n0,1,110\n"


def test_words_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    """With one line's end."""
    report = count_people(read_table(TWO))
    write(report, Wanted())

    assert capsys.readouterr().out == in_words(report)


def test_json_has_what_stands_beside_and_the_page_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One object on one line."""
    page = tmp_path / "report.html"
    write(count_people(read_table(TWO)), Wanted(as_json=True, html=page), count="7")
    out = capsys.readouterr().out

    assert json.loads(out)["count"] == "7"
    assert out.count("\n") == 1
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
