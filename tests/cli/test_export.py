"""`kualik export` at the terminal."""

import json
from pathlib import Path

import pytest

from tests.cases.releases.releasing import approved, case
from tests.cli.running import run


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["ftm", "csv", "annotations"])
def test_each_format_is_written_to_the_file(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line printed has the digest of the release."""
    made = approved(case().who("e1"))

    ran = run(capsys, "export", "Held since 2018", "--format", form, "-o", str(tmp_path / "out"))

    assert ran.code == 0
    assert made.digest in ran.out
    content = (tmp_path / "out").read_text(encoding="utf-8-sig")
    assert content.startswith({"ftm": "{", "csv": '"person"', "annotations": "{"}[form])
    if form == "ftm":
        assert json.loads(content.splitlines()[0])["schema"] == "Person"


@pytest.mark.django_db
def test_an_unknown_format_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and no file."""
    assert run(capsys, "export", "R", "--format", "pdf", "-o", str(tmp_path / "out")).code == 2
    assert not list(tmp_path.iterdir())
