"""Kinship."""

import pytest

from tests.engine.extracting.kazakh.samples import told


@pytest.mark.parametrize(
    ("text", "person", "relation", "relative"),
    [
        ("Нұрланның ағасы Мұрат Сейіт келді.", "Мұрат Сейіт", "brother", "Нұрлан"),
        ("«Ұлым Ержанды алып кетті», – деді Айсұлу Дәрібай.", "Ержан", "son", "Айсұлу Дәрібай"),
        ("Айсұлу Дәрібай қызы Жұпардың қамалғанын айтты.", "Жұпар", "daughter", "Айсұлу Дәрібай"),
        ("Ерлі-зайыпты Сержан Дәрібай мен Айсұлу Дәрібай ұсталды.", "Сержан Дәрібай", "spouse", "Айсұлу Дәрібай"),
        ("Айсұлудың күйеу баласы Серікті ұстады.", "Серік", "in-law", "Айсұлу"),
        ("Мұрат Сейіт – Айсұлудың інісі.", "Мұрат Сейіт", "brother", "Айсұлу"),
        ("Айсұлу Дәрібайдың немере інісі, 30 жастағы Мұрат Сейіт келді.", "Мұрат Сейіт", "cousin", "Айсұлу Дәрібай"),
    ],
)  # fmt: skip
def test_kin_are_tied(text: str, person: str, relation: str, relative: str) -> None:
    """By the genitive, "my", a dropped owner, a pair, an apposition."""
    found = [(fact["person"], fact["relation"], fact["relative"]) for fact in told(text, "kin")]
    assert found == [(person, relation, relative)]


def test_the_eldest_of_brothers_told_before_is_a_brother() -> None:
    """Of "I have three brothers. The eldest, N, …"."""
    text = "Мен Айсұлу Дәрібайқызымын. Менің үш ағам бар. Үлкені Мұрат қамауда."
    assert ("Мұрат", "brother") in [(fact["person"], fact["relation"]) for fact in told(text, "kin")]


def test_a_father_of_two_is_no_tie() -> None:
    """Whose father is not told."""
    assert told("Ол – екі баланың әкесі.", "kin") == []
