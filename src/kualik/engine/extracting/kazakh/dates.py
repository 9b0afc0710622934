"""Dates in Kazakh text."""

from collections.abc import Sequence
from dataclasses import dataclass

from kualik.engine.extracting.kazakh.endings import endings
from kualik.engine.extracting.kazakh.numerals import number_at
from kualik.engine.extracting.kazakh.tables import mapping, members
from kualik.engine.extracting.kazakh.tokens import Token
from kualik.engine.extracting.moments import Anchor, ago, month_of, on, season, weekday

__all__ = ["Date", "find_dates"]

YEARS = frozenset({"жылы", "жылғы", "жылдың", "жылдан", "жылдары", "жыл", "жылда", "жылға", "ж", "жылдағы"})
SEASONS = {"көктем": 21, "жаз": 22, "күз": 23, "қыс": 24}
DAYS = {"кеше": 1, "бүгін": 0, "алдыңгүні": 2, "кешегі": 1, "бүгінгі": 0}
UNITS = {"күн": "day", "апта": "week", "ай": "month", "жыл": "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date in tokens [first, last) of a frame; `since` where the text says "since"."""

    first: int
    last: int
    edtf: str
    since: bool = False


def find_dates(tokens: Sequence[Token], near: Anchor) -> list[Date]:
    """Find the dates of a sentence.

    Args:
        tokens: of one frame.
        near: what is known of the day of publication.

    Returns:
        Dates in order, not overlapping; a time that the text does not fix is no date.
    """
    found: list[Date] = []
    place = 0
    while place < len(tokens):
        read = _at(tokens, place, near)
        if read is None:
            place += 1
            continue
        last, edtf = read
        if edtf is not None:
            found.append(Date(first=place, last=last, edtf=edtf, since=_since(tokens, last)))
        place = last
    return found


def _since(tokens: Sequence[Token], last: int) -> bool:
    return last < len(tokens) and tokens[last].lower == "бері"


def _at(tokens: Sequence[Token], place: int, near: Anchor) -> tuple[int, str | None] | None:
    for read in (_written, _of_year, _of_month, _relative, _weekday):
        found = read(tokens, place, near)
        if found is not None:
            return found
    return None


def _written(tokens: Sequence[Token], place: int, near: Anchor) -> tuple[int, str | None] | None:
    """Read 2019-07-25, 25.07.2019."""
    parts = tokens[place].text.replace("/", ".").replace("-", ".").split(".")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in (parts if len(parts[0]) == 4 else reversed(parts)))
    return (place + 1, on(near=near, year=year, month=month, day=day)) if year > 1900 and month <= 12 else None


def _year(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """Read a year: "2018 жылы", "2018-жылы"; its value and where it ends."""
    digits, _, tail = tokens[place].text.partition("-")
    if not (digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100):
        return None
    if tail:
        return (int(digits), place + 1) if tail.startswith("жыл") else None
    if place + 1 < len(tokens) and tokens[place + 1].lower in YEARS:
        dot = place + 2 < len(tokens) and tokens[place + 1].lower == "ж" and tokens[place + 2].text == "."
        return int(digits), place + 2 + dot
    return None


def _of_year(tokens: Sequence[Token], place: int, near: Anchor) -> tuple[int, str | None] | None:
    """Read what begins with a year, or with "this year's", "last year's"."""
    read = _year(tokens, place) or _named_year(tokens[place].lower, near)
    if read is None:
        return None
    year, last = (read[0], place + 1) if len(read) == 3 else read[:2]
    if last >= len(tokens) or year is None:
        return last, on(near=near, year=year) if year else None
    month = _month_at(tokens, last)
    if month is not None:
        return _with_day(tokens, last, month, year, near)
    if last + 1 < len(tokens) and tokens[last].number and _month_at(tokens, last + 1):
        return _day_first(tokens, last, year, near)
    time = _season_at(tokens[last].lower)
    if time is not None:
        return last + 1, season(season=time, near=near, year=year)
    return last, on(near=near, year=year)


def _named_year(word: str, near: Anchor) -> tuple[int | None, int, bool] | None:
    names = {"биыл": 0, "биылғы": 0, "былтыр": 1, "былтырғы": 1, "бұрнағы": 2}
    if word not in names:
        return None
    said = ago(amount=names[word], unit="year", near=near)
    return (int(said) if said else None), 0, True


def _month_at(tokens: Sequence[Token], place: int) -> int | None:
    """Read the name of a month in any case; "қазан айында" too."""
    if place >= len(tokens) or not tokens[place].word:
        return None
    table = mapping("months")
    return next((int(table[one.stem]) for one in endings(tokens[place].lower) if one.stem in table), None)


def _day_number(token: Token) -> int | None:
    """Read a day: "8", "27-сінде", "8-і"."""
    digits, _, tail = token.text.partition("-")
    good = digits.isdigit() and 1 <= int(digits) <= 31 and len(digits) <= 2
    return int(digits) if good and (not tail or tail[0] in "сікқңнш" or tail.startswith(("ы", "і", "у", "н"))) else None


def _with_day(
    tokens: Sequence[Token], place: int, month: int, year: int | None, near: Anchor
) -> tuple[int, str | None]:
    """Read "шілденің 8-інде", "мамырда", "қазан айының 5-і"; the month stands at *place*."""
    last = place + 1
    if last < len(tokens) and tokens[last].lower in members("month-words"):
        last += 1
    if last < len(tokens) and tokens[last - 1].lower.endswith(("ның", "нің", "дың", "дің", "тың", "тің")):
        day = _day_number(tokens[last])
        if day is not None:
            return _past_word(tokens, last + 1), on(near=near, year=year, month=month, day=day)
    return last, on(near=near, year=year, month=month)


def _day_first(tokens: Sequence[Token], place: int, year: int | None, near: Anchor) -> tuple[int, str | None] | None:
    """Read "8 ақпан", "26 шілдеде", "8 ақпан күні", "8 ақпан 2021"."""
    day, month = _day_number(tokens[place]), _month_at(tokens, place + 1)
    if day is None or month is None:
        return None
    last = place + 2
    if year is None and last < len(tokens) and tokens[last].number and len(tokens[last].text) == 4:
        read = _year(tokens, last)
        year, last = int(tokens[last].text), read[1] if read else last + 1
    return _past_word(tokens, last), on(near=near, year=year, month=month, day=day)


def _past_word(tokens: Sequence[Token], last: int) -> int:
    return last + 1 if last < len(tokens) and tokens[last].lower in {"күні", "күнгі", "күнінен"} else last


def _of_month(tokens: Sequence[Token], place: int, near: Anchor) -> tuple[int, str | None] | None:
    """Read a day or a month without a year; "қазан" alone is a month only with "ай" or a case."""
    if tokens[place].number and place + 1 < len(tokens):
        return _day_first(tokens, place, None, near)
    month = _month_at(tokens, place)
    if month is None:
        return None
    plain = tokens[place].lower in mapping("months")
    follows = place + 1 < len(tokens) and tokens[place + 1].lower.startswith("ай")
    if (plain and not follows) or (tokens[place].capital and place and not follows):
        return None
    return _with_day(tokens, place, month, None, near)


def _season_at(word: str) -> int | None:
    return next((SEASONS[one.stem] for one in endings(word) if one.stem in SEASONS and (one.case or one.owner)), None)


def _relative(tokens: Sequence[Token], place: int, near: Anchor) -> tuple[int, str | None] | None:
    """Read "кеше", "өткен айда", "өткен күзде", "екі жыл бұрын"."""
    word = tokens[place].lower
    if word in DAYS:
        return place + 1, ago(amount=DAYS[word], unit="day", near=near)
    if word in {"өткен", "былтырғы", "осы"} and place + 1 < len(tokens):
        return _past_unit(tokens, place, near)
    read = number_at(tokens, place)
    if read is None or read.last + 1 >= len(tokens):
        return None
    unit = UNITS.get(tokens[read.last].lower)
    if unit and tokens[read.last + 1].lower == "бұрын" and unit != "week":
        return read.last + 2, ago(amount=read.value, unit=unit, near=near)
    return None


def _past_unit(tokens: Sequence[Token], place: int, near: Anchor) -> tuple[int, str | None] | None:
    last = tokens[place].lower != "осы"
    word = tokens[place + 1].lower
    if word in {"айда", "айдың"}:
        return place + 2, month_of(near=near, back=int(last))
    if word in {"жылы", "жылдың", "жылғы"} and last:
        return place + 2, ago(amount=1, unit="year", near=near)
    time = _season_at(word)
    if time is not None:
        return place + 2, season(season=time, near=near, last=last)
    day = _weekday_at(word)
    return (place + 2, weekday(weekday=day, near=near)) if day is not None else None


def _weekday_at(word: str) -> int | None:
    table = mapping("weekdays")
    return next((int(table[one.stem]) for one in endings(word) if one.stem in table), None)


def _weekday(tokens: Sequence[Token], place: int, near: Anchor) -> tuple[int, str | None] | None:
    day = _weekday_at(tokens[place].lower) if tokens[place].word else None
    if day is None:
        return None
    timed = tokens[place].lower.endswith(("де", "да", "дегі", "дағы")) or _past_word(tokens, place + 1) > place + 1
    return (_past_word(tokens, place + 1), weekday(weekday=day, near=near)) if timed else None
