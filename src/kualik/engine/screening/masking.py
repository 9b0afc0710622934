"""Make a value say less: dates by the quarter, numbers that lead to a person hidden."""

import re
from datetime import date

from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["MASK", "mask_numbers", "quarter"]

MASK = "•••"
LEAST_DIGITS = 7  # a telephone number without its area; identity and passport numbers are longer
BETWEEN = r"[\s().\-–]{0,3}"
NUMBER = re.compile(rf"(?<!\w)\+?\(?[^\W\d_]{{0,2}}\d(?:{BETWEEN}\d){{{LEAST_DIGITS - 1},}}[Xx]?(?!\w)")
HARMLESS = re.compile(
    rf"(?<!\w)(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[.\-]\d{{1,2}}[.\-]\d{{4}}|\d{{4}}[-–]\d{{4}}|\d{{1,2}} \d{{3}} \d{{3}})"
    rf"(?!{BETWEEN}\d|\w)"
)
EITHER = re.compile(f"(?P<harmless>{HARMLESS.pattern})|{NUMBER.pattern}")


def mask_numbers(text: str) -> str:
    """Hide telephone, identity and passport numbers in a text.

    Args:
        text: what is to be shown.

    Returns:
        The text with every number of seven digits or more replaced by MASK, in whatever digits it is written
        (up to two letters before it and an X after it included); dates and spans of years stay, and so do
        figures of up to eight digits in groups of three.
    """
    if is_edtf(text):
        return text
    return EITHER.sub(lambda match: match["harmless"] or MASK, text)


def quarter(day: str) -> str | None:
    """Round a date to the quarter of the year, or further where less is known.

    Args:
        day: an EDTF date.

    Returns:
        An EDTF interval of three months; of whole years where the date spans quarters; None where an end is open.

    Raises:
        ValueError: the text is not EDTF.
    """
    first, last = bounds(day)
    if not first or not last:
        return None
    if (first.year, _quarter(first)) == (last.year, _quarter(last)):
        month = 3 * _quarter(first) + 1
        return f"{first.year:04}-{month:02}/{first.year:04}-{month + 2:02}"
    return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"


def _quarter(day: date) -> int:
    return (day.month - 1) // 3
