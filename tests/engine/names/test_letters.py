"""The tables of letters."""

import pytest

from kualik.engine.names.letters import ARABIC, CYRILLIC, LATIN_SINGLE

KAZAKH_CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
KAZAKH_ARABIC = "اءبۆگعدەجزيكقلمنڭوپرستۋۇفحھچشىٴ"
UYGHUR_ARABIC = "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي"


@pytest.mark.parametrize(
    ("alphabet", "table"),
    [
        (KAZAKH_CYRILLIC, CYRILLIC),
        (KAZAKH_ARABIC, ARABIC),
        (UYGHUR_ARABIC, ARABIC),
        ("abcdefghijklmnopqrstuvwxyz", LATIN_SINGLE),
    ],
)
def test_every_letter_of_an_alphabet_has_a_sound(alphabet: str, table: dict[str, str]) -> None:
    """Or is silent on purpose; none is forgotten."""
    assert [letter for letter in alphabet if letter not in table] == []


def test_sounds_are_plain_letters() -> None:
    """Lower-case ASCII, so that they can be compared."""
    sounds = "".join((*CYRILLIC.values(), *ARABIC.values(), *LATIN_SINGLE.values()))

    assert sounds.isascii()
    assert sounds.islower()
    assert sounds.isalpha()
