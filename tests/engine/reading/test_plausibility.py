"""Tests of telling writing from the wrong encoding of it."""

import pytest

from kualik.engine.reading.plausibility import plausibility
from tests.engine.reading.samples import CHINESE, ENGLISH, KAZAKH, KAZAKH_ARABIC, RUSSIAN, UYGHUR


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, KAZAKH, KAZAKH_ARABIC, UYGHUR, CHINESE])
def test_writing_is_plausible(text: str) -> None:
    """What people write is as it should be, in each script."""
    assert plausibility(text) > 0.9


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (RUSSIAN, "windows-1251", "koi8-r"),
        (RUSSIAN, "koi8-r", "windows-1251"),
        (RUSSIAN, "windows-1251", "windows-1252"),
        (RUSSIAN, "windows-1251", "gb18030"),
        (RUSSIAN, "utf-8", "windows-1252"),
        (CHINESE, "gb18030", "big5"),
        (CHINESE, "gb18030", "koi8-r"),
    ],
)
def test_the_wrong_encoding_is_not(text: str, right: str, wrong: str) -> None:
    """Decoded wrongly, it looks much worse than it does decoded rightly."""
    garbled = text.encode(right).decode(wrong, errors="replace")

    assert plausibility(garbled) < plausibility(text) - 0.25


def test_control_characters_are_not_writing() -> None:
    """A text does not beep."""
    assert plausibility("\x07\x01 text \x02") == 0.0
