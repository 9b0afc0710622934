"""Dates in words."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kualik.web.dates import date_in_words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024-02-08", "8 February 2024"),
        ("2024-02", "February 2024"),
        ("2024", "2024"),
        ("XXXX-02-08", "8 February, year not known"),
        ("XXXX-02-29", "29 February, year not known"),
        ("XXXX-12", "December, year not known"),
        ("XXXX", "date not known"),
        ("198X", "1980s"),
        ("2018-XX-03", "2018"),
        ("2018-21", "2018"),
        ("2021~", "about 2021"),
        ("2021-05?", "May 2021 (uncertain)"),
        ("2017/2019", "from 2017 to 2019"),
        ("2021-02/..", "since February 2021"),
        ("../2019", "until 2019"),
        ("last spring", "last spring"),
        ("", ""),
    ],
)
def test_what_is_known_is_said_and_nothing_else(text: str, said: str) -> None:
    """A day that we do not have is never made up."""
    with translation.override("en"):
        assert date_in_words(text) == said


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "8 февраля 2024 г."), ("zh-hans", "2024年2月8日"), ("kk", "2024 ж. 8 ақпан")]
)
def test_each_language_says_it_its_own_way(language: str, said: str) -> None:
    """By CLDR's patterns."""
    with translation.override(language):
        assert date_in_words("2024-02-08").replace("\u202f", " ") == said


@given(st.dates())
def test_every_full_date_names_its_year_and_day(day: date) -> None:
    """Whatever the date, its year and day stand in the words."""
    with translation.override("en"):
        said = date_in_words(day.isoformat()).split()

    assert str(day.day) in said
    assert said[-1].lstrip("0") == str(day.year)
