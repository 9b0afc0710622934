"""Events in a month, in a year, and along the strip of a series: each as exactly as its date is known."""

from calendar import Calendar, monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from babel.dates import format_date, format_skeleton, get_day_names

from kualik.cases.findings.case import EventRow
from kualik.web.locales import babel_locale

__all__ = ["Day", "Gap", "Month", "Strip", "Year", "gaps", "month_of", "strip", "weekdays", "years_of"]

LEVELS = 4  # shades of a month in the strip of years
MONTHS = 12
LEAST_GAP = 30  # days of which no document tells, before they are named
NAMED = 3  # gaps

WIDTH, LEFT, RIGHT = 900.0, 44.0, 10.0  # units of a strip; the page scales it
TOP, ROW = 22.0, 26.0
LEAST = 5.0  # a stretch must still be seen
HALF = 4.5  # of the height of a stretch
MIDDLE = 9.0  # of a line, from its top


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One square of a month."""

    on: date
    inside: bool  # False for the days of the months around
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month: days with what is known to the day; beside them what is known less well, and what goes on."""

    title: str
    weeks: tuple[tuple[Day, ...], ...]
    some_day: tuple[EventRow, ...]  # in this month, the day not known
    may_be: tuple[EventRow, ...]  # known only within bounds that are wider than the month
    going_on: tuple[EventRow, ...]  # series

    @property
    def empty(self) -> bool:
        """Whether nothing of it stands on a day or in the month."""
        on_days = any(day.events for week in self.weeks for day in week)
        return not (self.some_day or self.may_be or self.going_on or on_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One month of a year: how many events, and how dark that is."""

    month: int
    name: str
    title: str
    count: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A row of the strip of years. `loose`: events of which no more than the year is known."""

    year: int
    cells: tuple[Cell, ...]
    loose: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Days between two occurrences of which no document tells."""

    after: str
    before: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One occurrence on a strip: a dot for a day, a stretch where only bounds are known."""

    row: EventRow
    x: float
    y: float  # of its middle
    width: float
    point: bool

    @property
    def top(self) -> float:
        """Where a stretch begins, from above."""
        return self.y - HALF


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One year of a strip, and the stretch of it through which documents say that the series goes on."""

    year: int
    y: float
    told: tuple[float, float] | None  # x and width


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Where a month begins."""

    x: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A series drawn year under year. Years without anything told are left out; `skipped` says that there are some."""

    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    height: float
    skipped: bool
    width: float = WIDTH
    left: float = LEFT


def weekdays() -> list[tuple[str, str]]:
    """Name the days of the week, short and whole, from the day on which it begins where the reader is."""
    short, whole = (get_day_names(width, "stand-alone", babel_locale()) for width in ("abbreviated", "wide"))
    return [(short[day], whole[day]) for day in Calendar(_first_day()).iterweekdays()]


def _first_day() -> int:
    return int(babel_locale().first_week_day)


def month_of(rows: Iterable[EventRow], *, year: int, month: int) -> Month:
    """Lay out a month.

    Args:
        rows: events that were, or may have been, in it.
        year: which year.
        month: 1 to 12.
    """
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    told = list(rows)
    going_on = [one for one in told if one.recurs]
    single = [one for one in told if not one.recurs]
    days = {day: tuple(one for one in single if one.span == (day, day)) for day in _days(first, last)}
    loose = [one for one in single if one.span[0] != one.span[1]]
    weeks = Calendar(_first_day()).monthdatescalendar(year, month)
    return Month(
        title=format_skeleton("yMMMM", first, locale=babel_locale()),
        weeks=tuple(
            tuple(Day(on=day, inside=day.month == month, events=days.get(day, ())) for day in week) for week in weeks
        ),
        some_day=tuple(one for one in loose if _inside(one, first, last)),
        may_be=tuple(one for one in loose if not _inside(one, first, last)),
        going_on=tuple(one for one in going_on if one.series in {None, one.address}),
    )


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _inside(one: EventRow, first: date, last: date) -> bool:
    earliest, latest = one.span
    return bool(earliest and latest and first <= earliest and latest <= last)


def years_of(counts: Mapping[tuple[int, int], int]) -> list[Year]:
    """Lay out the strip of years, the latest first.

    Args:
        counts: events by year and month; month 0 holds those of which only the year is known.
    """
    most = max((count for (_year, month), count in counts.items() if month), default=1)
    return [_year(year, counts, most) for year in sorted({year for year, _month in counts}, reverse=True)]


def _year(year: int, counts: Mapping[tuple[int, int], int], most: int) -> Year:
    cells = tuple(_cell(year, month, counts.get((year, month), 0), most) for month in range(1, MONTHS + 1))
    loose = counts.get((year, 0), 0)
    return Year(year=year, cells=cells, loose=loose, total=loose + sum(cell.count for cell in cells))


def _cell(year: int, month: int, count: int, most: int) -> Cell:
    on = date(year, month, 1)
    return Cell(
        month=month,
        name=format_date(on, "LLL", locale=babel_locale()),
        title=format_skeleton("yMMMM", on, locale=babel_locale()),
        count=count,
        level=-(-count * LEVELS // most),
    )


def strip(rows: Sequence[EventRow]) -> Strip | None:
    """Draw a series year under year; None where no occurrence has a year.

    Args:
        rows: the events of the series; those that are told as a series give the stretch through which it goes on.
    """
    single = [one for one in rows if not one.recurs and all(one.span)]
    begun = min((one.span[0] for one in rows if one.recurs and one.span[0]), default=None)
    years = sorted({year for one in single for year in _years(one)} | ({begun.year} if begun else set()))
    if not years:
        return None
    place = {year: TOP + ROW * number for number, year in enumerate(years)}
    lines = tuple(Line(year=year, y=place[year], told=_told(year, begun, years[-1])) for year in years)
    return Strip(
        lines=lines,
        dots=tuple(dot for one in single for dot in _dots(one, place)),
        ticks=tuple(_tick(month) for month in range(1, MONTHS + 1)),
        height=TOP + ROW * len(years) + 6,
        skipped=years[-1] - years[0] >= len(years),
    )


def _years(one: EventRow) -> range:
    first, last = one.span
    return range(first.year, last.year + 1) if first and last else range(0)


def _told(year: int, begun: date | None, latest: int) -> tuple[float, float] | None:
    """Stretch the time that is told of from its beginning to the last year with an occurrence, and no farther."""
    if begun is None or not begun.year <= year <= latest:
        return None
    start = _x(max(begun, date(year, 1, 1)))
    return (start, WIDTH - RIGHT - start)


def _dots(one: EventRow, place: Mapping[int, float]) -> Iterable[Dot]:
    first, last = one.span
    if first is None or last is None:
        return
    for year in _years(one):
        x, end = _x(max(first, date(year, 1, 1))), _x(min(last, date(year, 12, 31)))
        yield Dot(row=one, x=x, y=place[year] + MIDDLE, width=max(end - x, LEAST), point=first == last)


def _x(day: date) -> float:
    return LEFT + (day.timetuple().tm_yday - 1) / 365 * (WIDTH - LEFT - RIGHT)


def _tick(month: int) -> Tick:
    on = date(2001, month, 1)
    return Tick(x=_x(on), name=format_date(on, "LLL", locale=babel_locale()))


def gaps(rows: Iterable[EventRow]) -> list[Gap]:
    """Find the longest stretches between two occurrences of which no document tells, in the order of time."""
    days = sorted({one.span[0] for one in rows if not one.recurs and one.span[0] and one.span[0] == one.span[1]})
    found = [
        Gap(after=first.isoformat(), before=last.isoformat(), days=(last - first).days - 1)
        for first, last in pairwise(days)
    ]
    longest = sorted((one for one in found if one.days >= LEAST_GAP), key=lambda one: -one.days)[:NAMED]
    return sorted(longest, key=lambda one: one.after)
