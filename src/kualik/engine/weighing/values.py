"""When two values are one, when the one says more than the other, and when both cannot be true."""

import re
from datetime import date
from functools import lru_cache
from unicodedata import normalize

from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.weighing.testimony import Testimony

__all__ = ["SINGLE", "canonical", "contradict", "within"]

SINGLE = frozenset({"age", "birthDate", "deathDate", "gender", "sentence"})
"""Properties that have one true value. Where somebody is held and in which state changes: a sequence, no dispute."""

DATES = frozenset({"birthDate", "deathDate", "date", "startDate", "endDate"})
DURATIONS = frozenset({"sentence", "duration"})
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
GENDERS = {"m": "male", "man": "male", "f": "female", "woman": "female"}
YEAR = 365.2425  # days
ABOUT = 365  # days by which a date marked "approximate" may be off


@lru_cache(maxsize=4096)
def canonical(property_: str, value: str) -> str:
    """Write a value so that equal values are equal text.

    Args:
        property_: the property's name.
        value: the value as claimed.

    Returns:
        NFC, one space between words, no case; durations in years, months and days (P264M is P22Y); gender in a word.
    """
    text = " ".join(normalize("NFC", value).split()).casefold()
    if property_ == "gender":
        return GENDERS.get(text, text)
    if property_ in DURATIONS:
        return _duration(text.upper()) or text
    return text.upper() if property_ in DATES else text


def _duration(text: str) -> str | None:
    match = DURATION.fullmatch(text)
    if not match or text == "P":
        return None
    years, months, weeks, days = (int(number or 0) for number in match.groups())
    years, months = years + months // 12, months % 12
    days += 7 * weeks
    said = "".join(f"{number}{unit}" for number, unit in ((years, "Y"), (months, "M"), (days, "D")) if number)
    return "P" + (said or "0D")


def within(property_: str, narrow: str, broad: str) -> bool:
    """Say whether who says the first also says the second: the same value, or a date inside a longer one.

    Args:
        property_: the property's name.
        narrow: a canonical value.
        broad: another.
    """
    if narrow == broad:
        return True
    if property_ not in DATES or not (is_edtf(narrow) and is_edtf(broad)):
        return False
    (first, last), (begin, end) = bounds(narrow), bounds(broad)
    return None not in (first, last, begin, end) and _ordinal(begin) <= _ordinal(first) <= _ordinal(last) <= _ordinal(
        end
    )


def contradict(one: Testimony, other: Testimony) -> bool:
    """Say whether two testimonies on one property cannot both be true.

    Dates contradict where no day fits both, durations and genders where they differ, ages where no date of
    birth fits both on the days they were given; without the days, where the figures differ.
    """
    if one.property not in SINGLE:
        return False
    values = canonical(one.property, one.value), canonical(one.property, other.value)
    if one.property == "age" and all(value.isdigit() for value in values):
        return _ages_contradict((int(values[0]), one.day), (int(values[1]), other.day))
    if one.property in DATES and all(is_edtf(value) for value in values):
        return _apart(_days(values[0]), _days(values[1]))
    return values[0] != values[1]


Span = tuple[float, float]
NEVER, ALWAYS = float("-inf"), float("inf")


def _days(edtf: str) -> Span:
    first, last = bounds(edtf)
    slack = ABOUT if edtf[-1] in "~%" else 0
    return (_ordinal(first) - slack if first else NEVER, _ordinal(last) + slack if last else ALWAYS)


def _ordinal(day: date | None) -> int:
    assert day is not None
    return day.toordinal()


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _ages_contradict(one: tuple[int, str | None], other: tuple[int, str | None]) -> bool:
    if one[1] is None or other[1] is None:
        return one[0] != other[0]
    return _apart(_born(one[0], one[1]), _born(other[0], other[1]))


def _born(age: int, day: str) -> Span:
    """Find between which days somebody of that age was born; a day is added at each end for leap years."""
    first, last = _days(day)
    return first - (age + 1) * YEAR - 1, last - age * YEAR + 1
