"""A month, the years and a series are drawn as exactly as dates are known."""

from datetime import date
from uuid import UUID, uuid5

import pytest
from django.utils.translation import override

from kualik.cases.findings.case import EventRow
from kualik.web.event_calendar import gaps, month_of, strip, weekdays, years_of

SPACE = UUID("00000000-0000-4000-8000-000000000000")


def row(written: str, *, accepted: bool = True, series: UUID | None = None) -> EventRow:
    """Make an event of that date."""
    return EventRow(
        entities=(uuid5(SPACE, written),), schema="Protest", type="picket", date=written, place="", who="", target="",
        accepted=accepted, documents=1, series=series,
    )  # fmt: skip


def dates(rows: tuple[EventRow, ...]) -> list[str]:
    """Give their dates."""
    return [one.date for one in rows]


def test_a_month_puts_only_what_is_known_to_the_day_on_a_day() -> None:
    """The month, the season and the series stand beside it."""
    told = [row(one) for one in ("2022-02-08", "2022-02", "2022", "2021-24", "2021-02/..")]

    month = month_of(told, year=2022, month=2)

    days = {day.on: dates(day.events) for week in month.weeks for day in week if day.events}
    assert days == {date(2022, 2, 8): ["2022-02-08"]}
    assert dates(month.some_day) == ["2022-02"]
    assert dates(month.may_be) == ["2022", "2021-24"]
    assert dates(month.going_on) == ["2021-02/.."]
    assert not month.empty


def test_a_series_goes_on_once_however_many_documents_tell_of_it() -> None:
    """Its anchor stands for all of them."""
    anchor = row("2021-02/..")
    told = [row("2021-02/..", series=anchor.address), row("2021-02-08/..", series=anchor.address)]

    assert dates(month_of(told, year=2022, month=2).going_on) == ["2021-02/.."]


def test_a_month_of_which_nothing_is_told_is_empty() -> None:
    """Its days are there all the same."""
    month = month_of([], year=2024, month=2)

    assert month.empty
    assert sum(day.inside for week in month.weeks for day in week) == 29
    assert {len(week) for week in month.weeks} == {7}


@pytest.mark.parametrize(
    ("language", "title", "first"),
    [("en", "February 2022", "Mon"), ("ru", "февраль 2022", "пн"), ("zh-hans", "2022", "周")],
)
def test_months_and_days_are_named_in_the_language_of_the_reader(language: str, title: str, first: str) -> None:
    """By CLDR."""
    with override(language):
        assert title in month_of([], year=2022, month=2).title
        assert weekdays()[0][0].startswith(first)
        assert len(weekdays()) == 7


def test_the_years_are_counted_month_by_month() -> None:
    """The latest first; what is known only to the year stands at the end of its row."""
    first, second = years_of({(2022, 2): 8, (2022, 3): 1, (2021, 0): 3})

    assert (first.year, first.total, second.year, second.loose, second.total) == (2022, 9, 2021, 3, 3)
    assert [(cell.month, cell.count, cell.level) for cell in first.cells if cell.count] == [(2, 8, 4), (3, 1, 1)]
    assert years_of({}) == []


def test_a_strip_has_a_line_for_each_year_told_of() -> None:
    """A dot for a day, a stretch where only the month is known, and a band from where the series begins."""
    found = strip([row("2021-02/.."), row("2021-06-11"), row("2024-01", accepted=False)])

    assert found is not None
    assert [(line.year, line.told is not None) for line in found.lines] == [(2021, True), (2024, True)]
    assert [dot.point for dot in found.dots] == [True, False]
    assert found.skipped
    assert (
        found.dots[0].x < found.width / 2 < found.lines[0].told[0] + found.lines[0].told[1]
        if found.lines[0].told
        else False
    )
    assert found.dots[1].top < found.dots[1].y


def test_a_stretch_over_new_year_is_on_two_lines() -> None:
    """Nothing of it is lost."""
    found = strip([row("2021-12-20/2022-01-05")])

    assert found is not None
    assert [line.year for line in found.lines] == [2021, 2022]
    assert len(found.dots) == 2
    assert not found.skipped


def test_what_has_no_year_is_not_drawn() -> None:
    """A place on the axis would be made up."""
    assert strip([row("XXXX-02-08"), row("")]) is None


def test_the_longest_gaps_are_named_in_the_order_of_time() -> None:
    """Only between days that are known, and only from a month on."""
    told = [
        row(one) for one in ("2021-01-01", "2021-01-10", "2021-04-01", "2021-12-01", "2022-01-15", "2022-03-20", "2022")
    ]

    found = gaps(told)

    assert [(gap.after, gap.days) for gap in found] == [("2021-01-10", 80), ("2021-04-01", 243), ("2022-01-15", 63)]
