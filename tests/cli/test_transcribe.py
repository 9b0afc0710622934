"""`kualik transcribe`: what a person reads where no machine can."""

from pathlib import Path

import pytest

from kualik.cases.documents.models import Document
from kualik.cases.sources import actions
from tests.cases.casting import NOW, keeper
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_a_transcript_is_kept_and_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The source is named by its first digits."""
    source = actions.add(by=keeper(), at=NOW, content=b"\x89PNG", name="scan.png").source
    (tmp_path / "letter.txt").write_text("Khadisha, 68, was taken.", encoding="utf-8")
    ran = run(capsys, "transcribe", source.sha256[:10], str(tmp_path / "letter.txt"), "--lang", "en")

    assert ran.code == 0
    assert ran.out.startswith(f"transcribed {source}")
    assert Document.objects.get().text == "Khadisha, 68, was taken."


def test_a_source_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So is a file that is not."""
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")

    assert "there is no source" in run(capsys, "transcribe", "abcdef", str(tmp_path / "letter.txt")).err
    assert "nowhere.txt" in run(capsys, "transcribe", "abcdef", str(tmp_path / "nowhere.txt")).err
