"""Lengths of time."""

import pytest

from kualik.engine.extracting.kazakh.terms import find_terms
from tests.engine.extracting.kazakh.samples import tokens


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("он жеті жылға сотталды", ("P17Y",)), ("22 және 10 жылға", ("P22Y", "P10Y")),
        ("15 тәулікке қамады", ("P15D",)),
        ("сегіз жыл үш ай берді", ("P8Y3M",)), ("үш жарым жыл отырды", ("P3Y6M",)), ("екі аптаға", ("P14D",)),
        ("он бір жылдық жаза", ("P11Y",)),
    ],
)  # fmt: skip
def test_a_term_is_read(text: str, values: tuple[str, ...]) -> None:
    """Digits, words, halves, and two terms for two people."""
    assert find_terms(tokens(text))[0].values == values


@pytest.mark.parametrize("text", ["2018 жылы келді", "екі жыл бұрын", "он жылдан бері"])
def test_a_date_is_no_term(text: str) -> None:
    """A year, and so many years ago."""
    assert find_terms(tokens(text)) == []


def test_life_is_said_in_words() -> None:
    """ISO 8601 cannot say it."""
    assert find_terms(tokens("өмір бойына сотталды"))[0].words == "life imprisonment"
