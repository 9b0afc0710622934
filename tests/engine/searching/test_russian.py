"""Russian cases, numbers and tenses are taken off."""

import pytest

from kualik.engine.searching.russian import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("тюрьма", "тюрьмы", "тюрьме", "тюрьмах"), ("отец", "отца", "отцом"), ("арест", "ареста", "арестовали"),
        ("лагерь", "лагеря", "лагерей"), ("дочь", "дочери", "дочерью"), ("мать", "матери"),
        ("осудили", "осужден", "осуждены"), ("исчезновение", "исчезновениях"), ("женщина", "женщин", "женщинам"),
    ],
)  # fmt: skip
def test_inflected_forms_are_one(forms: tuple[str, ...]) -> None:
    """A vowel that comes and goes does not matter."""
    assert len({stem(one) for one in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("суд", "судьба"), ("брат", "братство"), ("стена", "стон")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """However alike they look."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize("short", ["и", "он", "врт"])
def test_a_word_too_short_or_without_a_vowel_stays(short: str) -> None:
    """There is nothing to take off."""
    assert stem(short) == short
