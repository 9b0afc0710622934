"""Places and peoples."""

from kualik.engine.extracting.gazetteer import KNOWN_PLACES, PEOPLES


def test_words_are_folded() -> None:
    """They are looked up in small letters, peoples in the plural too."""
    assert "almaty" in KNOWN_PLACES
    assert {"kazakh", "kazakhs"} <= PEOPLES
