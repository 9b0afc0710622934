"""Dates in Chinese text, as EDTF: what is said of a date and nothing more."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kualik.engine.extracting import moments
from kualik.engine.extracting.chinese.numerals import NUMERAL, value
from kualik.engine.extracting.moments import Anchor
from kualik.engine.extracting.spans import Span

__all__ = ["Date", "dates_in", "find_dates"]

YEAR = r"(?P<year>(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年"
NEAR_YEAR = r"(?P<near2>今年|去年|前年|大前年|明年|当年|同年|次年|翌年|本年)"
MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!前|后)"
DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9]|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
    r"|[一二三四五六七八九])[日号]"
)
PART = r"(?P<part>份|初|底|末|中旬|上旬|下旬|中|间)?"
SEASON = r"(?P<season>[春夏秋冬])(?:天|季|末|初)?(?![节令])"
PATTERN = re.compile(
    rf"(?P<iso>(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9]))(?!\d)"
    rf"|{YEAR}(?:{MONTH}(?:{DAY}|{PART})|{SEASON})?"
    rf"|{NEAR_YEAR}的?(?:{MONTH.replace('month', 'month2')}(?:{DAY.replace('day', 'day2')})?"
    rf"|{SEASON.replace('season', 'season2')})?"
    rf"|(?<!\d)(?<![个几数十]){MONTH.replace('month', 'month3')}{DAY.replace('day', 'day3')}"
    rf"|(?P<months>上上个?月|上个?月|本月|这个月|当月)(?:{DAY.replace('day', 'day4')})?"
    rf"|(?<![\d个几数十]){MONTH.replace('month', 'month5')}(?P<part5>份|初|底|末|中旬|上旬|下旬|间)"
    rf"|(?<=[在于，,。、从自至到起年])(?<!\d){MONTH.replace('month', 'month6')}(?=[，,被以起至到在])"
    rf"|(?P<week>上|本|这|下)?(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
    rf"|(?P<day_near>今天|今日|今早|今晨|昨天|昨日|昨晚|前天|当天|当日|当晚|同日|同一天|次日|翌日|第二天)"
    rf"|(?P<amount>{NUMERAL})(?P<unit>天|日|周|星期|个月|年)(?P<way>之?后|以后|之?前|以前)"
    rf"|(?<!\d)(?P<day8>[12]\d|3[01]|[1-9])[日号](?=[，,在上下凌早晚中被]|对|向|说|表示|宣布|报道)"
)  # fmt: skip
BACK = {"今年": 0, "本年": 0, "去年": 1, "前年": 2, "大前年": 3, "明年": -1}
SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
DAYS_BACK = {"今天": 0, "今日": 0, "今早": 0, "今晨": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2}
UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "个月": "month", "年": "year"}
WEEKDAYS = {character: n for n, character in enumerate("一二三四五六日")} | {"天": 6}
SINCE_BEFORE = re.compile(r"(?:自|从|自从|打从)$")
SINCE_AFTER = re.compile(r"(?:起|以来|至今|开始|迄今)")
ABOUT = re.compile(r"(?:约|大约|大概|约莫|左右)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date in the text; `since` where the text says from then on."""

    start: int
    end: int
    edtf: str
    since: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.end)

    @property
    def full(self) -> bool:
        """Say whether it names a day."""
        return len(self.edtf.rstrip("~?")) == len("2020-01-01")


def find_dates(folded: str, *, published: str | None) -> list[Date]:
    """Find dates in a folded text.

    Args:
        folded: any text, folded.
        published: EDTF of the day of publication, or None.

    Returns:
        Dates in order, not overlapping, offsets into the text.
    """
    near = moments.anchor(published)
    found: list[Date] = []
    for match in PATTERN.finditer(folded):
        said = _edtf({key: part for key, part in match.groupdict().items() if part}, near, found, folded, match.start())
        if said is None:
            continue
        before, after = folded[max(0, match.start() - 3) : match.start()], folded[match.end() : match.end() + 2]
        since = bool(SINCE_BEFORE.search(before) or SINCE_AFTER.match(after))
        found.append(
            Date(
                start=match.start(),
                end=match.end(),
                edtf=moments.about(said) if ABOUT.search(before) else said,
                since=since,
            )
        )
    return found


def _number(text: str | None) -> int | None:
    return value(text.replace("廿", "二十")) if text else None


def _edtf(parts: dict[str, str], near: Anchor, found: Sequence[Date], text: str, place: int) -> str | None:
    """Put one date together; the date told before it lends its year within a sentence."""
    if "iso" in parts:
        year, month, day = (int(one) for one in re.split(r"[-/.]", parts["iso"]))
        return moments.on(near=near, year=year, month=month, day=day)
    if "weekday" in parts:
        return _weekday(parts, near)
    relative = _relative(parts, near, found)
    return relative(parts) if relative else _year_month(parts, near, found, text, place)


def _relative(
    parts: dict[str, str], near: Anchor, found: Sequence[Date]
) -> Callable[[dict[str, str]], str | None] | None:  # fmt: skip
    """Find the reader of a date that is told from another one, or from the day of publication."""
    readers: dict[str, Callable[[dict[str, str]], str | None]] = {
        "amount": lambda one: _counted(one, near, found),
        "day_near": lambda one: _near_day(one["day_near"], near, found),
        "months": lambda one: _near_month(one, near, found),
        "day8": lambda one: _day_alone(int(one["day8"]), near),
    }
    return next((reader for name, reader in readers.items() if name in parts), None)


def _first(parts: dict[str, str], name: str) -> str | None:
    return next((part for key, part in parts.items() if key.rstrip("0123456789") == name), None)


def _year_month(parts: dict[str, str], near: Anchor, found: Sequence[Date], text: str, place: int) -> str | None:
    month, day = _number(_first(parts, "month")), _number(_first(parts, "day"))
    year = _number(parts.get("year")) or _near_year(parts, near, found)
    season = _first(parts, "season")
    if "near2" in parts and year is None:
        return moments.on(near=Anchor(), month=month, day=day) if month else None
    if season:
        return (
            moments.season(season=SEASONS[season], near=near, year=year) if year or not _first(parts, "near") else None
        )
    if month and year is None and found and _one_sentence(text, found[-1].end, place):
        following = moments.following(than=found[-1].edtf, month=month, day=day)
        if following and not (near.year is not None and following[:4].isdigit() and int(following[:4]) > near.year):
            return following
    return moments.on(near=near, year=year, month=month, day=day)


def _one_sentence(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return len(between) < 60 and not any(mark in between for mark in "。！？\n；")


def _near_year(parts: dict[str, str], near: Anchor, found: Sequence[Date]) -> int | None:
    word = parts.get("near2")
    if word is None:
        return None
    if word in BACK:
        return near.year - BACK[word] if near.year is not None else None
    told = next((int(date.edtf[:4]) for date in reversed(found) if date.edtf[:4].isdigit()), None)
    return None if told is None else told + (word in {"次年", "翌年"})


def _weekday(parts: dict[str, str], near: Anchor) -> str | None:
    day = moments.weekday(weekday=WEEKDAYS[parts["weekday"]], near=near, next_=parts.get("week") == "下")
    if day and parts.get("week") == "上" and near.day and near.day.isocalendar()[:2] == _week(day):
        return moments.later(than=day, amount=-7, unit="day")
    return day


def _week(day: str) -> tuple[int, int]:
    given = moments.anchor(day).day
    return given.isocalendar()[:2] if given else (0, 0)


def _counted(parts: dict[str, str], near: Anchor, found: Sequence[Date]) -> str | None:
    amount, unit = value(parts["amount"]), UNITS[parts["unit"]]
    if amount is None or amount > 400 or not amount:
        return None
    if parts["way"].endswith("前"):
        return moments.ago(amount=amount, unit=unit, near=near) if unit != "week" else None
    return moments.later(than=found[-1].edtf, amount=amount, unit=unit) if found else None


def _near_day(word: str, near: Anchor, found: Sequence[Date]) -> str | None:
    if word in DAYS_BACK:
        return moments.ago(amount=DAYS_BACK[word], unit="day", near=near)
    told = found[-1] if found and found[-1].full and "X" not in found[-1].edtf else None
    if told is None:
        return None
    return moments.later(than=told.edtf, amount=int(word in {"次日", "翌日", "第二天"}), unit="day")


def _near_month(parts: dict[str, str], near: Anchor, found: Sequence[Date]) -> str | None:
    word, day = parts["months"], _number(parts.get("day4"))
    if word == "当月":
        month = found[-1].edtf[:7] if found and len(found[-1].edtf) >= 7 else None
    else:
        month = moments.month_of(near=near, back=2 if word.startswith("上上") else int(word.startswith("上")))
    return f"{month}-{day:02}" if month and day else month


def _day_alone(day: int, near: Anchor) -> str | None:
    """Read "12日": of the month of publication, or of the one before it."""
    if near.day is None:
        return None
    month = moments.month_of(near=near, back=int(day > near.day.day))
    return moments.on(near=near, year=int(month[:4]), month=int(month[5:7]), day=day) if month else None


def dates_in(dates: Sequence[Date], start: int, end: int) -> list[Date]:
    """Find the dates of a stretch among those of its document, which are in order."""
    first = bisect_left(dates, start, key=lambda date: date.start)
    last = bisect_right(dates, end - 1, key=lambda date: date.start)
    return list(dates[first:last])
