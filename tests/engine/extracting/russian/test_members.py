"""Who is named among those told to be held, and sentences that share a verb."""

import pytest

from tests.engine.extracting.russian.samples import held


@pytest.mark.parametrize(
    ("text", "state", "names"),
    [
        (
            "Правозащитники рассказали о 38 казахах, которых удерживают в Синьцзяне. Среди них Кайрат Сарсен.",
            "unspecified",
            ["Кайрат Сарсен"],
        ),
        (
            "В Бресте задержали пятерых врачей. В их числе хирург Олег Мартыненко и медсестра Инна Стасевич.",
            "police custody",
            ["Олег Мартыненко", "Инна Стасевич"],
        ),
    ],
)
def test_those_named_of_a_group_are_held_as_it_is(text: str, state: str, names: list[str]) -> None:
    """«Среди них» goes on about the group told before."""
    found = {(one, who) for one, who, _ in held(text)}
    assert {(state, name) for name in names} <= found


def test_those_named_far_from_any_group_are_not_held() -> None:
    """One person held is no group."""
    found = held("Полиция задержала Ольгу Зуеву. Среди них она не знает никого, кроме Дины Рашид.")
    assert "Дина Рашид" not in {who for _, who, _ in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Рустем Эмиров получил 17 лет, Тимур Галин и Вадим Бекиров — по 13 лет колонии.",
            [("Рустем Эмиров", "P17Y"), ("Тимур Галин", "P13Y"), ("Вадим Бекиров", "P13Y")],
        ),
        (
            "Суд приговорил Азамата Орозова к семи годам колонии, его брата Бакыта — к пяти.",
            [("Азамат Орозов", "P7Y"), ("Бакыт", "P5Y")],
        ),
    ],
)
def test_a_sentence_shares_the_verb_before(text: str, told: list[tuple[str, str]]) -> None:
    """What stands behind a dash is imposed as well."""
    assert set(told) <= {(who, sentence) for _, who, sentence in held(text)}


def test_a_shared_sentence_of_restricted_liberty_is_no_prison() -> None:
    """The kind of punishment is read again for each."""
    found = held("Ольга Зуева получила 4 года колонии, Пётр Лось — 3 года ограничения свободы.")
    assert ("house arrest", "Пётр Лось", "P3Y") in found
