"""Endings of nouns and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.kazakh.endings import endings, fits, nominative


@pytest.mark.parametrize(
    ("word", "stem", "case", "owner"),
    [
        ("лагерьде", "лагерь", "loc", ""), ("түрмесінен", "түрме", "abl", "3"), ("қызметкерлері", "қызметкер", "", "3"),
        ("ұлым", "ұл", "", "1"), ("әкеме", "әке", "dat", "1"), ("басшылығына", "басшылық", "dat", "3"),
        ("министрліктің", "министрлік", "gen", ""), ("журналистің", "журналист", "gen", ""),
    ],
)  # fmt: skip
def test_a_noun_is_cut_into_stem_case_and_owner(word: str, stem: str, case: str, owner: str) -> None:
    """The reading that is meant is among those that the sounds allow."""
    assert any((one.stem, one.case, one.owner) == (stem, case, owner) for one in endings(word))


@pytest.mark.parametrize(
    ("word", "plain", "case"),
    [
        ("Ержанды", "Ержан", "acc"), ("Мақсаттың", "Мақсат", "gen"), ("Халида", "Халида", ""),
        ("Айгүлге", "Айгүл", "dat"),
        ("Сұлтан", "Сұлтан", ""), ("Мұратұлының", "Мұратұлы", "gen"), ("Құдайберді", "Құдайберді", ""),
        ("Драгуновтан", "Драгунов", "abl"), ("Жанармен", "Жанар", "ins"),
    ],
)  # fmt: skip
def test_the_case_is_taken_off_a_name_and_nothing_else(word: str, plain: str, case: str) -> None:
    """What looks like a case but belongs to the name stays."""
    assert nominative(word) == (plain, case)


def test_an_ending_of_the_wrong_sound_does_not_fit() -> None:
    """Vowel harmony and the letter before decide."""
    assert fits("ауыл", "да")
    assert not fits("ауыл", "де")
    assert not fits("түрік", "да")


@given(st.text(alphabet="абғдеіжқлмнңоөрстуұүы-", max_size=20))
def test_no_word_is_too_odd_to_be_cut(word: str) -> None:
    """The uncut word is always the first reading."""
    assert endings(word)[0].stem == word
    plain, _ = nominative(word)
    assert word.startswith(plain)
