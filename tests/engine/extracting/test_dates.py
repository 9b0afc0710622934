"""Dates as EDTF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.dates import dates_in, find_dates, reference
from kualik.engine.extracting.tokens import split
from kualik.engine.facts.edtf import is_edtf


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("on February 8", None, "XXXX-02-08"),
        ("on February 8", "2024-02-09", "2024-02-08"),
        ("on 28 December", "2024-02-09", "2023-12-28"),
        ("on 6 November 2017", None, "2017-11-06"),
        ("the 11th of April 2018", None, "2018-04-11"),
        ("in March 2019", None, "2019-03"),
        ("in the autumn of 2018", None, "2018-23"),
        ("last autumn", "2023-04-27", "2022-23"),
        ("on Tuesday", "2021-02-10", "2021-02-09"),
        ("yesterday", "2021-03-01", "2021-02-28"),
        ("early 2019", None, "2019"),
        ("on or about May 2, 2020", None, "2020-05-02~"),
    ],
)
def test_a_date_says_what_is_known(text: str, published: str | None, edtf: str) -> None:
    """A year comes from the text or from the day of publication, or stays unknown."""
    assert [date.edtf for date in find_dates(text, published=published)] == [edtf]


def test_a_weekday_without_publication_is_no_date() -> None:
    """Nothing is made up."""
    assert find_dates("on Tuesday, today", published=None) == []


def test_that_year_is_the_year_named_before() -> None:
    """So is a day counted from another."""
    text = "In 2017 he left. In December of that year he came. On 1 May 2018 she left; two days later he did."

    assert [date.edtf for date in find_dates(text, published=None)] == ["2017", "2017-12", "2018-05-01", "2018-05-03"]


def test_since_is_noticed() -> None:
    """It tells a beginning from an event."""
    assert find_dates("since February 2021", published=None)[0].since


@given(st.text(alphabet="0123456789 Februarymych,-/th", max_size=60))
def test_whatever_is_found_is_edtf(text: str) -> None:
    """No text makes a date that is none."""
    assert all(is_edtf(date.edtf) for date in find_dates(text, published="2020-02-29"))


def test_a_reference_is_known_to_the_day_or_not_at_all() -> None:
    """A month cannot resolve a weekday."""
    assert reference("2021-02") is None
    assert reference("2021-02-09") is not None


def test_dates_are_found_by_sentence() -> None:
    """Each sentence has its own."""
    text = split("He left in 2017. She left in 2018.")
    dates = find_dates(text.text, published=None)

    assert [[date.edtf for date in dates_in(dates, one)] for one in text.sentences] == [["2017"], ["2018"]]
