"""Names are folded by the table that was packed, whatever Unicode Python knows."""

from unicodedata import category

import pytest

from kualik.engine.names.code_points import COMMA, SPACE, fold
from kualik.engine.names.folds import folded


@pytest.mark.parametrize("character", ["A", "é", "Қ", "ﷺ", "阿", "·", "\u200f", "\U0001f600", "７", "\ud800", " "])
def test_a_character_folds_as_unicode_has_it(character: str) -> None:
    """To itself, to another, to several, or to nothing."""
    assert folded(ord(character)) == fold(ord(character))


def test_every_letter_that_names_are_written_in_is_in_the_table() -> None:
    """Latin, Cyrillic, Arabic and Chinese letters: none has been given or changed there since the table was packed."""
    letters = (*range(0x250), *range(0x400, 0x530), *range(0x620, 0x6D6), *range(0x4E00, 0x9FF0))

    assert [code for code in letters if folded(code) != fold(code)] == []


def test_a_code_point_that_nobody_has_been_given_parts_words() -> None:
    """As the last of all does."""
    assert category("\U0010ffff") == "Cn"
    assert folded(0x10FFFF) == (COMMA,)
    assert folded(0x3000) == (SPACE,)
