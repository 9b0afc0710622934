"""`kualik site` at the terminal."""

from pathlib import Path

import pytest

from tests.cases.releases.releasing import approved, case
from tests.cli.running import run


@pytest.mark.django_db
def test_a_site_is_built_in_the_language_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And the digest printed is that of the file beside the pages."""
    made = approved(case().who("e1"))

    ran = run(capsys, "site", "Held since 2018", str(tmp_path / "site"), "--lang", "ug")

    assert ran.code == 0
    assert made.digest in ran.out
    assert '<html lang="ug" dir="rtl">' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.django_db
def test_a_language_that_we_have_not_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2."""
    assert run(capsys, "site", "R", str(tmp_path / "site"), "--lang", "xx").code == 2
