"""Names of people."""

import pytest

from tests.engine.extracting.kazakh.samples import told


def names(text: str) -> set[object]:
    """Give the names of people in a text."""
    return {fact["name"] for fact in told(text, "person")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Полиция бастығы Дидар Сәтенов келмеді.", "Дидар Сәтенов"),
        ("Оның қызы Жұпарды кеше көрдік.", "Жұпар"),
        ("Қамкөңіл есімді әйел келді.", "Қамкөңіл"),
        ("Хатты С. Досмаилов жазған.", "С. Досмаилов"),
        ("62 жастағы Мәнсүра үйінде.", "Мәнсүра"),
        ("Ұлдай Тілеубекқызының хаты жетті.", "Ұлдай Тілеубекқызы"),
    ],
)
def test_a_name_is_found_and_put_into_the_nominative(text: str, name: str) -> None:
    """By the tagger, a patronymic, kin, an age, an initial, or the word that introduces it."""
    assert name in names(text)


@pytest.mark.parametrize("text", ["Абай ауданында жиын өтті.", "Құлжада қар жауды.", "Құрметті депутаттар!"])
def test_a_place_and_a_word_with_a_capital_are_no_people(text: str) -> None:
    """Districts, towns, the first word of a sentence."""
    assert names(text) == set()


def test_sisters_share_their_patronymic() -> None:
    """Of "Раушан мен Жазира Кенжетайқыздары" are two full names."""
    found = names("Раушан мен Жазира Кенжетайқыздары оралды.")
    assert found == {"Раушан Кенжетайқызы", "Жазира Кенжетайқызы"}


def test_the_same_name_in_other_letters_is_an_alias() -> None:
    """What stands in brackets behind a name is the name in another script."""
    found = told("Елші Ли Мин (李敏) келді.", "person")
    assert found[0]["aliases"] == ["李敏"]
