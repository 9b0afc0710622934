"""Whom a verb of custody speaks of."""

import pytest

from kualik.engine.extracting.russian.patients import patients
from tests.engine.extracting.russian.samples import held, place, scene


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


def test_all_of_a_group_that_are_named_are_held() -> None:
    """Names behind a plural, with ages in brackets, take the group's place."""
    told = held("Двух братьев, Марата (32 года) и Олега Титовых, забрали в марте.")
    assert [who for _, who, _ in told] == ["Марат", "Олег Титов"]


def test_some_of_people_not_told_of_are_held() -> None:
    """A number of those whom only a participle describes."""
    assert len(held("Троих из собравшихся увезли в автозаке.")) == 1
