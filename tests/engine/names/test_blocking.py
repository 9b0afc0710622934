"""Keys under which spellings meet. People are fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.blocking import keys, shape, skeleton


@pytest.mark.parametrize(
    "other",
    ["Халида Ақытхан", "Қалида Ақытханқызы", "Aqytkhan Halide", "قاليدا اقىتحان", "哈丽达·阿合特汗", "Khalid Akitkhan"],
)
def test_spellings_share_a_key(other: str) -> None:
    """Across scripts, order, endings and vowels."""
    assert keys("Khalida Aqytkhan") & keys(other)


def test_unlike_names_share_none() -> None:
    """Or blocking would block nothing."""
    assert not keys("Khalida Aqytkhan") & keys("Serik Bolatuly")


def test_a_short_name_is_kept_by_its_sounds() -> None:
    """One consonant would put too many together; no consonant at all is no key."""
    assert keys("Aya") == {"~a"}
    assert "L" not in keys("Ali")
    assert keys("") == frozenset()


def test_classes_join_what_scripts_confuse() -> None:
    """Voiced with voiceless, and no vowels."""
    assert skeleton("bakit") == skeleton("pagid") == "PKT"
    assert shape("halida") == "halada"


@given(st.text())
def test_a_name_shares_every_key_with_itself_in_capitals(name: str) -> None:
    """Case makes no difference where folding it is its own inverse."""
    if name.upper().casefold() == name.casefold():
        assert keys(name.upper()) == keys(name)
