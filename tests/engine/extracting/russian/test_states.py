"""States without a verb of holding."""

import pytest

from tests.engine.extracting.russian.samples import held


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("С Маратом Акимовым прервалась связь.", ("disappeared", "Марат Акимов", None)),
        ("О местонахождении Марата Акимова ничего не известно.", ("disappeared", "Марат Акимов", None)),
        ("Семья не знает, где находится Марат Акимов.", ("disappeared", "Марат Акимов", None)),
        ("От Марата Акимова нет вестей.", ("disappeared", "Марат Акимов", None)),
        ("Марат Акимов не выходит на связь.", ("disappeared", "Марат Акимов", None)),
        ("У Марата Акимова изъяли загранпаспорт.", ("barred from leaving", "Марат Акимов", None)),
        ("Гражданке Айше Демир запретили выезд.", ("barred from leaving", "Айша Демир", None)),
        ("Марат Акимов в СИЗО с 14 июля.", ("prison", "Марат Акимов", None)),
        ("Похищение Марата Акимова потрясло всех.", ("disappeared", "Марат Акимов", None)),
        ("Приговор Николаю Титову: восемь лет.", ("prison", "Николай Титов", "P8Y")),
        ("Суд продлил срок содержания под стражей журналисту Азамату Кулову.", ("prison", "Азамат Кулов", None)),
        (
            "Асель Нурлановой избрали меру пресечения в виде домашнего ареста.",
            ("house arrest", "Асель Нурланова", None),
        ),
        ("Среди задержанных — журналистка Вера Рейн.", ("police custody", "Вера Рейн", None)),
    ],
)
def test_a_state_is_told_without_a_verb(text: str, told: tuple[str, str, str | None]) -> None:
    """No news, a paper taken, a noun, a list."""
    assert told in held(text)


@pytest.mark.parametrize("text", ["Марат Акимов дома.", "Судьба Марата Акимова решена.", "Тюрьма стоит в поле."])
def test_other_sentences_tell_no_state(text: str) -> None:
    """Being somewhere is not being held."""
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    ["Продавец Нурлан Абаев в тот день домой не вернулся.", "Учителя Абая Серикова увезли, больше его не видели."],
)
def test_who_has_not_come_back_has_disappeared(text: str) -> None:
    """Not home, not seen any more."""
    assert [state for state, _, _ in held(text)].count("disappeared") == 1
