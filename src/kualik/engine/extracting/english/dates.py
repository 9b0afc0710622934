"""Dates in English text, as EDTF: what is said of a date and nothing more.

A year that the text does not give is that of the date told just before, when the story went on from there, else it
is taken from the day of publication, when that is known; otherwise it stays unknown: XXXX-02-08.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kualik.engine.extracting import moments
from kualik.engine.extracting.english.numbers import NUMBER, number
from kualik.engine.extracting.english.words import MONTHS, SEASONS, WEEKDAYS
from kualik.engine.extracting.moments import Anchor
from kualik.engine.extracting.spans import Span

__all__ = ["Date", "dates_in", "find_dates"]

_MONTH = r"(?:early |late |mid-?|mid |end of )?(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|that year|the same year|['’]\d\d)\b"
_AMOUNT = rf"(?P<amount>{NUMBER}|an?|the|a few|several|a couple of)"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_LEAD = "in|since|until|till|from|by|last|this|of|during|between|to|before|after|and|through|around|early|late|every"
_COUNTED = r"(?!,\d)(?! (?:years|months|days|people|others|men|women|protesters|members|activists|families)\b)"
_THINGS = (
    r"(?! (?:people|prisoners|detainees|inmates|meters|metres|dollars|families|men|women|yuan|tenge|rubles|members"
    r"|cases|names|words|pages|students|hectares)\b)"
)
FORMS: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<iso>(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?)\b"),
    ("numeric", r"\b(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.(?P<year>(?:19|20)\d\d)\b"),
    ("span", rf"\b{_MONTH} {_DAY} ?(?:-|–|to) ?(?P<until>[0-3]?\d)\b(?:,? {_YEAR})?"),
    ("day", rf"\b(?:the )?{_DAY} (?:day )?(?:of )?{_MONTH}(?:,? (?:of )?{_YEAR})?"),
    ("day", rf"\b{_MONTH} (?:the )?{_DAY}\b{_COUNTED}(?:,? (?:of )?{_YEAR})?"),
    ("month", rf"\b{_MONTH},? (?:of )?{_YEAR}"),
    ("bare", rf"\b(?P<lead>{_LEAD}) {_MONTH}(?!,? (?:of )?(?:['’]?\d|that))(?!\w)"),
    ("next", rf"\bthe (?:following|next) {_MONTH}"),
    ("season", rf"\b(?P<season>{'|'.join(SEASONS)}) (?:of )?{_YEAR}(?:[-–/](?P<over>\d\d(?:\d\d)?)\b)?"),
    ("season", rf"\b(?P<last>last|this|that|the same|the previous|the past) (?P<season>{'|'.join(SEASONS)})\b"),
    ("years", r"\b(?P<first>(?:19|20)\d\d) ?[-–] ?(?P<until>(?:19|20)\d\d)\b"),
    ("decade", r"\b(?:the )?(?:early |late |mid-?)?(?P<decade>(?:19|20)\d)0s\b"),
    ("weekday", rf"\b(?:(?P<last>last|next|this) )?(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!s)"),
    ("near", r"\b(?P<near>today|yesterday|tomorrow)\b"),
    ("later", rf"\b{_AMOUNT} {_UNIT} (?P<way>later|afterwards?|earlier|before that)\b"),
    ("beside", r"\b(?:the |on the )?(?P<beside>next|following|previous|same) (?P<unit>day|morning|evening|night)\b"),
    ("beside", r"\bthe (?P<unit>day|year|month) (?P<beside>before)\b(?! the|,? \w+ (?:was|were|had))"),
    ("ago", rf"\b{_AMOUNT} {_UNIT} ago\b"),
    ("ago", r"\b(?P<last>last|this|next) (?P<unit>month|year)\b"),
    ("year", rf"(?<![\d,.$€£#])(?<!(?<!mid)[-–])(?P<year>(?:19|20)\d\d)\b(?![,.]\d|-\w|%){_THINGS}"),
)  # fmt: skip
PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in FORMS)
ABOUT = re.compile(r"\b(?:on or about|about|around|circa|approximately)\s+(?:the\s+)?$", re.IGNORECASE)
PERHAPS = re.compile(r"\b(?:perhaps|maybe|possibly|probably)\s+(?:in|on|since)?\s*$", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|from|starting|beginning)\s+(?:in |on )?(?:early |mid-?|late )?$", re.IGNORECASE)
LATEST = frozenset({"last", "this"})
NEAR_ENOUGH = 400  # characters from the date whose year a story keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date in the text; `since` where the text says from then on, `given` where its year stands in the text."""

    start: int
    end: int
    edtf: str
    since: bool = False
    given: bool = False

    @property
    def full(self) -> bool:
        """Say whether it names a day."""
        return len(self.edtf.rstrip("~?%")) == len("2020-01-01") and "/" not in self.edtf

    @property
    def span(self) -> Span:
        """The stretch of text."""
        return Span(start=self.start, end=self.end)


@dataclass(slots=True, kw_only=True)
class _Story:
    """What is known of the time while dates are read one after the other."""

    near: Anchor
    text: str
    found: list[Date] = field(default_factory=list)

    def before(self, start: int) -> Date | None:
        """Find the date told just before, in the same paragraph."""
        last = self.found[-1] if self.found else None
        if last is None or start - last.end > NEAR_ENOUGH or "\n" in self.text[last.end : start]:
            return None
        return last


def find_dates(text: str, *, published: str | None) -> list[Date]:
    """Find dates in a text.

    Args:
        text: any text.
        published: EDTF of the day of publication, or None.

    Returns:
        Dates in order, not overlapping, offsets into *text*.

    Assumes:
        A month without a year, told within a few lines after a date of an earlier year, goes on from that date.

    Source:
        EDTF, ISO 8601-2:2019.
    """
    story = _Story(near=moments.anchor(published), text=text)
    matches = [(match, kind) for kind, pattern in PATTERNS for match in pattern.finditer(text)]
    end = 0
    for match, kind in sorted(matches, key=lambda one: (one[0].start(), -one[0].end())):
        if match.start() < end:
            continue
        said, given = READERS[kind](match, story)
        if said:
            end = match.end()
            story.found.append(_date(text, match, said, given=given))
    return story.found


def _date(text: str, match: re.Match[str], said: str, *, given: bool) -> Date:
    before = text[max(0, match.start() - 20) : match.start()]
    said = moments.about(said) if ABOUT.search(before) else said
    said = moments.doubtful(said) if PERHAPS.search(before) else said
    since = bool(SINCE.search(before)) or match.group().casefold().startswith(("since ", "from "))
    return Date(start=match.start(), end=match.end(), edtf=said, since=since, given=given)


_Found = tuple[str | None, bool]


def _iso(match: re.Match[str], _: _Story) -> _Found:
    year, month, *day = (int(part) for part in match["iso"].split("-"))
    return moments.on(near=Anchor(), year=year, month=month, day=day[0] if day else None), True


def _numeric(match: re.Match[str], _: _Story) -> _Found:
    year, month, day = int(match["year"]), int(match["number"]), int(match["day"])
    return (moments.on(near=Anchor(), year=year, month=month, day=day) if 1 <= month <= 12 else None), True


def _calendar(match: re.Match[str], story: _Story) -> _Found:
    """Read a month with or without its day and its year."""
    parts = match.groupdict()
    month, day = MONTHS[match["month"].casefold().rstrip(".")], int(parts.get("day") or 0) or None
    if match["month"] == "may" or (parts.get("lead") or "").casefold() == "every":
        return None, False
    year = _year(parts.get("year"), match.start(), story)
    if year is not None:
        return moments.on(near=story.near, year=year, month=month, day=day), True
    told = story.before(match.start())
    if told and told.given and len(told.edtf) > 4 and parts.get("lead") not in LATEST and _goes_on(told, story):
        said = moments.following(than=told.edtf, month=month, day=day)
        if said and not _ahead(said, story):
            return said, True
    return moments.on(near=story.near, month=month, day=day), False


def _next(match: re.Match[str], story: _Story) -> _Found:
    told = story.found[-1] if story.found else None
    month = MONTHS[match["month"].casefold().rstrip(".")]
    if told is None:
        return None, False
    said = moments.following(than=told.edtf, month=month)
    if said == told.edtf[:7]:
        said = moments.later(than=said, amount=1, unit="year")
    return said, told.given


def _goes_on(told: Date, story: _Story) -> bool:
    """Say whether a month may take its year from a date: one of the past, or any where publication is unknown."""
    return story.near.year is None or int(told.edtf[:4].replace("X", "9")) < story.near.year


def _ahead(said: str, story: _Story) -> bool:
    return story.near.day is not None and said > story.near.day.isoformat()


def _year(said: str | None, start: int, story: _Story) -> int | None:
    if said is None or said.isdigit():
        return int(said) if said else None
    if said[0] in "'’":
        return 2000 + int(said[1:])
    told = next((one for one in reversed(story.found) if one.end <= start and one.edtf[:4].isdigit()), None)
    return int(told.edtf[:4]) if told else None


def _span(match: re.Match[str], story: _Story) -> _Found:
    first, given = _calendar(match, story)
    last = first and f"{first[:-2]}{int(match['until']):02}"
    return (moments.interval(first=first, last=last) if last and str(first) < last else first), given


def _season(match: re.Match[str], story: _Story) -> _Found:
    parts = match.groupdict()
    which = SEASONS[match["season"].casefold()]
    back = (parts.get("last") or "").casefold()
    if back in {"that", "the same", "the previous"}:
        told = _year("that year", match.start(), story)
        return (moments.season(season=which, near=story.near, year=told) if told and back != "the previous" else None,
                True)  # fmt: skip
    year = _year(parts.get("year"), match.start(), story)
    return moments.season(season=which, near=story.near, year=year, last=back in {"last", "the past"}), bool(year)


def _years(match: re.Match[str], _: _Story) -> _Found:
    first, last = match["first"], match["until"]
    return (moments.interval(first=first, last=last) if first < last else None), True


def _decade(match: re.Match[str], _: _Story) -> _Found:
    return match["decade"] + "X", False


def _weekday(match: re.Match[str], story: _Story) -> _Found:
    coming = (match["last"] or "").casefold() == "next"
    return moments.weekday(weekday=WEEKDAYS[match["weekday"].casefold()], near=story.near, next_=coming), False


def _near(match: re.Match[str], story: _Story) -> _Found:
    back = {"today": 0, "yesterday": 1, "tomorrow": -1}[match["near"].casefold()]
    return moments.ago(amount=back, unit="day", near=story.near), False


def _amount(match: re.Match[str]) -> int | None:
    said = match["amount"].casefold()
    if said in {"several", "a few", "a couple of"}:
        return None
    return int(number(said.replace("the", "a")) or 1)


def _later(match: re.Match[str], story: _Story) -> _Found:
    amount = _amount(match)
    told = story.found[-1] if story.found else None
    if amount is None or told is None:
        return None, False
    sign = -1 if match["way"].casefold() in {"earlier", "before that"} else 1
    return moments.later(than=told.edtf, amount=sign * amount, unit=match["unit"].casefold()), told.given


def _beside(match: re.Match[str], story: _Story) -> _Found:
    told = story.found[-1] if story.found else None
    if told is None:
        return None, False
    steps = {"next": 1, "following": 1, "previous": -1, "before": -1, "same": 0}[match["beside"].casefold()]
    unit = match["unit"].casefold()
    unit = "day" if unit in {"morning", "evening", "night"} else unit
    return moments.later(than=told.edtf, amount=steps, unit=unit), told.given


def _ago(match: re.Match[str], story: _Story) -> _Found:
    parts = match.groupdict()
    if parts.get("last"):
        amount: int | None = {"last": 1, "this": 0, "next": -1}[match["last"].casefold()]
    else:
        amount = _amount(match)
    if amount is None:
        return None, False
    return moments.ago(amount=amount, unit=match["unit"].casefold(), near=story.near), False


def _only_year(match: re.Match[str], _: _Story) -> _Found:
    return match["year"], True


READERS: dict[str, Callable[[re.Match[str], _Story], _Found]] = {
    "iso": _iso, "numeric": _numeric, "span": _span, "day": _calendar, "month": _calendar, "bare": _calendar,
    "next": _next,
    "season": _season, "years": _years, "decade": _decade, "weekday": _weekday, "near": _near, "later": _later,
    "beside": _beside, "ago": _ago, "year": _only_year,
}  # fmt: skip


def dates_in(dates: Sequence[Date], span: Span) -> list[Date]:
    """Find the dates that begin inside a stretch of text, among those of its document, which are in order."""
    first = bisect_left(dates, span.start, key=lambda date: date.start)
    last = bisect_left(dates, span.end, key=lambda date: date.start)
    return list(dates[first:last])
