"""Words put into the form that a label needs."""

import pytest

from kualik.engine.extracting.kazakh.wording import base_form, genitive, place_name


@pytest.mark.parametrize(
    ("word", "plain"), [("қызметкерлерін", "қызметкерлері"), ("елшілігінің", "елшілігі"), ("адвокатқа", "адвокат")]
)
def test_the_case_is_taken_off_and_the_owner_stays(word: str, plain: str) -> None:
    """Of "of their officers" is "their officers"."""
    assert base_form(word) == plain


@pytest.mark.parametrize(
    ("word", "form"), [("Мақсат", "Мақсаттың"), ("Айгүл", "Айгүлдің"), ("Ерлан", "Ерланның"), ("Алия", "Алияның")]
)
def test_a_genitive_follows_the_sounds_of_the_name(word: str, form: str) -> None:
    """Harmony and the last letter decide."""
    assert genitive(word) == form


def test_a_place_stands_in_the_nominative() -> None:
    """Of "in Kulja" is Kulja."""
    assert place_name("Құлжада") == "Құлжа"
    assert place_name("қаласына") == "қаласы"
