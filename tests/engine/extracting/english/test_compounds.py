"""Words that a parser cuts at their hyphens."""

import pytest

from kualik.engine.extracting.english.compounds import Wholes, years_old
from kualik.engine.extracting.english.parsing import parse


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("68-year-old", 68),
        ("sixty-eight-year-old", 68),
        ("9-years-old", 9),
        ("200-year-old", None),
        ("two-storey", None),
    ],
)
def test_an_age_is_read_from_one_hyphened_word(text: str, age: int | None) -> None:
    """Nobody is 200."""
    assert years_old(text) == age


def test_a_hyphened_word_is_whole_again() -> None:
    """Its parts lead to it, and it is kin as a whole."""
    parsed = parse("Her mothers-in-law met a co-founder.")
    wholes = Wholes(parsed)
    assert wholes.of(2).lower == "mothers-in-law"
    kin = wholes.kin(1)
    assert kin is not None
    assert kin.tells == "in-law"
    founder = wholes.person(next(word.i for word in parsed.words if word.text == "founder"))
    assert founder is not None
    assert founder.tells == "activist"


def test_a_dash_between_blanks_joins_nothing() -> None:
    """It parts clauses."""
    parsed = parse("He left - she stayed.")
    assert Wholes(parsed).of(1).lower == "left"
