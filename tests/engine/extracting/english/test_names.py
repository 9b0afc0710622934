"""Stretches of capitalised words."""

import pytest

from kualik.engine.extracting.english.names import find_runs, is_body_name
from kualik.engine.extracting.english.parsing import parse


def runs(text: str) -> list[str]:
    """Tell the runs of a text."""
    parsed = parse(text)
    return [parsed.said(one.first, one.last) for one in find_runs(parsed)]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("They met President Omar Aliev.", "Omar Aliev"),
        ("They met Abdul-Karim Nurov.", "Abdul-Karim Nurov"),
        ("They met Gulnar Qosan qyzy in May.", "Gulnar Qosan qyzy"),
        ("They met Peter van der Velde.", "Peter van der Velde"),
        ("They met Chow Ka-lok.", "Chow Ka-lok"),
        ("They met Khalid al-Masri.", "Khalid al-Masri"),
        ("They met J. K. Omarova.", "J. K. Omarova"),
        ("They met Kazakh activist Omar Aliev.", "Omar Aliev"),
    ],
)
def test_a_run_is_the_name_alone(text: str, run: str) -> None:
    """Without titles, with particles and hyphens."""
    assert run in runs(text)


@pytest.mark.parametrize("text", ["They left on Monday.", "They left in May.", "What was Taken is gone.", "I left."])
def test_other_capitals_are_no_names_of_people(text: str) -> None:
    """Days, months, words at the beginning."""
    assert not set(runs(text)) & {"Monday", "May", "I", "They", "What"}


def test_a_hyphen_before_a_common_word_ends_a_name() -> None:
    """New York-based is no name."""
    assert "New York-based" not in runs("They met New York-based lawyers.")


def test_a_body_has_a_word_that_makes_it_one() -> None:
    """Courts, streets, acts."""
    assert is_body_name(["supreme", "court"])
    assert not is_body_name(["omar", "aliev"])
