"""What is promised of dates put together from their parts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.moments import (
    Anchor,
    about,
    ago,
    anchor,
    doubtful,
    following,
    interval,
    later,
    month_of,
    on,
    season,
    weekday,
    year_of,
)
from kualik.engine.facts.edtf import is_edtf

NEAR = anchor("2021-02-10")  # a Wednesday
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ("2021-02-10", Anchor(day=date(2021, 2, 10), month=2, year=2021)),
        ("2021-02", Anchor(month=2, year=2021)),
        ("2021", Anchor(year=2021)),
        ("XXXX-02-10", Anchor()),
        (None, Anchor()),
        ("soon", Anchor()),
    ],
)
def test_an_anchor_holds_what_is_known_of_publication(published: str | None, found: Anchor) -> None:
    """Nothing is added to a day, a month or a year."""
    assert anchor(published) == found


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"month": 2, "day": 8}, "2021-02-08"),
        ({"month": 12}, "2020-12"),
        ({"month": 3, "day": 1}, "2021-03-01"),
        ({"month": 11, "day": 5}, "2020-11-05"),
        ({"year": 2018, "month": 4}, "2018-04"),
        ({"year": 2018}, "2018"),
        ({"month": 2, "day": 29}, "2020-02-29"),
        ({"year": 2019, "month": 2, "day": 29}, None),
        ({"month": 4, "day": 31}, None),
    ],
)
def test_a_month_without_a_year_is_the_last_before_publication(parts: dict[str, int], said: str | None) -> None:
    """A day may lie a little ahead; a day that there is not is no date."""
    assert on(near=NEAR, **parts) == said


def test_without_publication_the_year_stays_unknown() -> None:
    """The year is written as not known."""
    assert on(near=Anchor(), month=2, day=8) == "XXXX-02-08"
    assert on(near=anchor("2021"), month=2, day=8) == "2021-02-08"
    assert year_of(near=anchor("2021-02"), month=3) == 2020


@pytest.mark.parametrize(
    ("which", "last", "published", "said"),
    [
        (21, True, "2021-02-10", "2020-21"),
        (21, True, "2021-07-10", "2021-21"),
        (22, False, "2021-07-10", "2021-22"),
        (22, True, "2021-07-10", "2020-22"),
        (24, False, "2021-02-10", "2020-24"),
        (24, True, "2021-02-10", "2019-24"),
        (24, True, "2021-06-10", "2020-24"),
        (24, False, "2021-12-10", "2021-24"),
        (23, False, "2021", "XXXX-23"),
    ],
)
def test_a_season_is_the_one_that_is_or_the_one_that_is_over(
    which: int,
    last: bool,  # noqa: FBT001  # a case of the table, not an option
    published: str,
    said: str,
) -> None:
    """The winter has the year in which it begins."""
    assert season(season=which, near=anchor(published), last=last) == said


def test_a_season_of_a_year_is_of_that_year() -> None:
    """The text's own year is taken as it is."""
    assert season(season=24, near=NEAR, year=2018) == "2018-24"


@given(day=DAYS, number=st.integers(0, 6))
def test_a_weekday_lies_in_the_week_before_publication(day: date, number: int) -> None:
    """It is that weekday, and less than seven days back; the next one lies ahead."""
    near = Anchor(day=day, month=day.month, year=day.year)
    found = date.fromisoformat(weekday(weekday=number, near=near) or "")
    ahead = date.fromisoformat(weekday(weekday=number, near=near, next_=True) or "")
    assert found.weekday() == ahead.weekday() == number
    assert timedelta(0) <= day - found < timedelta(days=7)
    assert timedelta(0) < ahead - day <= timedelta(days=7)
    assert weekday(weekday=number, near=Anchor()) is None


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (1, "day", "2021-02-09"),
        (2, "month", "2020-12"),
        (1, "year", "2020"),
        (-1, "month", "2021-03"),
        (2, "week", None),
        (9000, "year", None),
    ],
)
def test_time_is_counted_back_from_publication(amount: int, unit: str, said: str | None) -> None:
    """Days give a day, months a month, years a year; weeks ago are too vague for a day."""
    assert ago(amount=amount, unit=unit, near=NEAR) == said
    assert month_of(near=Anchor(year=2021)) is None


@pytest.mark.parametrize(
    ("than", "amount", "unit", "said"),
    [
        ("2018-03-30", 2, "day", "2018-04-01"),
        ("2018-03-30", 1, "week", "2018-04-06"),
        ("2017-11", 2, "month", "2018-01"),
        ("2017", 2, "month", None),
        ("2017-21", 2, "month", None),
        ("2017-21", 1, "year", "2018-21"),
        ("2017-11-03", 1, "year", "2018-11"),
        ("2017-11-03", 2, "year", "2019"),
        ("2017", 3, "year", "2020"),
        ("2017-11", 3, "day", None),
        ("XXXX-11-03", 3, "day", None),
        ("2017-11-03~", -3, "day", "2017-10-31"),
        ("2017/2018", 1, "year", None),
    ],
)
def test_time_is_counted_from_another_date(than: str, amount: int, unit: str, said: str | None) -> None:
    """The answer is never finer than the date that is counted from."""
    assert later(than=than, amount=amount, unit=unit) == said


@pytest.mark.parametrize(
    ("than", "month", "day", "said"),
    [
        ("2017-03", 6, None, "2017-06"),
        ("2017-11-20", 1, 4, "2018-01-04"),
        ("2017-11", 11, 3, "2017-11-03"),
        ("2017", 1, None, "2017-01"),
        ("XXXX-11", 1, None, None),
    ],
)
def test_a_story_goes_forward(than: str, month: int, day: int | None, said: str | None) -> None:
    """A month after November that is January is one of the next year."""
    assert following(than=than, month=month, day=day) == said


@given(first=DAYS, amount=st.integers(-400, 400), unit=st.sampled_from(["day", "week", "month", "year"]))
def test_whatever_is_put_together_is_edtf(first: date, amount: int, unit: str) -> None:
    """No function gives a text that is no date."""
    near = Anchor(day=first, month=first.month, year=first.year)
    told = [ago(amount=amount, unit=unit, near=near), later(than=first.isoformat(), amount=amount, unit=unit)]
    assert all(said is None or is_edtf(said) for said in told)


def test_intervals_and_marks_are_edtf() -> None:
    """Open ends, about and perhaps."""
    assert interval(first="2017", last=None) == "2017/.."
    assert interval(first=None, last="2019-03") == "../2019-03"
    assert interval(first=None, last=None) is None
    assert about("2017-03") == about("2017-03~") == "2017-03~"
    assert doubtful("2017~") == "2017%"
    assert doubtful("2017") == "2017?"
