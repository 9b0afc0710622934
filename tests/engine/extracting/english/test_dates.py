"""Dates in English."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.english.dates import dates_in, find_dates
from kualik.engine.extracting.spans import Span
from kualik.engine.facts.edtf import is_edtf

KNOWN = "2021-02-10"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on February 8, 2019", "2019-02-08"),
        ("on 8 February 2019", "2019-02-08"),
        ("on the 8th of February 2019", "2019-02-08"),
        ("on 08.02.2019", "2019-02-08"),
        ("on 2019-02-08", "2019-02-08"),
        ("on February 8", "2021-02-08"),
        ("in December", "2020-12"),
        ("in March of '17", "2017-03"),
        ("in late March 2017", "2017-03"),
        ("in early 2018", "2018"),
        ("in mid-2018", "2018"),
        ("in the spring of 2018", "2018-21"),
        ("last autumn", "2020-23"),
        ("in winter 2017-18", "2017-24"),
        ("on Monday", "2021-02-08"),
        ("yesterday", "2021-02-09"),
        ("last month", "2021-01"),
        ("last year", "2020"),
        ("two years ago", "2019"),
        ("between 2016-2018", "2016/2018"),
        ("from May 3-5, 2019", "2019-05-03/2019-05-05"),
        ("in the 1990s", "199X"),
        ("around March 2017", "2017-03~"),
        ("perhaps in March 2017", "2017-03?"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_told(text: str, said: str) -> None:
    """Nothing is added."""
    assert [one.edtf for one in find_dates(f"He was held {text}.", published=KNOWN)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "He may 3 times refuse.",
        "It has 2000 people.",
        "He got 15 years.",
        "Article 2018-1 of the code",
        "$2019 was paid",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    """Counts, terms, articles, money."""
    assert find_dates(text, published=KNOWN) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He was held on May 3, 2017. Two days later he was moved.", ["2017-05-03", "2017-05-05"]),
        ("He was held in November 2017. Two months later he was moved.", ["2017-11", "2018-01"]),
        ("He was held in November 2017 and moved in January.", ["2017-11", "2018-01"]),
        ("He was held on May 3, 2017. The next day he was let go.", ["2017-05-03", "2017-05-04"]),
        ("He was held in May 2017, and in the following March he died.", ["2017-05", "2018-03"]),
        ("He was held in May 2017. That summer he died.", ["2017-05", "2017-22"]),
    ],
)
def test_a_date_is_counted_from_the_one_before(text: str, said: list[str]) -> None:
    """A story goes on."""
    assert [one.edtf for one in find_dates(text, published=KNOWN)] == said


def test_without_publication_a_year_stays_unknown() -> None:
    """A weekday is no date then."""
    found = find_dates("On Monday, February 8, she came.", published=None)
    assert [one.edtf for one in found] == ["XXXX-02-08"]


def test_since_is_told_from_on() -> None:
    """It begins a state."""
    (one,) = find_dates("She has been held since March 2017.", published=KNOWN)
    assert one.since
    assert not one.full


def test_dates_are_found_by_their_place() -> None:
    """Only those that begin inside."""
    text = "In 2017 she came. In 2018 she left."
    found = find_dates(text, published=KNOWN)
    assert [one.edtf for one in dates_in(found, Span(start=10, end=len(text)))] == ["2018"]


@given(st.text(alphabet="May 2019-,.0123456789 lastyeroghu'March", max_size=60))
def test_whatever_is_found_is_a_date_at_its_place(text: str) -> None:
    """In order, without overlap."""
    found = find_dates(text, published=KNOWN)
    assert all(is_edtf(one.edtf) and 0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
