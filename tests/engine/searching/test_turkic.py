"""Kazakh and Uyghur suffixes are taken off, from the last to the first."""

import pytest

from kualik.engine.searching.letters import fold, sounds
from kualik.engine.searching.turkic import kazakh, uyghur


@pytest.mark.parametrize(
    "forms",
    [
        ("түрме", "түрмеде", "түрмеге", "түрмелерден"), ("бала", "балалар", "балаларының", "балаға"),
        ("қамау", "қамауда", "қамауға"), ("тұтқын", "тұтқындарды"), ("үкім", "үкімі", "үкімін"),
        ("әйел", "әйелдер", "әйелінің"), ("аудан", "ауданда", "аудандағы"), ("кітап", "кітабы"),
        ("лагерь", "лагерьден", "لاگەردە"), ("түрме", "تۇرمەدە", "türmede"), ("ұл", "ұлы", "ұлдары"),
    ],
)  # fmt: skip
def test_kazakh_forms_are_one_in_three_alphabets(forms: tuple[str, ...]) -> None:
    """Plural, possession and case, after voiced and voiceless sounds."""
    assert len({kazakh(sounds(fold(one))) for one in forms}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("مەكتەپ", "مەكتىپى", "مەكتەپتە"), ("بالا", "بالىلار", "بالىسى", "بالىلىرىنى"), ("ئانا", "ئانىسى"),
        ("تۈرمە", "تۈرمىدە", "تۈرمىگە"), ("ناھىيە", "ناھىيەدە"), ("نامايىش", "نامايىشنى", "نامايىشلار"),
    ],
)  # fmt: skip
def test_uyghur_forms_are_one_though_a_vowel_is_raised(forms: tuple[str, ...]) -> None:
    """A and e turn to i before a suffix; the stem does not show it."""
    assert len({uyghur(sounds(fold(one))) for one in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("қала", "қалам"), ("сот", "соғыс"), ("үй", "үкім")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """A root keeps two letters with a vowel at least."""
    assert kazakh(sounds(fold(one))) != kazakh(sounds(fold(other)))
