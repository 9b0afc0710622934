"""Running several programs and saying how each ended."""

import pytest

from tools.steps import Step, python, run_all, shown


def step(name: str, code: str) -> Step:
    """A step that runs a line of Python."""
    return Step(name=name, command=python("-c", code), environment={"KUALIK_WORD": "heard"})


def test_only_what_failed_is_printed_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    """In the order in which they were given, whichever ends first."""
    outcomes = run_all([step("bad", "print('why'); exit(4)"), step("good", "print('noise')")])

    printed = capsys.readouterr().out
    assert [outcome.code for outcome in outcomes] == [4, 0]
    assert printed.startswith("FAILED  bad")
    assert "why" in printed
    assert "noise" not in printed


def test_a_step_sees_its_environment(capfd: pytest.CaptureFixture[str]) -> None:
    """And what it prints goes straight to the terminal."""
    outcome = shown(step("asking", "import os; print(os.environ['KUALIK_WORD'])"))

    assert outcome.code == 0
    assert "heard" in capfd.readouterr().out
