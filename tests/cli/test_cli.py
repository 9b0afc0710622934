"""The command line as a whole: lazily loaded, and never a traceback for what was to be expected."""

import os
import subprocess
import sys
from importlib import import_module

import pytest
import typer

from kualik import cli
from kualik.casebook.errors import CasebookError
from kualik.cli import COMMANDS, app, main


def test_a_command_is_loaded_when_it_is_called() -> None:
    """The names engine starts without Django, and without the other commands."""
    code = (
        "import sys; sys.argv = ['kualik', 'names', 'compare', 'Khalida', 'Халида']\n"
        "from kualik.cli import main\n"
        "try: main()\n"
        "except SystemExit as ended: code = ended.code\n"
        "sys.exit(code or 'django' in sys.modules or 'kualik.cli.add' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_there(name: str) -> None:
    """Under its module's `app`."""
    assert isinstance(import_module(COMMANDS[name]).app, typer.Typer)


@pytest.mark.parametrize("words", [["nonsense"], ["verify", "--nonsense"], []])
def test_wrong_usage_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And says what is right."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    printed = capsys.readouterr()

    assert ended.value.code == 2
    assert "Usage: kualik" in printed.err + printed.out


@pytest.mark.parametrize("error", [CasebookError("no such thing; make one"), OSError("the disk is gone")])
def test_an_expected_error_is_one_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 1."""

    def fail(**_words: object) -> None:
        raise error

    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(SystemExit) as ended:
        main([])

    assert (ended.value.code, capsys.readouterr().err) == (1, f"kualik: {error}\n")


def test_a_fault_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends as it is, to be reported."""

    def fail(**_words: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(ZeroDivisionError):
        main([])


def test_the_casebook_and_the_actor_are_named_before_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """For every command alike."""
    monkeypatch.setenv("KUALIK_CASEBOOK", "before")
    monkeypatch.setenv("KUALIK_USER", "before")
    with pytest.raises(SystemExit):
        main(["--casebook", "/nowhere", "--as", "saule", "verify"])

    assert (os.environ["KUALIK_CASEBOOK"], os.environ["KUALIK_USER"]) == ("/nowhere", "saule")
    assert app.info.name == "kualik"
