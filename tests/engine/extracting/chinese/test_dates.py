"""Dates."""

import pytest

from kualik.engine.extracting.chinese.dates import dates_in, find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年1月31日", "2018-01-31"),
        ("二〇一八年三月", "2018-03"),
        ("今年5月", "2021-05"),
        ("去年", "2020"),
        ("上月", "2021-05"),
        ("本周一（6月14日）", "2021-06-14"),
        ("2020年冬天", "2020-24"),
        ("昨天", "2021-06-14"),
        ("3月2日", "2021-03-02"),
        ("2019-06-03", "2019-06-03"),
        ("两年前", "2019"),
    ],
)
def test_a_date_is_what_the_text_says(text: str, expected: str) -> None:
    """Seen from the day of publication, 15 June 2021."""
    assert find_dates(text, published="2021-06-15")[0].edtf == expected


def test_a_year_that_nobody_gave_stays_unknown() -> None:
    """No day of publication, no year."""
    assert [date.edtf for date in find_dates("5月18日被带走", published=None)] == ["XXXX-05-18"]


def test_days_later_are_counted_from_the_date_before() -> None:
    """And 同年 takes its year."""
    dates = find_dates("2018年3月2日在口岸被拦下，三天后被带走。同年秋天获释。", published=None)

    assert [date.edtf for date in dates] == ["2018-03-02", "2018-03-05", "2018-23"]


def test_since_is_marked() -> None:
    """自 … 起."""
    assert find_dates("自2019年6月起", published=None)[0].since


def test_a_count_of_months_is_no_date() -> None:
    """三个月 is a length."""
    assert find_dates("关押三个月", published="2021-06-15") == []


def test_dates_of_a_stretch() -> None:
    """Those that begin inside it."""
    dates = find_dates("2018年，2019年，2020年", published=None)

    assert [date.edtf for date in dates_in(dates, 6, 11)] == ["2019"]
