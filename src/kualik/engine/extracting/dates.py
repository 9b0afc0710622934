"""Dates in English text, as EDTF: what is said of a date and nothing more.

A year that the text does not give is taken from the day of publication, when that is known, and
otherwise stays unknown: XXXX-02-08.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kualik.engine.extracting.numbers import NUMBER, number
from kualik.engine.extracting.tokens import Sentence
from kualik.engine.extracting.words import MONTHS, SEASONS, WEEKDAYS
from kualik.engine.facts import edtf

__all__ = ["Date", "dates_in", "find_dates", "reference"]

_MONTH = "(?P<{0}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
NOT_A_COUNT = r"(?!,\d)(?! (?:years|months|days|people))"  # "in March 20 people" names no day
_YEAR = r"(?:,? (?:of )?(?P<{0}>(?:19|20)\d\d|that year)\b)?"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<iso>(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?)\b",
        rf"\b(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_MONTH.format('month')}{_YEAR.format('year')}",
        rf"\b{_MONTH.format('month')} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b{NOT_A_COUNT}{_YEAR.format('year')}",
        rf"\b{_MONTH.format('month')},? (?:of )?(?P<year>(?:19|20)\d\d|that year)\b",
        rf"\b(?:in|since|until|till|from|by|last|this|of|during) {_MONTH.format('month')}(?!,? (?:of )?(?:\d|that))",
        r"\b(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<last>last|this) (?P<season>spring|summer|autumn|fall|winter)\b",
        r"\b(?:(?P<last>last) )?(?P<weekday>" + "|".join(WEEKDAYS) + r")\b",
        r"\b(?P<near>today|yesterday)\b",
        rf"\b(?P<amount>{NUMBER}|an?|the) (?P<unit>day|week|month|year)s? later\b",
        r"\b(?:the )?(?:next|following) (?P<next>day|morning)\b",
        r"(?<![\d,.$€£-])(?P<year>(?:19|20)\d\d)\b(?![,.]\d|-\w| (?:people|prisoners|meters|metres|dollars|families))",
    )
)
ABOUT = re.compile(r"\b(?:on or about|about|around|circa)\s+(?:the\s+)?$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s+(?:early |mid-?|late )?$", re.IGNORECASE)
AHEAD = timedelta(days=60)  # a report may announce a day this far ahead without naming the year


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date in the text; `since` where the text says from then on."""

    start: int
    end: int
    edtf: str
    since: bool = False

    @property
    def full(self) -> bool:
        """Say whether it names a day."""
        return len(self.edtf.rstrip("~?")) == len("2020-01-01")


def reference(published: str | None) -> date | None:
    """Find the day of publication, when it is known to the day."""
    if not published or not edtf.is_edtf(published):
        return None
    first, last = edtf.bounds(published)
    return first if first == last else None


def find_dates(text: str, *, published: str | None) -> list[Date]:
    """Find dates in a text.

    Args:
        text: any text.
        published: EDTF of the day of publication, or None.

    Returns:
        Dates in order, not overlapping, offsets into *text*.
    """
    taken: list[tuple[int, int]] = []
    found: list[Date] = []
    day = reference(published)
    year = published[:4] if published and published[:4].isdigit() else None
    matches = [match for pattern in PATTERNS for match in pattern.finditer(text)]
    spoken: str | None = None
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if taken and match.start() < taken[-1][1]:
            continue
        parts = match.groupdict()
        spoken = parts["year"] if (parts.get("year") or "").isdigit() else spoken
        said = _later(parts, found) or _edtf(parts, day=day, year=year, spoken=spoken)
        if said and edtf.is_edtf(said):
            taken.append(match.span())
            found.append(_date(text, match, said))
    return found


def _later(parts: dict[str, str | None], found: list[Date]) -> str | None:
    """Count from the date before: "two days later", "the next morning", "two months later"."""
    before = found[-1].edtf if found else ""
    if parts.get("next"):
        return _added(before, 1, "day")
    amount = number(str(parts["amount"]).casefold().replace("the", "a")) if parts.get("amount") else None
    return _added(before, int(amount or 1), str(parts["unit"]).casefold()) if amount is not None else None


def _added(before: str, amount: int, unit: str) -> str | None:
    first, last = edtf.bounds(before) if edtf.is_edtf(before) else (None, None)
    if first is None or (unit in {"day", "week"} and first != last):
        return None
    if unit in {"day", "week"}:
        return (first + timedelta(days=amount * (7 if unit == "week" else 1))).isoformat()
    if unit == "year":
        return str(first.year + amount)
    if len(before) == len("2020"):
        return None
    months = first.year * 12 + first.month - 1 + amount
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _date(text: str, match: re.Match[str], said: str) -> Date:
    before = text[max(0, match.start() - 16) : match.start()]
    since = bool(SINCE.search(before)) or match.group().casefold().startswith("since ")
    return Date(start=match.start(), end=match.end(), edtf=said + ("~" if ABOUT.search(before) else ""), since=since)


def _edtf(parts: dict[str, str | None], *, day: date | None, year: str | None, spoken: str | None) -> str | None:
    if parts.get("iso"):
        return parts["iso"]
    given = parts.get("year")
    given = spoken if given and not given.isdigit() else given
    if parts.get("season"):
        return _season(parts, given, day)
    if parts.get("weekday"):
        return _weekday(WEEKDAYS[str(parts["weekday"]).casefold()], day)
    if parts.get("near"):
        back = timedelta(days=1 if str(parts["near"]).casefold() == "yesterday" else 0)
        return (day - back).isoformat() if day else None
    if not parts.get("month"):
        return None if parts.get("unit") or parts.get("next") else given
    month = MONTHS[str(parts["month"]).casefold().rstrip(".")]
    date_ = int(parts.get("day") or 0) or None
    known = given or _year_of(month, date_, day) or (None if day else year) or "XXXX"
    return f"{known}-{month:02}" + (f"-{date_:02}" if date_ else "")


def _season(parts: dict[str, str | None], given: str | None, day: date | None) -> str | None:
    season = SEASONS[str(parts["season"]).casefold()]
    if given:
        return f"{given}-{season}"
    if not day:
        return None
    first = 12 if season == 24 else (season - 20) * 3
    last = (parts.get("last") or "").casefold() == "last"
    begun = day.month >= first + (3 if last else 0)
    return f"{day.year if begun else day.year - 1}-{season}"


def _weekday(weekday: int, day: date | None) -> str | None:
    return (day - timedelta(days=(day.weekday() - weekday) % 7)).isoformat() if day else None


def _year_of(month: int, date_: int | None, day: date | None) -> str | None:
    """Take the last such day before publication, or one soon after."""
    if not day:
        return None
    for year in (day.year, day.year - 1):
        try:
            candidate = date(year, month, date_ or 1)
        except ValueError:  # 29 February of another year
            continue
        if candidate <= day + (AHEAD if date_ else timedelta(0)):
            return str(year)
    return None


def dates_in(dates: Sequence[Date], sentence: Sentence) -> list[Date]:
    """Find the dates of a sentence among those of its document, which are in order."""
    first = bisect_right(dates, sentence.start - 1, key=lambda date: date.start)
    last = bisect_right(dates, sentence.end - 1, key=lambda date: date.start)
    return list(dates[first:last])
