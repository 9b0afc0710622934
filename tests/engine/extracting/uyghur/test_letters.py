"""One word in three scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.uyghur.letters import fold, trimmed


@pytest.mark.parametrize("word", ["ئېيتتى", "éytti", "Éytti", "ейтти", "ئېي\u200fتتى", "ئېيـتتى"])
def test_one_word_is_the_same_in_every_script(word: str) -> None:
    """Latin, Cyrillic, marks of direction and a stretched letter."""
    assert fold(word) == "ئېيتتى"


def test_letters_of_two_signs_are_told_from_two_letters() -> None:
    """An apostrophe parts n and g; gh behind n is one letter."""
    assert fold("qilin'ghan") == fold("qilinghan") == "قىلىنغان"
    assert fold("singil") == "سىڭىل"


def test_a_soviet_year_is_a_year() -> None:
    """The Cyrillic of Kazakhstan writes zhil."""
    assert fold("жили") == "يىلى"


def test_a_word_is_cut_as_it_is_written() -> None:
    """The stem in the text's own letters."""
    assert trimmed("Qadirning", "قادىر") == "Qadir"
    assert trimmed("xyz", "قادىر") == "xyz"


@given(st.text(max_size=80))
def test_any_text_can_be_folded_and_stays_short(word: str) -> None:
    """No letter of any script breaks it."""
    assert len(fold(word)) <= 4 * max(1, len(word)) * 18
