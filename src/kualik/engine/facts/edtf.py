"""Dates as EDTF (ISO 8601-2): what is known of a date, and nothing that is not.

Handled: years, months, seasons (21 to 24), days, unspecified digits (XXXX-02-08, 198X), qualifiers
(? ~ %), intervals with open or unknown ends (2017/2019, 2017/.., ../2019, /2019).
"""

import re
from calendar import monthrange
from datetime import date

__all__ = ["bounds", "is_edtf"]

POINT = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?P<mark>[?~%])?")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
MONTHS = 12


def is_edtf(text: str) -> bool:
    """Say whether a text is a date of the EDTF forms that we use."""
    ends = text.split("/")
    if len(ends) > 2:
        return False
    open_ended = len(ends) > 1
    return any(end not in {"", ".."} for end in ends) and all(
        (open_ended and end in {"", ".."}) or _is_point(end) for end in ends
    )


def _is_point(text: str) -> bool:
    match = POINT.fullmatch(text)
    if not match:
        return False
    month, day = match["month"], match["day"]
    if month and "X" not in month and not (1 <= int(month) <= MONTHS or (int(month) in SEASONS and not day)):
        return False
    return not day or "X" in day or 1 <= int(day) <= _days(match["year"], month)


def _days(year: str, month: str) -> int:
    if "X" in month:
        return 31
    return monthrange(int(year) if "X" not in year else 2000, int(month))[1]


def bounds(text: str) -> tuple[date | None, date | None]:
    """Find the earliest and the latest day that a date can mean.

    Args:
        text: an EDTF date.

    Returns:
        Earliest and latest day; None at an end that is open, or where the year is not known.

    Raises:
        ValueError: the text is not EDTF.
    """
    if not is_edtf(text):
        raise ValueError(f"not an EDTF date: {text!r}")
    first, _, last = text.partition("/")
    if "/" not in text:
        return _span(first)
    return (_span(first)[0] if first not in {"", ".."} else None, _span(last)[1] if last not in {"", ".."} else None)


def _span(point: str) -> tuple[date | None, date | None]:
    match = POINT.fullmatch(point)
    if not match or match["year"] == "XXXX":
        return None, None
    early, late = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month, day = match["month"], match["day"]
    if not month or "X" in month:
        return date(max(early, 1), 1, 1), date(late, 12, 31)
    if int(month) in SEASONS:
        first, last = SEASONS[int(month)]
        return date(early, first, 1), _month_end(late + (last < first), last)
    if not day or "X" in day:
        return date(early, int(month), 1), _month_end(late, int(month))
    return date(early, int(month), int(day)), date(late, int(month), int(day))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
