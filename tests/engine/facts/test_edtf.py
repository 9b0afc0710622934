"""Dates keep what is known and nothing that is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts.edtf import bounds, is_edtf


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-02",
        "2024-02-29",
        "XXXX-02-08",
        "198X",
        "2018-21",
        "2021~",
        "2017/2019",
        "2017/..",
        "/2019",
        "2020?",
    ],
)
def test_the_forms_we_use_are_dates(text: str) -> None:
    """Every form that the annotation guide and the design name is taken."""
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "2023-02-29", "2018-13", "2018-25", "2018-21-03", "8 February", "24-02-08", "2017/2018/2019"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """A day that does not exist, a season with a day, and words are no EDTF."""
    assert not is_edtf(text)
    with pytest.raises(ValueError, match="not an EDTF date"):
        bounds(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-08", (date(2024, 2, 8), date(2024, 2, 8))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2020-24", (date(2020, 12, 1), date(2021, 2, 28))),  # the winter that begins in December
        ("198X", (date(1980, 1, 1), date(1989, 12, 31))),
        ("2017/2019-05", (date(2017, 1, 1), date(2019, 5, 31))),
        ("2017/..", (date(2017, 1, 1), None)),
        ("/2019", (None, date(2019, 12, 31))),
        ("XXXX-02-08", (None, None)),  # a day of some year: nothing bounds it
    ],
)
def test_bounds_are_the_earliest_and_the_latest_day(text: str, expected: tuple[date | None, date | None]) -> None:
    """A date is bounded by what it says; an open end and an unknown year by nothing."""
    assert bounds(text) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_lies_within_its_month_and_its_year(day: date) -> None:
    """Saying less about a date never excludes the day itself."""
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], day.isoformat()[:3] + "X"):
        first, last = bounds(text)

        assert first is not None
        assert last is not None
        assert first <= day <= last
