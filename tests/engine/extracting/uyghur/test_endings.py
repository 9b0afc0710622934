"""Nouns and what joins them."""

import pytest

from kualik.engine.extracting.uyghur.endings import Ending, endings


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("ئاكىسىنىڭ", Ending(stem="ئاكا", case="gen", owner="3")),
        ("بالىلىرى", Ending(stem="بالا", owner="3", plural=True)),
        ("يولدىشىم", Ending(stem="يولداش", owner="1")),
        ("تۈرمىدە", Ending(stem="تۈرمە", case="loc")),
        ("ئىنىسىمۇ", Ending(stem="ئىنى", owner="3")),
        ("لاگېردىكى", Ending(stem="لاگېر", case="rel")),
    ],
)
def test_a_word_is_cut_into_stem_and_endings(word: str, ending: Ending) -> None:
    """Case, owner and plural come off; a raised vowel comes back."""
    assert ending in endings(word)


def test_the_word_itself_comes_first() -> None:
    """Nothing is taken off that need not be."""
    assert endings("غېنى")[0] == Ending(stem="غېنى")
