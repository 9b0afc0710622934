"""Dates of any language put together as EDTF: nothing is added that neither the text nor its day of publication gives.

A reader finds the words; these functions know the calendar: the year of a month that stands without one, the weekday
before publication, seasons, "three days later", "two years ago". Nothing here looks at a clock.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = [
    "Anchor", "about", "ago", "anchor", "doubtful", "following", "interval", "later", "month_of", "on", "season",
    "weekday", "year_of",
]  # fmt: skip

AHEAD = timedelta(days=60)  # a report may announce a day this far ahead without naming the year
UNITS = frozenset({"day", "week", "month", "year"})
LONGEST = 200  # years that are counted forwards or back
WINTER = 24
FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What is known of the day of publication: the day, or only its year, or its year and month, or nothing."""

    day: date | None = None
    month: int | None = None
    year: int | None = None


def anchor(published: str | None) -> Anchor:
    """Take what is known of the day of publication.

    Args:
        published: EDTF, or None.

    Returns:
        The anchor; an empty one where the text is no EDTF date with a year.
    """
    if not published or not is_edtf(published):
        return Anchor()
    first, last = bounds(published)
    if first is None or last is None or first.year != last.year:
        return Anchor()
    return Anchor(
        day=first if first == last else None, month=first.month if first.month == last.month else None, year=first.year
    )


def on(*, near: Anchor, year: int | None = None, month: int | None = None, day: int | None = None) -> str | None:
    """Put a date together; a month without a year is the last such one before publication.

    Args:
        near: the day of publication.
        year: the year as the text gives it.
        month: 1 to 12.
        day: of the month.

    Returns:
        EDTF such as "2021", "2021-03", "XXXX-03-08"; None for a day that there is not.
    """
    if month is None:
        return f"{year:04}" if year is not None and 1 <= year <= 9999 else None
    known = year if year is not None else year_of(near=near, month=month, day=day)
    said = f"{known:04}-{month:02}" if known is not None else f"XXXX-{month:02}"
    said += f"-{day:02}" if day else ""
    return said if is_edtf(said) else None


def year_of(*, near: Anchor, month: int, day: int | None = None) -> int | None:
    """Find the year of a month, or of a day in it, that stands without one.

    Returns:
        The year of the last such day before publication, or of one soon after; None where publication is not known.
    """
    if near.day is None:
        if near.month is not None and near.year is not None:
            return near.year if month <= near.month else near.year - 1
        return near.year
    for year in range(near.day.year, near.day.year - 8, -1):
        if day and day > monthrange(year, month)[1]:
            continue  # 29 February of another year
        if date(year, month, day or 1) <= near.day + (AHEAD if day else timedelta(0)):
            return year
    return None


def month_of(*, near: Anchor, back: int = 0) -> str | None:
    """Find the month that lies a number of months before publication: 0 "this month", 1 "last month"."""
    if near.year is None or near.month is None:
        return None
    return _month(near.year, near.month - back)


def season(*, season: int, near: Anchor, year: int | None = None, last: bool = False) -> str | None:
    """Put a season together.

    Args:
        season: 21 spring, 22 summer, 23 autumn, 24 winter.
        near: the day of publication.
        year: the year as the text gives it.
        last: the text says "last": one that is over, not the one that it is.

    Returns:
        EDTF such as "2020-24" for the winter that begins late in 2020, or that the text calls that of 2020; "XXXX-24"
        where the year is not known.
    """
    if year is not None:
        return f"{year:04}-{season}"
    if near.year is None or near.month is None:
        return f"XXXX-{season}"
    begins = FIRST_MONTHS[season]
    if season == WINTER:
        began = near.year if near.month == begins else near.year - 1
        going = near.month in {12, 1, 2}
        return f"{began - (last and going)}-{season}"
    over = begins + (3 if last else 0)
    return f"{near.year if near.month >= over else near.year - 1}-{season}"


def weekday(*, weekday: int, near: Anchor, next_: bool = False) -> str | None:
    """Find the last such weekday up to the day of publication, or the first one after it.

    Args:
        weekday: 0 Monday to 6 Sunday.
        near: the day of publication.
        next_: the text says that it is still to come.
    """
    if near.day is None:
        return None
    if next_:
        return (near.day + timedelta(days=(weekday - near.day.weekday() - 1) % 7 + 1)).isoformat()
    return (near.day - timedelta(days=(near.day.weekday() - weekday) % 7)).isoformat()


def ago(*, amount: int, unit: str, near: Anchor) -> str | None:
    """Count back from publication: "yesterday" (1 day), "two years ago", "last year" (1 year); below 0 forwards.

    Args:
        amount: how many.
        unit: "day", "week", "month" or "year".
        near: the day of publication.

    Returns:
        A day for days, else a month or a year; weeks give None unless they are counted as days by the caller.
    """
    if unit == "year" and near.year is not None and abs(amount) < LONGEST:
        return f"{near.year - amount:04}"
    if unit == "month" and abs(amount) < LONGEST * 12:
        return month_of(near=near, back=amount)
    if unit == "day" and near.day is not None and abs(amount) < LONGEST * 366:
        return (near.day - timedelta(days=amount)).isoformat()
    return None


def later(*, than: str, amount: int, unit: str) -> str | None:
    """Count forwards from another date: "two days later", "a month later"; below 0 back.

    Args:
        than: EDTF of the date that is counted from.
        amount: how many.
        unit: "day", "week", "month" or "year".

    Returns:
        A day for days and weeks (only from a day), a month for months (only from a month or a day), a year for years
        (for one year the month or the season is kept); None where the other date does not carry it.
    """
    known = than.rstrip("?~%")
    if "X" in known or "/" in known or not is_edtf(known) or unit not in UNITS or abs(amount) > LONGEST * 12:
        return None
    first, last = bounds(known)
    if first is None or (unit in {"day", "week"} and first != last):
        return None
    if unit in {"day", "week"}:
        return (first + timedelta(days=amount * (7 if unit == "week" else 1))).isoformat()
    seasonal = len(known) == len("2020-21") and int(known[5:7]) > 12
    if unit == "year":
        year = first.year + amount
        return f"{year:04}{known[4:7] if abs(amount) == 1 else ''}" if 1 <= year <= 9999 else None
    return None if len(known) == len("2020") or seasonal else _month(first.year, first.month + amount)


def following(*, than: str, month: int, day: int | None = None) -> str | None:
    """Date a month that a story names without a year, after one whose year it gave: in that year, or the next.

    Args:
        than: EDTF of the date told before.
        month: 1 to 12.
        day: of the month.

    Returns:
        The first such month or day that is not before the other date; None where its year is not known.
    """
    first, _ = bounds(than) if is_edtf(than) else (None, None)
    if first is None or "X" in than:
        return None
    year = first.year if (month, day or 31) >= (first.month, first.day) or len(than) == len("2020") else first.year + 1
    return on(near=Anchor(), year=year, month=month, day=day)


def _month(year: int, month: int) -> str | None:
    """Name a month counted from January of a year, below 1 and above 12 too."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def interval(*, first: str | None, last: str | None) -> str | None:
    """Join two dates; None is an end that is open ("since 2017": first alone)."""
    said = f"{first or '..'}/{last or '..'}"
    return said if (first or last) and is_edtf(said) else None


def about(said: str) -> str:
    """Mark a date as approximate ("around")."""
    return said if said.endswith(("~", "?", "%")) else said + "~"


def doubtful(said: str) -> str:
    """Mark a date as uncertain ("perhaps in May")."""
    return said[:-1] + "%" if said.endswith("~") else said if said.endswith(("?", "%")) else said + "?"
