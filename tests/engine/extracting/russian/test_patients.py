"""Whom a verb of custody speaks of."""

import pytest

from kualik.engine.extracting.russian.patients import patients
from tests.engine.extracting.russian.samples import place, scene


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        (
            "Задержали Ольгу Зуеву, Марата Акимова и его брата.",
            "Задержали",
            ["Ольга Зуева", "Марат Акимов", "брат Марата Акимова"],
        ),
        ("Марат Акимов, которого держат в тюрьме, болен.", "держат", ["Марат Акимов"]),
        ("Марат Акимов, осуждённый в мае, болен.", "осуждённый", ["Марат Акимов"]),
        ("Задержаны двое: Марат Акимов, Олег Рыбин.", "Задержаны", ["Марат Акимов", "Олег Рыбин"]),
        ("Суд дал Олегу Рыбину пять лет.", "дал", ["Олег Рыбин"]),
        ("Полиция задержала.", "задержала", []),
    ],
)
def test_a_verb_speaks_of_people(text: str, verb: str, who: list[str]) -> None:
    """Objects, subjects, the noun of a participle, a list."""
    made = scene(text)

    assert [made.register.label(one) for one, _ in patients(made, place(made, verb))] == who
