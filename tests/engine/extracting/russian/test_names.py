"""Who is named."""

import pytest

from tests.engine.extracting.russian.samples import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Жительница Талгара Батима Кожахмет пришла к суду.", ["Батима Кожахмет"]),
        ("О судьбе Жениса Садыхана молчат.", ["Женис Садыхан"]),
        ("Суд оштрафовал Айнур Бекен.", ["Айнур Бекен"]),
        ("Выступил профессор Улан Жээнбаев.", ["Улан Жээнбаев"]),
        ("Асанбай Тургун уулу уехал в Кашгар.", ["Асанбай Тургун уулу"]),
        ("Пришла Людмила Ивановна Лось.", ["Людмила Ивановна Лось"]),
        ("Пресс-секретарь МИД Китая Линь Мэйхуа молчала.", ["Линь Мэйхуа"]),
        ("Подруга Инна К. остаётся в колонии.", ["Инна К."]),
        ("Задержали 61-летнего Казимира Воробья.", ["Казимир Воробей"]),
        ("Г-жа Турымбетова вышла.", ["Турымбетова"]),
    ],
)  # fmt: skip
def test_a_name_is_found_in_its_nominative(text: str, names: list[str]) -> None:
    """Whatever its case."""
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Он живёт в Талгаре.",
        "Партия «Ак Жол» молчит.",
        "Суд Заводского района закрыт.",
        "Президент уехал.",
        "Новая Газета вышла.",
    ],
)
def test_what_is_no_person_is_no_name(text: str) -> None:
    """Places, parties, courts, titles, papers."""
    assert named(text) == []


def test_a_form_that_stands_in_the_text_settles_another() -> None:
    """«Нурлана» is a man's genitive where "Нурлан" stands."""
    assert named("Нурлан пропал. Нурлана ищут.") == ["Нурлан"]


def test_a_surname_that_means_something_is_found_again() -> None:
    """After the full name."""
    assert named("Осуждён Казимир Воробей. Воробей молчал.") == ["Казимир Воробей"]


def test_other_names_are_found_alike() -> None:
    """Names replaced by other names are found at the same places."""
    for one, other in (("Олег Рыбин", "Игорь Лосев"), ("Ержан Сагат", "Нурлан Омар")):
        assert named(f"Суд приговорил студента. {one} рассказал об этом.") == [one]
        assert named(f"Суд приговорил студента. {other} рассказал об этом.") == [other]
