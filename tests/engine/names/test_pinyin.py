"""Chinese characters and syllables."""

import pytest

from kualik.engine.names.pinyin import UNKNOWN, sounds, syllables, written_in_pinyin


def test_characters_are_read_and_unknown_ones_marked() -> None:
    """Simplified and traditional; nothing is guessed."""
    assert syllables("阿不都热") == ("a", "bu", "du", "re")
    assert syllables("爾") == ("er",)
    assert syllables("𠀀") == (UNKNOWN,)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("aierken", ("ai", "er", "ken")), ("tuerxun", ("tu", "er", "xun")), ("erkin", ()), ("", ()), ("a" * 41, ())],
)
def test_words_that_can_be_pinyin(word: str, expected: tuple[str, ...]) -> None:
    """Split into syllables, or not at all."""
    assert written_in_pinyin(word) == expected


def test_er_inside_a_name_is_an_r() -> None:
    """As Chinese writes a consonant that it cannot end a syllable with."""
    assert sounds(("ai", "er", "ken")) == "airken"
    assert sounds(("er", "ken")) == "erken"
    assert sounds(("zhang", "qing", "xu")) == "jancinxu"
