"""A word has one form, however its letters are coded; and it sounds the same from three alphabets."""

import pytest

from kualik.engine.searching.letters import fold, script, sounds


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Осуждён", "осужден"), ("Müller", "muller"), ("ӘЛІ", "әлі"), ("عـلـي", "علي"), ("کىتاب", "كىتاب"),
        ("Naqa'yi", "naqayi"), ("Андрей", "андрей"), ("１２", "12"), ("ئۆي", "ۆي"),
    ],
)  # fmt: skip
def test_marks_case_and_variants_of_a_letter_do_not_matter(written: str, folded: str) -> None:
    """Й stays й: it is a letter of its own."""
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("word", "code"), [("abc", "Latn"), ("қала", "Cyrl"), ("قالا", "Arab"), ("123", "Zzzz"), ("北", "Zzzz")]
)
def test_the_script_of_a_word_is_told(word: str, code: str) -> None:
    """By its first letter."""
    assert script(word) == code


def test_kazakh_sounds_the_same_from_three_alphabets() -> None:
    """Түрме, тۇرمە and türme are one word."""
    assert {sounds(fold(one)) for one in ("түрме", "تۇرمە", "türme")} == {"turme"}
