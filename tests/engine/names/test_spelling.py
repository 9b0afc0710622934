"""Plain sounds are written in an alphabet, or in characters."""

import pytest

from kualik.engine.names.orthography import rows
from kualik.engine.names.spelling import TARGETS, in_characters, write


def plain(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@pytest.mark.parametrize(
    ("sounds", "target", "written"),
    [
        ("q a d i? r", "kk-Cyrl", "Қадир"),
        ("k a r i? m", "kk-Cyrl", "Қарим"),
        ("b e k", "kk-Cyrl", "Бек"),
        ("e r k i? n", "kk-Cyrl", "Еркін"),
        ("n i? y a z", "kk-Cyrl", "Нияз"),
        ("n i? y a z", "kk-Arab", "نياز"),
        ("ä d i l", "kk-Arab", "ٴادىل"),
        ("ä s é l", "kk-Arab", "اسەل"),
        ("ä h m ä t", "ug-Arab", "ئەھمەت"),
        ("s a ä t", "ug-Arab", "سائەت"),
        ("y u s u p", "ru", "Юсуп"),
        ("d a w l é t", "ru", "Даулет"),
        ("b a y u l ı", "ru", "Байулы"),
        ("gh a n i?", "ug-Latn", "Ghani"),
        ("sh o q a n", "kk-Latn", "Şoqan"),
        ("", "ru", ""),
    ],
)
def test_each_alphabet_has_its_rules(sounds: str, target: str, written: str) -> None:
    """Harmony in Kazakh, the hamza in both Arabic scripts, я and ю in Cyrillic."""
    assert write(plain(sounds), target) == written


def test_every_sound_can_be_written_everywhere() -> None:
    """No cell of the table is empty."""
    for row in rows("targets.tsv"):
        assert all(row[target] for target in TARGETS)
        assert write((row["sound"],), "Latn")


@pytest.mark.parametrize(
    ("sounds", "written"),
    [
        ("e r k i? n", "艾尔肯"),
        ("n i? y a z", "尼亚孜"),
        ("g ü l b a h a r", "古丽巴哈尔"),
        ("m a n a p", "马纳甫"),
        ("", ""),
    ],
)
def test_characters_are_those_of_transcriptions(sounds: str, written: str) -> None:
    """A nasal belongs to the syllable before it, unless a vowel follows."""
    assert in_characters(plain(sounds)) == written
