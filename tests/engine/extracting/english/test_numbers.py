"""Numbers in figures and words."""

import pytest

from kualik.engine.extracting.english.numbers import is_number, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,344", 1344),
        ("thirty-one", 31),
        ("a hundred", 100),
        ("2 million", 2_000_000),
        ("two dozen", 24),
        ("eleven", 11),
    ],
)
def test_a_number_has_its_value(text: str, value: float) -> None:
    """In figures and in words."""
    assert number(text) == value


def test_a_word_that_is_none_has_no_value() -> None:
    """Nothing is guessed."""
    assert number("several") is None
    assert is_number("seven")
    assert not is_number("severed")
