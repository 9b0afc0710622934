"""Whom a count without a noun means."""

import pytest

from kualik.engine.extracting.english.groups_before import group_before, people_of
from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.people import Register


def _meant(text: str, said: str) -> list[str]:
    register = Register(parse(f"A heading\n\n{text}"))
    i = next(word.i for word in reversed(register.parsed.words) if word.lower == said)
    return [register.notes.parties[key].label for key in group_before(register, i)]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Timur Asanov and Marat Bekov fled. Both were arrested.", "both", ["Timur Asanov", "Marat Bekov"]),
        ("Timur Asanov fled. Marat Bekov stayed. Both were arrested.", "both", ["Timur Asanov", "Marat Bekov"]),
        ("Timur Asanov and Marat Bekov fled. The pair were arrested.", "pair", ["Timur Asanov", "Marat Bekov"]),
        ("Timur Asanov and Marat Bekov fled. Each was given ten years.", "each", ["Timur Asanov", "Marat Bekov"]),
        ("Six teachers were questioned in Tekes. All six were released.", "six", ["Six teachers"]),
    ],
)
def test_a_count_means_those_told_of_before(text: str, said: str, expected: list[str]) -> None:
    """Both, the pair, each, all six."""
    assert _meant(text, said) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Timur Asanov, Marat Bekov and Serik Omar fled. Both were arrested.", "both"),
        ("Timur Asanov and Marat Bekov fled. Both of the cars were searched.", "both"),
        ("Timur Asanov and Marat Bekov fled. Seven were arrested.", "seven"),
    ],
)
def test_a_count_that_does_not_fit_means_nobody(text: str, said: str) -> None:
    """Left open sooner than guessed."""
    assert _meant(text, said) == []


def test_people_named_together_are_taken_apart() -> None:
    """They were arrested: X, and Y."""
    register = Register(parse("A heading\n\nTimur Asanov and Marat Bekov fled to Osh. They were arrested there."))
    they = next(word.i for word in register.parsed.words if word.text == "They")
    key = register.detainee(they)
    assert key is not None
    assert [register.notes.parties[one].label for one in people_of(register, key)] == ["Timur Asanov", "Marat Bekov"]
