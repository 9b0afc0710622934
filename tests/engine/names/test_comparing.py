"""How likely two names can be one person's. People are fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names import compare

SAME = [
    "Khalida Akytkhan",
    "Халида Ақытхан",
    "Халида Акытхан",
    "Қалида Ақытханқызы",
    "Aqytkhan Khalida",
    "قاليدا اقىتحان",
    "哈丽达·阿合特汗",
]
OTHERS = ["Khalida Aqytbek", "Қалида Ақытбекқызы", "Khalida Serik", "Serik Aqytkhan", "Serik Bolatuly", "赛力克·波拉提"]


@pytest.mark.parametrize("other", SAME)
def test_spellings_of_one_name_are_likely(other: str) -> None:
    """In six ways of writing."""
    assert compare("Khalida Aqytkhan", other).score > 0.9


@pytest.mark.parametrize("other", OTHERS)
def test_another_persons_name_is_unlikely(other: str) -> None:
    """Another father with the same beginning, a part in common, nothing in common."""
    assert compare("Khalida Aqytkhan", other).score < 0.5


def test_reasons_name_the_parts() -> None:
    """What is near, what is not, what only one has."""
    found = compare("Serik Bolatuly Omar", "Серік Қанатұлы")
    said = [str(reason) for reason in found.why]

    assert said[0] == "same part: serik ~ серік (1.00)"
    assert any(reason.what == "different part" for reason in found.why)
    assert "the fathers' names differ: " in said
    assert "only in one: omar" in said


def test_a_hint_says_that_letters_are_pinyin() -> None:
    """Syllables are added and consonants lost, so that the same figures mean more."""
    plain, hinted = (compare("Serik Bolat", "Sailike Bolati", lang_b=tag) for tag in ("en", "zh-Latn"))

    assert hinted.score != plain.score
    assert compare("Serik Bolat", "Sailike Bolati").score == hinted.score


NAMES = st.one_of(st.sampled_from(["Khalida Aqytkhan", *SAME, *OTHERS]), st.text())


@given(NAMES, NAMES)
def test_the_order_of_two_names_makes_no_difference(a: str, b: str) -> None:
    """And the score is a probability."""
    assert compare(a, b).score == pytest.approx(compare(b, a).score, abs=2e-4)
    assert 0 <= compare(a, b).score <= 1
