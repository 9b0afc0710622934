"""What the words around a name tell of it."""

import pytest

from kualik.engine.extracting.russian.expecting import expected_cases, likely_gender, possible_cases
from kualik.engine.extracting.russian.runs import capital_runs
from kualik.engine.extracting.russian.tokens import read_page


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Он сказал студентке Асель.", "datv"),
        ("Для Асель это важно.", "gent"),
        ("Асель пришла.", "nomn"),
        ("Это дело Асель.", "gent"),
        ("Задержали Асель.", "accs"),
        ("Пришли к 38-летней Асель.", "datv"),
        ("С г-ном Омар.", "ablt"),
        ("Асель задержали.", "accs"),
        ("Это сестра Асель, Ольга Зуева.", "gent"),
    ],
)
def test_the_word_before_tells_the_case(text: str, case: str) -> None:
    """A noun, a preposition, a verb, an age, a title."""
    page = read_page(text)

    assert case in expected_cases(page, next(capital_runs(page)))


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Его сестра Нур Бек.", "femn"),
        ("Гражданин Нур Бек.", "masc"),
        ("Г-жа Нур Бек.", "femn"),
        ("Нур Бек рассказала.", "femn"),
        ("Прокурор Нур Бек.", ""),
    ],
)
def test_kin_titles_and_verbs_tell_the_gender(text: str, gender: str) -> None:
    """An office does not."""
    page = read_page(text)
    run = next(run for run in capital_runs(page) if "Нур" in page.words(run.first, run.last))

    assert likely_gender(page, run) == gender


def test_a_name_behind_kin_may_be_the_owners() -> None:
    """«Зять Рахимы»."""
    page = read_page("Пришёл зять Рахимы.")

    assert possible_cases(page, next(capital_runs(page))) == {"gent"}
