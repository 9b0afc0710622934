"""`kualik find` at the terminal."""

import pytest

from tests.cases.casting import Story
from tests.cli.running import run

pytestmark = pytest.mark.django_db


def test_a_name_in_another_alphabet_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """With the person's number, and by what it was found."""
    story = Story("Khalida Serikbai fainted.")
    story.person("Khalida Serikbai")
    story.propose()

    ran = run(capsys, "find", "Халида", "Серикбай")

    assert ran.code == 0
    assert ran.out.startswith("K-000001  Khalida Serikbai")
    assert "found by: same part: Халида ~ Khalida (1.00); same part: Серикбай ~ Serikbai" in ran.out


def test_nothing_found_is_exit_code_1_and_said_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """Stdout stays empty."""
    ran = run(capsys, "find", "Bolatbek")

    assert (ran.code, ran.out) == (1, "")
    assert "nothing found for 'Bolatbek'" in ran.err


def test_words_are_needed(capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage is exit code 2."""
    assert run(capsys, "find").code == 2
