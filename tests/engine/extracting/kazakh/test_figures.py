"""Figures."""

import pytest

from tests.engine.extracting.kazakh.samples import told


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("Шыңжаңда кемінде бір миллион адам қамалған.", 1_000_000, "at least"),
        ("Екі миллионға дейін мұсылман қамалған.", 2_000_000, "at most"),
        ("Онда 300-ге жуық қазақ сотталған.", 300, "about"),
        ("Елде 1 400-ден астам тұтқын бар.", 1400, "more than"),
        ("Тізімде 2 318 адам бар.", 2318, "exactly"),
    ],
)
def test_a_figure_has_its_bound(text: str, value: int, bound: str) -> None:
    """Words around the number bound it."""
    assert [(fact["value"], fact["qualifier"]) for fact in told(text, "figure")] == [(value, bound)]


@pytest.mark.parametrize(
    "text", ["Алаңға 300 адам жиналды.", "Ол 68 жаста.", "2017 жылы келді.", "Ол 500 теңге төледі."]
)
def test_crowds_ages_years_and_money_are_no_figures(text: str) -> None:
    """Nothing is said of a population."""
    assert told(text, "figure") == []
