"""Figures of populations."""

import pytest

from tests.engine.extracting.russian.samples import read


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("За решёткой не менее 1100 человек.", 1100, "at least"),
        ("Осуждены более 300 человек.", 300, "more than"),
        ("Там живёт порядка 170 тысяч кыргызов.", 170_000, "about"),
        ("В лагерях до миллиона уйгуров.", 1_000_000, "at most"),
        ("В стране 1400 политзаключённых.", 1400, "exactly"),
        ("Пропали не более 40 человек.", 40, "at most"),
        ("Поступило 1 870 жителей.", 1870, "exactly"),
    ],
)
def test_a_number_of_people_has_its_bound(text: str, value: int, bound: str) -> None:
    """In digits and words."""
    assert [(one.value, one.bound) for one in read(text).figures] == [(value, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "На площадь вышли 500 человек.",
        "Ему дали 25 лет.",
        "Его оштрафовали на 70 тысяч тенге.",
        "В 2018 году людей забрали.",
    ],
)
def test_what_is_no_population_is_no_figure(text: str) -> None:
    """Crowds, terms, money, years."""
    assert read(text).figures == []
