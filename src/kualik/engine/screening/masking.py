"""Make a value say less: dates by the quarter, numbers that lead to a person hidden."""

import re
from datetime import date

from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["MASK", "mask_numbers", "quarter"]

MASK = "•••"
LEAST_DIGITS = 7  # a telephone number without its area; identity and passport numbers are longer
DASH = r"\-\u2010-\u2015\u2212"
BETWEEN = rf"[\s().·_{DASH}]{{0,3}}"
LETTER = r"[^\W\d_\u3400-\u9fff]"  # Chinese stands beside a number as a space does elsewhere
NUMBER = re.compile(rf"\+?\(?(?:(?<!{LETTER}){LETTER}{{1,2}})?(?<!\d)\d(?:{BETWEEN}\d){{{LEAST_DIGITS - 1},}}[Xx]?")
HARMLESS = re.compile(
    rf"(?<!\d)(?<!{LETTER})"
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[.\-]\d{{1,2}}[.\-]\d{{4}}|\d{{4}}[{DASH}]\d{{4}}|\d{{1,2}} \d{{3}} \d{{3}})"
    rf"(?!{BETWEEN}\d|[Xx])"
)
EITHER = re.compile(f"(?P<harmless>{HARMLESS.pattern})|{NUMBER.pattern}")


def mask_numbers(text: str) -> str:
    """Hide telephone, identity and passport numbers in a text.

    Args:
        text: what is to be shown.

    Returns:
        The text with every number of seven digits or more replaced by MASK, in whatever digits it is written
        and whatever letters it touches (up to two before it and an X after it included); dates and spans of
        years stay, and so do figures of up to eight digits in groups of three.
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
