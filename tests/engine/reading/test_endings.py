"""Tests of the endings of Turkic words."""

from kualik.engine.reading.endings import turkic_cyrillic, turkic_latin
from tests.engine.reading.samples import ENGLISH, KAZAKH, RUSSIAN


def test_turkic_words_are_known_by_their_endings() -> None:
    """Most words of a Kazakh or Uyghur sentence have one, few of an English or Russian one."""
    assert turkic_latin("tutqunlarning ailisi ularni körmidi") >= 0.75
    assert turkic_cyrillic(KAZAKH.lower()) >= 0.5
    assert turkic_latin(ENGLISH.lower()) <= 0.25
    assert turkic_cyrillic(RUSSIAN.lower()) <= 0.2


def test_two_words_say_nothing() -> None:
    """A name may end in any way."""
    assert turkic_latin("ailisi ularni") == 0
    assert turkic_cyrillic("") == 0
