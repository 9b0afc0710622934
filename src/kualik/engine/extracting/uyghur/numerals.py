"""Uyghur numbers: digits, words, and both together ("1 million 800 thousand")."""

from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.page import Page
from kualik.engine.extracting.uyghur.tables import mapping

__all__ = ["Number", "number_at", "value_of"]

GREAT = frozenset({100, 1000, 1_000_000, 1_000_000_000})
MOST = 8  # words of one number
LARGEST = 10_000_000_000
DIGITS = 12

Number = tuple[int, int]
"""What a number comes to, and the token behind it."""


def value_of(form: str) -> int | None:
    """Read one word or one group of digits as a number, with or without a case ending.

    Args:
        form: the folded word.

    Returns:
        The number; None where it is none.
    """
    if form[:1].isdecimal():
        return _digits(form)
    table = mapping("numbers")
    if form in table:
        return int(table[form])
    known = [one for one in endings(form) if one.stem in table and one.case and not one.owner]
    return int(table[known[0].stem]) if known else None


def _digits(form: str) -> int | None:
    groups = form.replace(",", ".").split(".")
    if len(form) > DIGITS or (len(groups) > 1 and any(len(one) != 3 for one in groups[1:])):
        return None
    return int("".join(groups))


def number_at(page: Page, i: int) -> Number | None:
    """Read the number that begins at a token.

    Args:
        page: the text.
        i: a token.

    Returns:
        The number and the token behind it; None where there is none, or one that is beyond any count of people.
    """
    total, part, k = 0, 0, i
    while k < len(page.tokens) and k < i + MOST:
        value = value_of(page.form(k))
        if value is None or (k > i and page.tokens[k].number and part):
            break
        if value in GREAT and not page.tokens[k].number:
            total, part = _grown(total, part, value)
        elif part and _places(part) <= _places(value):
            break
        else:
            part += value
        k += 1
        if page.form(k - 1) not in mapping("numbers") and not page.tokens[k - 1].number:
            break  # a case ending closes the number
    return (total + part, k) if k > i and total + part < LARGEST else None


def _grown(total: int, part: int, value: int) -> Number:
    if value == 100:
        return total, max(1, part) * 100
    return total + max(1, part) * value, 0


def _places(value: int) -> int:
    """Count the zeros that a number leaves for a smaller one."""
    return len(str(value)) - len(str(value).rstrip("0"))
