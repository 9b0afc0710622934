"""Runs of capitals."""

import pytest

from kualik.engine.extracting.russian.runs import (
    capital_runs,
    is_echo,
    is_other,
    is_strong,
    nominatives,
    repeated_surnames,
)
from kualik.engine.extracting.russian.tokens import read_page
from tests.engine.extracting.russian.samples import named


def runs(text: str) -> list[str]:
    """Find the runs of a text that are no places or bodies."""
    page = read_page(text)
    return [page.words(run.first, run.last) for run in capital_runs(page) if not is_other(page, run)]


def test_a_place_is_cut_off_a_name() -> None:
    """«Житель Алматы» is followed by who he is."""
    assert runs("Пришёл житель Алматы Ержан Сагат.") == ["Ержан Сагат"]


def test_an_owner_is_cut_off_a_name() -> None:
    """His name is in the genitive, hers is not."""
    assert runs("Пришла жена Асанбая Айсулуу.") == ["Асанбая", "Айсулуу"]
    assert runs("Пришла жена активиста Сергея Титова Мария.") == ["Сергея Титова", "Мария"]


def test_streets_and_villages_are_other() -> None:
    """Also the second of two streets."""
    assert runs("На углу улиц Омарова и Шевченко, в селе Акжар.") == []


def test_a_known_name_is_strong_and_a_place_is_not() -> None:
    """By itself."""
    page = read_page("Это Ольга Зуева. Он уехал в Акжол.")
    known, place = capital_runs(page)

    assert is_strong(page, known)
    assert not is_strong(page, place)


def test_a_bare_word_echoes_a_name() -> None:
    """That stands elsewhere in full."""
    page = read_page("Это Сейран Халил. За Халилом пришли. Пришёл Халил, и Лосев с ним, и Лосев ушёл.")
    whole, *others = capital_runs(page)
    known = {name for i in whole.words for name in nominatives(page.tokens[i])}

    assert all(is_echo(page, run, known) for run in others[:1])
    assert list(repeated_surnames(page, [whole], known))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В камере была учительница по имени Гульзия.", "Гульзия"),
        ("Вчера приходила Сауле-апай с дочерью.", "Сауле-апай"),
        ("Мы помним Сайрана и ждём.", "Сайран"),
    ],
)
def test_one_word_is_a_name_by_what_stands_beside_it(text: str, name: str) -> None:
    """Behind "по имени", an elder's title, the ending of somebody whom a verb acts upon."""
    assert name in named(text)
