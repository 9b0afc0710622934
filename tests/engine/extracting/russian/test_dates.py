"""Dates as EDTF."""

import pytest

from kualik.engine.extracting.russian.dates import dates_in
from kualik.engine.extracting.russian.tokens import read_page


def dates(text: str, published: str | None = None) -> list[str]:
    """Find the dates of a text."""
    return [one.edtf for one in dates_in(read_page(text), published=published)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("16 марта 2021 года", "2021-03-16"),
        ("7 февраля", "XXXX-02-07"),
        ("в марте 2018 года", "2018-03"),
        ("весной 2018 года", "2018-21"),
        ("в 2019-м", "2019"),
        ("04.12.2020", "2020-12-04"),
        ("в 2017 году", "2017"),
        ("22–26 ноября 2021 года", "2021-11-22/2021-11-26"),
    ],
)
def test_a_date_says_what_the_text_says(text: str, said: str) -> None:
    """And no more."""
    assert dates(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("16 марта", "2021-03-16"),
        ("во вторник", "2021-03-16"),
        ("накануне", "2021-03-15"),
        ("в мае прошлого года", "2020-05"),
        ("в позапрошлом году", "2019"),
        ("14 июля", "2020-07-14"),
        ("три месяца назад", "2020-12"),
        ("два дня назад", "2021-03-14"),
    ],
)
def test_the_day_of_publication_gives_what_is_left_out(text: str, said: str) -> None:
    """A day that lies ahead is of the year before."""
    assert dates(text, "2021-03-16") == [said]


def test_a_beginning_and_an_end_are_marked() -> None:
    """«С» and "до"."""
    one, other = dates_in(read_page("с марта 2018 года до 10 октября 2022 года"), published=None)

    assert (one.since, other.until) == (True, True)


def test_march_is_no_march_of_people() -> None:
    """A month needs a preposition, a day or a year."""
    assert dates("Прошёл марш. Роман Май уехал.") == []
