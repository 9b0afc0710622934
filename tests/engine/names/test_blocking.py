"""Keys under which spellings meet. People are fictional."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.names.blocking import keys, shape, skeleton
from kualik.engine.names.preparing import prepare


def symbols(name: str) -> bytes:
    """Give what a name of one part sounds like."""
    part = prepare(name).parts[0]
    return part.symbols[0][: part.length[0]]


@pytest.mark.parametrize(
    "other",
    [
        "Халида Ақытхан",
        "Қалида Ақытханқызы",
        "Aqytkhan Halide",
        "قاليدا اقىتحان",
        "哈丽达·阿合特汗",
        "Halidan Ahetihan",
        "Khalid Akitkhan",
    ],
)
def test_spellings_share_a_key(other: str) -> None:
    """Across scripts, order, endings and vowels."""
    assert keys("Khalida Aqytkhan") & keys(other)


def test_unlike_names_share_none() -> None:
    """Or blocking would block nothing."""
    assert not keys("Khalida Aqytkhan") & keys("Serik Bolatuly")


def test_parts_written_in_one_share_a_key_with_parts_written_apart() -> None:
    """Abdu Rahman is Abdurahman."""
    assert keys("Abdu Rahman") & keys("Abdurahman")


def test_a_short_name_is_kept_by_its_sounds() -> None:
    """One consonant would put too many together; no consonant at all is no key."""
    assert keys("Aya") == {"~a"}
    assert "L" not in keys("Ali")
    assert keys("") == frozenset()


def test_what_is_no_name_has_no_key() -> None:
    """Titles and initials say of nobody who they are."""
    assert keys("Mr") == frozenset()
    assert keys("123 😀") == frozenset()


def test_classes_join_what_scripts_confuse() -> None:
    """Voiced with voiceless, r with l, and no vowels."""
    assert skeleton(symbols("bakit")) == skeleton(symbols("pagid")) == "PKT"
    assert skeleton(symbols("alim")) == skeleton(symbols("arim")) == "LM"
    assert shape(symbols("halida")) == "KaLaTa"


@given(st.text())
def test_a_name_shares_every_key_with_itself_in_capitals(name: str) -> None:
    """Case makes no difference where folding it is its own inverse."""
    if name.upper().casefold() == name.casefold():
        assert keys(name.upper()) == keys(name)
