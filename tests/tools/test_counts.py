"""Adding up what several runs of pytest said."""

from pathlib import Path

from tools.counts import Counts, counted

REPORT = """<?xml version="1.0"?>
<testsuites><testsuite name="pytest" tests="9" failures="2" errors="1" skipped="3" time="0.1"></testsuite></testsuites>
"""


def test_a_report_is_counted(tmp_path: Path) -> None:
    """Every number is read."""
    report = tmp_path / "report.xml"
    report.write_text(REPORT)

    assert counted(report) == Counts(tests=9, failures=2, errors=1, skipped=3)


def test_no_report_is_no_test(tmp_path: Path) -> None:
    """A run that died before it wrote its report proves nothing."""
    assert counted(tmp_path / "none.xml") == Counts()


def test_runs_are_added_up_in_pytests_words() -> None:
    """What is nought is left out."""
    both = Counts(tests=5, failures=1) + Counts(tests=4, skipped=2)

    assert both.parts() == ["1 failed", "6 passed", "2 skipped"]
    assert Counts().parts() == ["no tests ran"]
