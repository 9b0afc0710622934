"""Dates in Russian text, as EDTF: what is said of a date and nothing more.

A year that the text does not give is taken from the day of publication, when that is known, and otherwise stays
unknown: XXXX-02-08.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kualik.engine.extracting.russian.lexicon import group
from kualik.engine.extracting.russian.numbers import number_at
from kualik.engine.extracting.russian.tokens import Page
from kualik.engine.facts import edtf

__all__ = ["Moment", "dates_in"]

MONTHS = {
    "январь": 1, "февраль": 2, "март": 3, "апрель": 4, "май": 5, "июнь": 6, "июль": 7, "август": 8, "сентябрь": 9,
    "октябрь": 10, "ноябрь": 11, "декабрь": 12,
}  # fmt: skip
MONTH_WORDS = group("dates.month_words")
SEASONS = {"весна": 21, "лето": 22, "осень": 23, "зима": 24}
SEASON_WORDS = group("dates.season_words")
WEEKDAYS = {
    "понедельник": 0, "вторник": 1, "среда": 2, "четверг": 3, "пятница": 4, "суббота": 5, "воскресенье": 6,
}  # fmt: skip
NEAR = {"сегодня": 0, "вчера": 1, "накануне": 1, "позавчера": 2}
LAST = {"прошлый": 1, "минувший": 1, "позапрошлый": 2, "этот": 0, "нынешний": 0, "текущий": 0}
NUMERIC = re.compile(r"\b([0-3]?\d)\.([01]?\d)\.((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-([01]\d)-([0-3]\d)\b")
YEAR = re.compile(r"(?:19|20)\d\d")
SHORT_YEAR = re.compile(r"((?:19|20)\d\d)-(?:м|го|й|му|х)")
DAY = re.compile(r"([0-3]?\d)(?:-(?:го|е|ое|му))?")
SINCE = frozenset({"с", "со", "начиная"})
AHEAD = timedelta(days=45)  # a report may announce a day this far ahead without naming the year


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date, tokens *first* to *last* (not included); `since` where the text says from then on, `until` up to then."""

    first: int
    last: int
    edtf: str
    since: bool = False
    until: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """What is known of the day of publication."""

    day: date | None
    latest: date | None
    year: int | None


def dates_in(page: Page, *, published: str | None) -> list[Moment]:
    """Find dates.

    Args:
        page: the text.
        published: EDTF of the day of publication, or None.

    Returns:
        Dates in order, not overlapping.
    """
    anchor = _anchor(published)
    found: list[Moment] = list(_numeric(page))
    taken = {i for one in found for i in range(one.first, one.last)}
    i = 0
    while i < len(page.tokens):
        moment = None if i in taken else _at(page, i, anchor)
        if moment and edtf.is_edtf(moment.edtf):
            found.append(_bounded(page, moment))
            i = moment.last
        else:
            i += 1
    return sorted(found, key=lambda one: one.first)


def _anchor(published: str | None) -> _Anchor:
    if not published or not edtf.is_edtf(published):
        return _Anchor(day=None, latest=None, year=None)
    first, last = edtf.bounds(published)
    day = first if first == last else None
    return _Anchor(day=day, latest=last, year=last.year if last else None)


def _numeric(page: Page) -> Iterator[Moment]:
    starts = {token.start: token.i for token in page.tokens}
    ends = {token.end: token.i for token in page.tokens}
    for match in NUMERIC.finditer(page.text):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is None or last is None:
            continue
        day, month, year = (match[1], match[2], match[3]) if match[3] else (match[6], match[5], match[4])
        text = f"{year}-{int(month):02}-{int(day):02}"
        if edtf.is_edtf(text):
            yield _bounded(page, Moment(first=first, last=last + 1, edtf=text))


def _bounded(page: Page, moment: Moment) -> Moment:
    before = page.lower(moment.first - 1)
    if before in SINCE:
        return Moment(first=moment.first, last=moment.last, edtf=moment.edtf, since=True)
    if before == "до":
        return Moment(first=moment.first, last=moment.last, edtf=moment.edtf, until=True)
    return moment


def _at(page: Page, i: int, anchor: _Anchor) -> Moment | None:
    return (
        _day(page, i, anchor)
        or _month(page, i, anchor)
        or _season(page, i, anchor)
        or _year(page, i, anchor)
        or _near(page, i, anchor)
    )


def _month_of(page: Page, i: int) -> int | None:
    if not 0 <= i < len(page.tokens):
        return None
    token = page.tokens[i]
    if token.lower in MONTH_WORDS:
        return 5 if token.lower.startswith("ма") and token.lower[2:3] in {"й", "я", "е", "ю"} else 3
    return next((MONTHS[lemma] for lemma in token.lemmas("NOUN") if lemma in MONTHS), None)


def _day(page: Page, i: int, anchor: _Anchor) -> Moment | None:
    """Read "16 марта", "16 марта 2021 года", "22–26 ноября"."""
    day = DAY.fullmatch(page.tokens[i].lower)
    if not day or not 1 <= int(day[1]) <= 31:
        return None
    place, until = i + 1, None
    if page.lower(place) in {"-", "–", "—", "и"} and (second := DAY.fullmatch(page.lower(place + 1))):
        place, until = place + 2, int(second[1])
    month = _month_of(page, place)
    if month is None:
        return None
    year, last = _year_after(page, place + 1, anchor)
    first = _dated(int(day[1]), month, year, anchor)
    if until and page.lower(i + 1) != "и":
        return Moment(first=i, last=last, edtf=f"{first}/{_dated(until, month, year, anchor)}")
    return Moment(first=i, last=last, edtf=first)


def _dated(day: int, month: int, year: str | None, anchor: _Anchor) -> str:
    if year is None and anchor.latest and anchor.year:
        try:
            later = date(anchor.year, month, day) > anchor.latest + AHEAD
        except ValueError:
            later = False
        year = str(anchor.year - later)
    return f"{year or 'XXXX'}-{month:02}-{day:02}"


def _year_after(page: Page, i: int, anchor: _Anchor) -> tuple[str | None, int]:
    """Read the year behind a month or season: "2021 года", "прошлого года", "того же года"; None where none is."""
    word = page.lower(i)
    if YEAR.fullmatch(word) or SHORT_YEAR.fullmatch(word):
        named = page.lower(i + 1) in {"года", "году", "год"}
        dotted = page.lower(i + 1) == "г"
        return word[:4], i + 1 + named + (dotted + (dotted and page.lower(i + 2) == "."))
    if i + 1 < len(page.tokens) and page.lower(i + 1) in {"года", "году"}:
        back = next((LAST[lemma] for lemma in page.tokens[i].lemmas() if lemma in LAST), None)
        if back is not None:
            return (str(anchor.year - back) if anchor.year else None), i + 2
    return None, i


def _month(page: Page, i: int, anchor: _Anchor) -> Moment | None:
    month = _month_of(page, i)
    if month is None:
        return None
    year, last = _year_after(page, i + 1, anchor)
    preceded = page.lower(i - 1) in {"в", "с", "до", "к", "по", "от", "середине", "начале", "конце", "начала", "конца"}
    past = {lemma for lemma in page.tokens[i - 1].lemmas() if lemma in LAST} if i else set()
    if last == i + 1 and not (preceded or past):
        return None
    if year is None and anchor.latest and anchor.year and last == i + 1:
        year = str(anchor.year - (month > anchor.latest.month + 1))
    return Moment(first=i, last=last, edtf=f"{year or 'XXXX'}-{month:02}")


def _season(page: Page, i: int, anchor: _Anchor) -> Moment | None:
    token = page.tokens[i]
    if token.lower not in SEASON_WORDS:
        return None
    season = next((SEASONS[lemma] for lemma in token.lemmas() if lemma in SEASONS), 22)
    year, last = _year_after(page, i + 1, anchor)
    past = {lemma for lemma in page.tokens[i - 1].lemmas() if lemma in LAST} if i else set()
    if year is None and anchor.latest and anchor.year and (past or token.lower.endswith(("ой", "ом", "ью"))):
        begins = {21: 3, 22: 6, 23: 9, 24: 12}[season]
        year = str(anchor.year - (begins > anchor.latest.month))
    if year is None:
        return None
    return Moment(first=i, last=last, edtf=f"{year}-{season}")


def _year(page: Page, i: int, anchor: _Anchor) -> Moment | None:
    word = page.lower(i)
    if SHORT_YEAR.fullmatch(word):
        return Moment(first=i, last=i + 1, edtf=word[:4])
    if YEAR.fullmatch(word):
        named = page.lower(i + 1) in {"год", "года", "году", "г", "годом"}
        preceded = page.lower(i - 1) in {"в", "с", "до", "к", "после", "около"}
        return Moment(first=i, last=i + 1 + named, edtf=word) if named or (preceded and _no_count(page, i)) else None
    if page.lower(i + 1) in {"году", "года"} and anchor.year:
        back = next((LAST[lemma] for lemma in page.tokens[i].lemmas() if lemma in LAST), None)
        return Moment(first=i, last=i + 2, edtf=str(anchor.year - back)) if back is not None else None
    return None


def _no_count(page: Page, i: int) -> bool:
    after = page.tokens[i + 1] if i + 1 < len(page.tokens) else None
    return after is None or not after.word or not after.cases("NOUN") & {"gent"}


def _near(page: Page, i: int, anchor: _Anchor) -> Moment | None:
    """Read "вчера", "накануне", "во вторник": only where the day of publication is known."""
    if anchor.day is None:
        return None
    token = page.tokens[i]
    if token.lower in NEAR:
        return Moment(first=i, last=i + 1, edtf=(anchor.day - timedelta(days=NEAR[token.lower])).isoformat())
    weekday = next((WEEKDAYS[lemma] for lemma in token.lemmas("NOUN") if lemma in WEEKDAYS), None)
    if weekday is None or page.lower(i - 1) not in {"в", "во", "вечером", "утром"}:
        return _ago(page, i, anchor)
    return Moment(
        first=i, last=i + 1, edtf=(anchor.day - timedelta(days=(anchor.day.weekday() - weekday) % 7)).isoformat()
    )


def _ago(page: Page, i: int, anchor: _Anchor) -> Moment | None:
    """Read "три года назад", "два месяца назад", "неделю назад"."""
    number = number_at(page, i)
    place = number.last if number else i
    amount = int(number.value) if number else 1
    if page.lower(place + 1) != "назад" or anchor.day is None or amount > 400:
        return None
    unit = page.tokens[place].lemma
    if unit in {"день", "неделя", "сутки"}:
        days = amount * (7 if unit == "неделя" else 1)
        return Moment(first=i, last=place + 2, edtf=(anchor.day - timedelta(days=days)).isoformat())
    if unit == "месяц":
        months = anchor.day.year * 12 + anchor.day.month - 1 - amount
        return Moment(first=i, last=place + 2, edtf=f"{months // 12}-{months % 12 + 1:02}")
    return Moment(first=i, last=place + 2, edtf=str(anchor.day.year - amount)) if unit in {"год", "лето"} else None
