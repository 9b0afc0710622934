"""Whose kin somebody is."""

import pytest

from tests.engine.extracting.russian.samples import held, phrase, scene, ties


@pytest.mark.parametrize(
    ("text", "kin", "label"),
    [
        ("Ольга Зуева ждёт. Её брат пропал.", "брат", "брат Ольги Зуевой"),
        ("Ольга Зуева ищет своего мужа.", "мужа", "муж Ольги Зуевой"),
        ("Сын и дочь Марата Акимова живут дома.", "Сын", "сын Марата Акимова"),
        ("Марата Акимова осудили. Жена не видела его.", "Жена", "жена Марата Акимова"),
        ("Брат Марата, Олег Рыбин, пришёл. Брат рад.", "Брат", "Олег Рыбин"),
        ("Его мать Ольга Зуева пришла к Марату Акимову.", "мать", "Ольга Зуева"),
    ],
)
def test_kin_is_somebodys(text: str, kin: str, label: str) -> None:
    """Said by a possessive, a genitive, or unsaid."""
    made = scene(text)
    someone = made.register.meant(phrase(made, kin))

    assert someone is not None
    assert made.register.label(someone) == label


def test_kin_in_general_is_nobodys() -> None:
    """«Матери» of nobody, «дети» at large."""
    made = scene("Марат Акимов говорит. Дети растут.")

    assert made.register.meant(phrase(made, "Дети")) is None


def test_a_tie_is_known_the_other_way_round() -> None:
    """Whose mother she is, he is her son."""
    made = scene("Пропал Марат Акимов. Его мать Ольга Зуева ждёт. «Мой сын жив и здоров там», — сказала Зуева.")
    zueva = next(one for one in made.register.all if one.name == "Ольга Зуева")
    made.register.says(made.quotations[0], zueva)
    someone = made.register.meant(phrase(made, "сын"))

    assert someone is not None
    assert someone.name == "Марат Акимов"


def test_a_cousin_is_another_person_than_a_brother() -> None:
    """The degree tells "двоюродный брат" from "брат" of the same owner."""
    text = "Двоюродный брат Ольги Зуевой — учитель. Брата Ольги Зуевой задержали в мае."
    assert ("police custody", "брат Ольги Зуевой", None) in held(text)


def test_a_possessive_before_two_nouns_is_of_both() -> None:
    """The second of two that "и" joins."""
    told = ties("Ольга Зуева пишет стихи. Её соавтор и двоюродный брат Тимур Галин уехал.")
    assert told == [("Тимур Галин", "cousin", "Ольга Зуева")]
