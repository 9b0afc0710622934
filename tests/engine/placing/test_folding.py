"""What spellings of one place share."""

import pytest

from kualik.engine.placing.folding import fold, is_han, script_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ürümqi", "urumqi"),
        ("Көк-Тоғай", "Кок Тогай"),
        ("Ош", "ош"),
        ("غۇلجى", "غۇلجي"),
        ("ئۈرۈمچى", "ۈرۈمچى"),
        ("Xi'an", "Xian"),
        ("شاۋان", "شـاۋان"),
    ],
)
def test_spellings_of_one_place_fold_to_one(one: str, other: str) -> None:
    """Marks, capitals, hyphens, apostrophes and letters that scribes exchange make no difference."""
    assert fold(one) == fold(other)


def test_a_short_i_is_a_letter_and_no_mark() -> None:
    """Else Алтай would be another word."""
    assert fold("Алтай") == "алтай"


def test_scripts_are_told_apart() -> None:
    """By the first letter."""
    assert [script_of(word) for word in ("Künes", "Кунес", "كۈنەس", "新源")] == ["Latn", "Cyrl", "Arab", "Hani"]
    assert is_han("源")
    assert not is_han("K")


def test_words_keep_their_places() -> None:
    """So that what stands beside a name can be looked at."""
    assert words_of("Künes, 新源县") == [("Künes", 0, 5), ("新源县", 7, 10)]
