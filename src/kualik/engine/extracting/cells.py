"""The values of cells: dates, terms, ages and states, each read one way only or not at all."""

import re
from collections.abc import Callable
from datetime import date

from kualik.engine.extracting.english.dates import find_dates
from kualik.engine.extracting.english.terms import find_terms
from kualik.engine.facts import EngineError, Schema
from kualik.engine.facts.edtf import is_edtf
from kualik.engine.facts.schemata import properties
from kualik.engine.facts.vocabulary import CUSTODY_STATES

__all__ = ["CODES", "CellFault", "value_of"]

CODES = ("no date", "two days", "no day", "no term", "no age", "no gender", "no state")
"""What can be wrong with a cell."""

DAY_FIRST = re.compile(r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})")
YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:[./-]|年)(?P<month>\d{1,2})(?:(?:[./-]|月)(?P<day>\d{1,2})日?|月)?(?:[ T]0{1,2}:00(?::00)?)?"
)
DURATION = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")
GENDERS = {
    **dict.fromkeys(("f", "female", "woman", "w", "ж", "жен", "женский", "әйел", "女", "ئايال"), "female"),
    **dict.fromkeys(("m", "male", "man", "м", "муж", "мужской", "ер", "еркек", "男", "ئەر"), "male"),
}
OLDEST = 120  # years
MONTHS = 12


class CellFault(EngineError):
    """A cell does not hold what its column says; `value` is what it holds, `code` what is wrong, from a closed list."""

    def __init__(self, *, value: str, code: str, why: str) -> None:
        super().__init__(f"{value!r} {why}")
        self.value = value
        self.code = code
        self.why = why


def value_of(text: str, *, schema: Schema, name: str) -> str:
    """Read a cell as a value of a property.

    Args:
        text: the cell, without blanks around it.
        schema: whose property it is.
        name: the property.

    Returns:
        The value: dates as EDTF, terms as ISO 8601 durations, states from the closed list, the rest as it stands.

    Raises:
        CellFault: it is not valid, or could be read two ways.
    """
    kind = properties(schema.value)[name].type
    if kind == "date":
        return _date(text)
    return READERS[name](text) if name in READERS else text


def _date(text: str) -> str:
    if is_edtf(text):
        return text
    match = YEAR_FIRST.fullmatch(text)
    if match:
        return _checked(text, match["year"], match["month"], match["day"])
    match = DAY_FIRST.fullmatch(text)
    if match:
        return _day_first(text, match)
    found = find_dates(text, published=None)
    if len(found) == 1 and found[0].end - found[0].start == len(text) and not found[0].edtf.startswith("XXXX"):
        return found[0].edtf
    why = "is not a date that can be read one way only; write it as 2018-02-08"
    raise CellFault(value=text, code="no date", why=why)


def _day_first(text: str, match: re.Match[str]) -> str:
    """Read 13.02.2018 and 02/13/2018; points put the day first everywhere, other marks do not."""
    a, b = int(match["a"]), int(match["b"])
    if match["mark"] != "." and a <= MONTHS and b <= MONTHS and a != b:
        raise CellFault(value=text, code="two days", why="could be two days; write it as 2018-02-08")
    day, month = (a, b) if match["mark"] == "." or b <= MONTHS else (b, a)
    return _checked(text, match["year"], str(month), str(day))


def _checked(text: str, year: str, month: str, day: str | None) -> str:
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError as error:
        raise CellFault(value=text, code="no day", why="is no day of the calendar; write it as 2018-02-08") from error
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _term(text: str) -> str:
    if DURATION.fullmatch(text):
        return text
    found = find_terms(text)
    if len(found) == 1 and len(found[0].values) == 1 and found[0].end - found[0].start == len(text):
        return found[0].values[0]
    raise CellFault(value=text, code="no term", why="is not a length of time; write it as 7 years, or P7Y")


def _age(text: str) -> str:
    if not (text.isascii() and text.isdigit() and int(text) <= OLDEST):
        raise CellFault(value=text, code="no age", why=f"is not an age in years up to {OLDEST}")
    return str(int(text))


def _gender(text: str) -> str:
    found = GENDERS.get(text.casefold().strip("."))
    if found is None:
        raise CellFault(value=text, code="no gender", why="is not a gender that is known here; write female or male")
    return found


def _state(text: str) -> str:
    if text.casefold() not in CUSTODY_STATES:
        raise CellFault(value=text, code="no state", why=f"is none of {', '.join(CUSTODY_STATES)}")
    return text.casefold()


READERS: dict[str, Callable[[str], str]] = {
    "age": _age, "gender": _gender, "sentence": _term, "duration": _term, "state": _state,
}  # fmt: skip
