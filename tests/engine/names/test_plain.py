"""The plain sounds that a word most probably has."""

import pytest

from kualik.engine.names.plain import plain_sounds
from kualik.engine.names.wording import cut_words


def sounds(name: str) -> str:
    return " ".join(sound for word in cut_words(name) for sound in plain_sounds(word, name))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Aqytbay", "a q ı t b a y"),
        ("Xaliq", "x a l i? q"),
        ("Cemile", "s e m i? l e"),
        ("Camal", "k a m a l"),
        ("Hacı", "h a dzh ı"),
        ("Дәулет", "d ä w l é t"),
        ("Қуат", "q uw a t"),
        ("Мұса", "m u s a"),
        ("ساۋلە", "s a w l é"),
        ("سېلىم", "s é l i? m"),
        ("عالىم", "gh a l ı m"),
        ("عادل", "a d l"),
        ("مەھمۇت", "m ä h m u t"),
    ],
)
def test_what_letters_do_not_tell_is_told_by_those_around(name: str, plain: str) -> None:
    """And by the language, where other letters of the name show it."""
    assert sounds(name) == plain


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("古丽", "g u l i?"),
        ("玉素甫", "y ü s u p"),
        ("艾合买提", "ä x m ä t"),
        ("阿卜杜", "a b d u"),
        ("阿里", "a l i?"),
        ("吐尔逊江", "t u r s u n dzh a n"),
        ("努尔", "n u r"),
    ],
)
def test_the_vowels_that_chinese_adds_are_left_out(name: str, plain: str) -> None:
    """A syllable stands for a consonant where the one before it ends in a vowel."""
    assert sounds(name) == plain


def test_a_kazakh_v_is_no_vowel() -> None:
    """The letter that is ö in Uyghur is v in Kazakh, and the o before it stays one."""
    assert sounds("ساپاروۆ، ەربول").startswith("s a p a r o v")
