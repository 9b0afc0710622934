"""Kazakh in other letters."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.kazakh.letters import rewrite


def test_latin_letters_are_written_in_cyrillic() -> None:
    """Digraphs and dotted letters, each with its place."""
    found = rewrite("Qūljada shaqyrdy")
    assert found is not None
    assert found.text == "Құлжада шақырды"
    assert found.places[found.text.index("ш")] == 8
    assert found.places[found.text.index("қ")] == 11


def test_arabic_letters_are_written_in_cyrillic_with_their_front_vowels() -> None:
    """The hamza before a word makes its vowels front."""
    found = rewrite("ٴبىر قىز")
    assert found is not None
    assert found.text == "бір қыз"


def test_cyrillic_stays_as_it_is() -> None:
    """Nothing is to be rewritten."""
    assert rewrite("Ол келді") is None


@given(st.text(alphabet="aqshñğiyı اقشۇٴىگ ,1«»", max_size=60))
def test_every_letter_has_its_place_in_order(text: str) -> None:
    """Places never go back, and end with the text."""
    found = rewrite(text)
    if found is not None:
        assert len(found.places) == len(found.text) + 1
        assert list(found.places) == sorted(found.places)
        assert found.places[-1] == len(text)
