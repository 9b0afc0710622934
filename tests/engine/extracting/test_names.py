"""Which capitalised words name people."""

import pytest

from kualik.engine.extracting.names import is_organisation
from tests.engine.extracting.samples import found


def named(text: str) -> list[object]:
    """Give the names of the people of a text."""
    return [fact["name"] for fact in found(text, "person")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lawyer Marat Duisen came from Almaty.", ["Marat Duisen"]),
        ("The wife of Nour el-Din Shaaban came.", ["Nour el-Din Shaaban"]),
        ("Ainagul Satybaldy kyzy came to Bishkek.", ["Ainagul Satybaldy kyzy"]),
        ("The Chinese Consulate in Kunes County is near Foreign Ministry Street.", []),
        ("Her son, Asan, left.", ["Asan"]),
    ],
)
def test_people_are_told_from_places_and_bodies(text: str, names: list[str]) -> None:
    """By what stands beside them."""
    assert named(text) == names


def test_an_age_and_another_script_belong_to_the_name() -> None:
    """Both stand right after it."""
    (person,) = found("Enver Seitmemet (Энвер Сейтмемет), 44, was arrested.", "person")

    assert (person["age"], person["aliases"]) == (44, ["Энвер Сейтмемет"])


def test_an_organisation_is_known_by_its_words() -> None:
    """Ministries, courts, newspapers."""
    assert is_organisation(["Foreign", "Ministry"])
    assert not is_organisation(["Aida", "Bekova"])
