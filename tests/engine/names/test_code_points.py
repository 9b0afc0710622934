"""What a code point is in a name."""

from unicodedata import normalize

import pytest

from kualik.engine.names.code_points import (
    APOSTROPHE,
    COMMA,
    DOT,
    HYPHEN,
    SPACE,
    fold,
    is_mark,
    mark_class,
    script_of,
)
from kualik.engine.names.orthography import decomposed


@pytest.mark.parametrize("sign", ["'", "’", "‘", "ʼ", "ʻ", "`", "´", "ʹ", "＇"])
def test_every_apostrophe_is_one(sign: str) -> None:
    """Keyboards and romanisations write the same sign in many ways."""
    assert fold(ord(sign)) == (APOSTROPHE,)


@pytest.mark.parametrize(
    ("sign", "meaning"),
    [
        ("‑", HYPHEN),
        ("—", HYPHEN),
        ("．", DOT),
        ("·", COMMA),
        ("・", COMMA),
        ("،", COMMA),
        ("\n", SPACE),
        ("😀", COMMA),
    ],
)
def test_what_parts_words_is_a_space_or_one_of_three_signs(sign: str, meaning: int) -> None:
    """Middle dots, commas of any script and pictures part words."""
    assert fold(ord(sign)) == (meaning,)


@pytest.mark.parametrize("code", [0x200B, 0x200E, 0x202E, 0x0640, 0x0651, 0xD800, 0xFFFD])
def test_what_nobody_hears_is_silent(code: int) -> None:
    """Direction marks, stretches, doubling signs and lone surrogates do not part a word."""
    assert fold(code) == ()


def test_letters_are_folded_and_decomposed() -> None:
    """A presentation form is its letter, a capital its small one, a composed letter its base and mark."""
    assert decomposed("ﺎ") == "ا"
    assert decomposed("Ё") == "е\u0308"
    assert decomposed("ﷲ") == "الله"
    assert decomposed("Ａ") == "a"


def test_marks_of_one_letter_have_one_order() -> None:
    """Two orders of the same marks are one letter, composed or not."""
    one, other = "c\u0327\u0301", "c\u0301\u0327"

    assert normalize("NFC", one) == normalize("NFC", other)
    assert decomposed(one) == decomposed(other) == decomposed(normalize("NFC", one))


def test_a_letter_has_a_script_and_a_mark_a_class() -> None:
    """Scripts are told by number; a mark that no table needs is silent, not a mark."""
    assert [script_of(ord(letter)) for letter in "aжا汗7"] == [1, 2, 3, 4, 0]
    assert is_mark(0x0308)
    assert mark_class(0x0308) == 230
    assert not is_mark(0x0489)
    assert fold(0x0489) == ()
