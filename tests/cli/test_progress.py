"""Progress: on stderr, where somebody watches, and nowhere else."""

import pytest

from kualik.cli.progress import shown


def test_nothing_is_printed_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither among the results nor in a log."""
    with shown("reading", total=2) as bar:
        bar.step()
        bar.step()

    assert capsys.readouterr() == ("", "")


def test_at_a_terminal_it_is_shown_beside_the_results(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On stderr alone."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with shown("reading", total=2) as bar:
        bar.step()
    out, err = capsys.readouterr()

    assert out == ""
    assert "reading" in err
    assert "1/2" in err


def test_a_bar_can_be_told_how_much_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody watches, nothing is said."""
    with shown("counting", total=100) as bar:
        bar.at(40)

    assert capsys.readouterr().err == ""
