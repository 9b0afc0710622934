"""Dates."""

import pytest

from kualik.engine.extracting.uyghur.dates import find_moments
from kualik.engine.extracting.uyghur.page import read_page


def dates(text: str, *, published: str | None = None) -> list[str]:
    """Read the dates of a text."""
    return [one.edtf for one in find_moments(read_page(text), published=published)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2017-يىلى 6-ئاينىڭ 20-كۈنى", "2017-06-20"), ("2018-يىلى فېۋرالدا", "2018-02"), ("2019-يىلى", "2019"),
        ("2017 - يىلى 9 - ئايدا", "2017-09"), ("2022-yili 15-Awghust küni", "2022-08-15"),
        ("2018-жили июньда", "2018-06"), ("18-март 2019-жил", "2019-03-18"), ("2018-يىلى باھاردا", "2018-21"),
        ("2019.01.28", "2019-01-28"), ("2019-01-28", "2019-01-28"), ("12-نويابىر", "XXXX-11-12"),
    ],
)  # fmt: skip
def test_dates_are_edtf(text: str, edtf: str) -> None:
    """As far as they are given, in any script."""
    assert dates(text) == [edtf]


def test_what_is_relative_needs_the_day_of_publication() -> None:
    """Without it there is no date."""
    assert dates("شەنبە كۈنى ۋە ئۆتكەن ئايدا", published="2021-02-08") == ["2021-02-06", "2021-01"]
    assert dates("شەنبە كۈنى ۋە ئۆتكەن ئايدا") == []


def test_a_dateline_is_the_day_of_publication() -> None:
    """A date that is a line of its own under the title."""
    assert dates("خەۋەر\n2021-يىلى 8-فېۋرال\nتۈنۈگۈن كەلدى.") == ["2021-02-08", "2021-02-07"]


def test_a_day_follows_the_date_told_before() -> None:
    """The year of the story, in one paragraph."""
    assert dates("2017-يىلى ئۆكتەبىردە قايتتى. 12-نويابىر كۈنى كەتتى.") == ["2017-10", "2017-11-12"]


def test_a_day_that_there_is_not_is_no_date() -> None:
    """The thirtieth of February."""
    assert dates("2018-يىلى 30-فېۋرال") == []
