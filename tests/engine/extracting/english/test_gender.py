"""The gender that a name or noun tells."""

import pytest

from kualik.engine.extracting.english.gender import gender_of_name, gender_of_word


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("aigul serikqyzy", "f"),
        ("serik aigululy", "m"),
        ("olga petrova", "f"),
        ("umm khaled", "f"),
        ("mariyam orynbek", "f"),
        ("quanysh dosbek", "m"),
        ("wang lin", ""),
        ("xyz", ""),
    ],
)
def test_a_name_tells_its_gender_where_it_does(name: str, gender: str) -> None:
    """By given name, patronymic or ending; a Chinese name tells none."""
    assert gender_of_name(tuple(name.split())) == gender


def test_a_noun_tells_its_gender() -> None:
    """Kin, people and titles."""
    assert [gender_of_word(word) for word in ("mother", "policeman", "mrs", "teacher", "stone")] == [
        "f",
        "m",
        "f",
        "",
        "",
    ]
