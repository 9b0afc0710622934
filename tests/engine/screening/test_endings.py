"""Words that are a part of a name with an ending of their sentence, as coarse sounds."""

import pytest

from kualik.engine.screening.endings import inflected


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("halidadan", "halida"),
        ("halidanin", "halida"),
        ("halidaga", "halida"),
        ("halidalar", "halida"),
        ("halidas", "halida"),
        ("halidi", "halida"),
        ("halidoi", "halida"),
        ("halidu", "halida"),
        ("aiguldin", "aigul"),
        ("aselmen", "asel"),
        ("serikom", "serik"),
        ("serikting", "serik"),
    ],
)
def test_endings_of_the_cases_are_known(word: str, part: str) -> None:
    """Of Kazakh, Uyghur and Kyrgyz, of Russian, and the English s."""
    assert inflected(word, part)


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("halida", "halida"),
        ("halid", "halida"),
        ("khan", "han"),
        ("ali", "al"),
        ("halidabad", "halida"),
        ("", "halida"),
    ],
)
def test_other_words_are_none(word: str, part: str) -> None:
    """The part itself is no part with an ending; a short part is in too many words."""
    assert not inflected(word, part)
