"""Whom a pronoun means as a speaker."""

import pytest

from tests.engine.extracting.english.speech_samples import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aida Bekova said Marat Bekov was gone. She said the guard had laughed.", ["Aida Bekova", "Aida Bekova"]),
        ("The Foreign Ministry said the man was free. It added that he was well.",
         ["Foreign Ministry", "Foreign Ministry"]),
        ("Her son Marat Bekov said that the guard had laughed.", ["Marat Bekov"]),
    ],
)  # fmt: skip
def test_who_spoke_goes_on(text: str, expected: list[str]) -> None:
    """The one who has just spoken, before others who were only spoken of."""
    assert [who for who, _ in speakers(text)] == expected


def test_nobody_is_meant_by_a_pronoun_alone() -> None:
    """Left out sooner than guessed."""
    assert speakers("It said that the road was closed.") == []


def test_they_in_a_quotation_stay_they() -> None:
    """Whom the speaker means is not known to the reader either."""
    assert ("They", "asserts") in speakers('"They told me that he was ill," said Aida Bekova.')


@pytest.mark.parametrize(
    "text",
    [
        "Timur Asanov met Marat Bekov and Serik Omar in Osh. Later that year, in the village, he said it was over.",
        "Timur Asanov said it was over. Marat Bekov laughs at Serik Omar. His claim is denied. He said it was not.",
    ],
)
def test_he_is_nobody_where_several_could_be_meant(text: str) -> None:
    """A wrong speaker is worse than none."""
    assert "Serik Omar" not in [who for who, _ in speakers(text)]
