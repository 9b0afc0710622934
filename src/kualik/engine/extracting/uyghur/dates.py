"""Uyghur dates as EDTF."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.moments import Anchor, ago, anchor, following, on, season, weekday
from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.page import Page
from kualik.engine.extracting.uyghur.tables import mapping

__all__ = ["Moment", "find_moments"]

SEASONS = {"باھار": 21, "ئەتىياز": 21, "ياز": 22, "كۈز": 23, "قىش": 24}
SINCE = frozenset({"بېرى", "بۇيان", "باشلاپ", "بۇياق"})
LAST = frozenset({"ئۆتكەن", "ئالدىنقى"})
AGO = {"تۈنۈگۈن": 1, "بۈگۈن": 0, "ئەتە": -1}
HEAD = 6  # sentences among which a dateline may be
YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date at tokens [first, last); `since` where the text counts from it."""

    first: int
    last: int
    edtf: str
    since: bool = False


@dataclass(slots=True, kw_only=True)
class _Parts:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    last: int = 0


def find_moments(page: Page, *, published: str | None) -> list[Moment]:
    """Find the dates of a text.

    Args:
        page: the text.
        published: EDTF of its publication, or None.

    Returns:
        The dates in order; a day without a year follows the date told before it in the same paragraph.
    """
    near = anchor(published or _dateline(page))
    found: list[Moment] = []
    i = 0
    while i < len(page.tokens):
        moment = _moment(page, i, near, _before(page, found, i))
        if moment is not None and moment.edtf:
            found.append(moment)
        i = moment.last if moment is not None else i + 1
    return found


def _dateline(page: Page) -> str | None:
    """Find the day of publication: a full date that is a line of its own at the head of the page."""
    for one in page.sentences[:HEAD]:
        parts = _dated(page, one.first)
        if parts is not None and parts.year and parts.month and parts.day and one.last - parts.last <= 1:
            return on(near=Anchor(), year=parts.year, month=parts.month, day=parts.day)
    return None


def _before(page: Page, found: list[Moment], i: int) -> str | None:
    if not found:
        return None
    here, there = (page.sentences[page.sentence_of[k]].paragraph for k in (i, found[-1].first))
    return found[-1].edtf if here == there else None


def _moment(page: Page, i: int, near: Anchor, told: str | None) -> Moment | None:
    parts = _dated(page, i)
    if parts is None:
        return _relative(page, i, near)
    if parts.season is not None:
        edtf: str | None = season(season=parts.season, near=near, year=parts.year)
    elif parts.year is None and parts.month is not None and told is not None:
        edtf = following(than=told, month=parts.month, day=parts.day) or on(near=near, month=parts.month, day=parts.day)
    else:
        edtf = on(near=near, year=parts.year, month=parts.month, day=parts.day)
    return _made(page, i, parts.last, edtf or "")  # a day that there is not is passed over whole


def _made(page: Page, first: int, last: int, edtf: str) -> Moment:
    if _stem(page, last) == "كۈن":
        last += 1
    return Moment(first=first, last=last, edtf=edtf, since=page.form(last) in SINCE)


def _stem(page: Page, i: int) -> str:
    """Find "year", "month", "day", a month's or a season's name in a word with endings."""
    for one in endings(page.form(i)):
        if one.stem in {"يىل", "ئاي", "كۈن"} or one.stem in SEASONS or one.stem in mapping("months"):
            return one.stem
    return ""


def _small(page: Page, i: int, most: int) -> int | None:
    form = page.form(i)
    return int(form) if form.isdecimal() and len(form) < 5 and 1 <= int(form) <= most else None


def _dated(page: Page, i: int) -> _Parts | None:
    if page.tokens[i].number and max(page.form(i).count("."), page.form(i).count("/")) == 2:
        return _digits(page.form(i).replace("/", ".").split("."), i + 1)
    year = _small(page, i, YEARS.stop)
    if year in YEARS:
        k = i + 1 + (page.form(i + 1) == "-")
        if page.form(k).startswith("يىل") and "يىللىق" not in page.form(k):
            dated = _month(page, k + 1) or _Parts(last=k + 1)
            dated.year = year
            return dated
        same = page.form(i + 1) == page.form(i + 3) == "-"
        return _digits([page.form(i + k) for k in (0, 2, 4)], i + 5) if same else None
    parts = _month(page, i)
    if parts is None or parts.season is not None:
        return None
    year = _small(page, parts.last, YEARS.stop)
    if year in YEARS and page.form(parts.last + 1) == "-" and page.form(parts.last + 2).startswith("يىل"):
        parts.year, parts.last = year, parts.last + 3
    return parts


def _month(page: Page, i: int) -> _Parts | None:
    """Read "6-month's 20-day", "14-May", "May's 14-day", "February", "spring"."""
    stem = _stem(page, i)
    if stem in SEASONS:
        return _Parts(season=SEASONS[stem], last=i + 1)
    if stem in mapping("months"):
        parts = _Parts(month=int(mapping("months")[stem]), last=i + 1)
        return _day(page, parts)
    number = _small(page, i, 31)
    if number is None or page.form(i + 1) != "-":
        return None
    stem = _stem(page, i + 2)
    if stem in mapping("months"):
        return _Parts(month=int(mapping("months")[stem]), day=number, last=i + 3)
    if stem == "ئاي" and number <= 12:
        return _day(page, _Parts(month=number, last=i + 3))
    return None


def _day(page: Page, parts: _Parts) -> _Parts:
    day = _small(page, parts.last, 31)
    if day is not None and page.form(parts.last + 1) == "-" and _stem(page, parts.last + 2) == "كۈن":
        parts.day, parts.last = day, parts.last + 3
    return parts


def _digits(parts: Sequence[str], last: int) -> _Parts | None:
    """Read 2021-05-14."""
    if not all(part.isdecimal() and len(part) < 5 for part in parts):
        return None
    year, month, day = (int(part) for part in parts)
    return _Parts(year=year, month=month, day=day, last=last) if year in YEARS and 1 <= month <= 12 else None


def _relative(page: Page, i: int, near: Anchor) -> Moment | None:
    form = page.form(i)
    edtf: str | None = None
    last = i + 1
    if form in AGO:
        edtf = ago(amount=AGO[form], unit="day", near=near)
    elif form == "بۇلتۇر":
        edtf = ago(amount=1, unit="year", near=near)
    elif form in mapping("weekdays") and page.form(i + 1).startswith("كۈن"):
        edtf = weekday(weekday=int(mapping("weekdays")[form]), near=near)
    elif form in LAST or form in {"بۇ", "شۇ"}:
        back, last = (1 if form in LAST else 0), i + 2
        unit = {"يىل": "year", "ئاي": "month"}.get(_stem(page, i + 1), "")
        edtf = ago(amount=back, unit=unit, near=near) if unit and form != "شۇ" else None
    return _made(page, i, last, edtf) if edtf else None
