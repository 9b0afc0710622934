"""Lengths of time in Uyghur: sentences, time held, and sentences that are no number."""

from dataclasses import dataclass

from kualik.engine.extracting.uyghur.endings import endings
from kualik.engine.extracting.uyghur.numerals import number_at
from kualik.engine.extracting.uyghur.page import Page

__all__ = ["Term", "find_terms"]

UNITS = {"يىل": "Y", "يىللىق": "Y", "ئاي": "M", "ئايلىق": "M", "ھەپتە": "W", "كۈن": "D", "كۈنلۈك": "D"}
LIFE = frozenset({"مۇددەتسىز", "ئۆمۈرلۈك"})
LONGEST = 100
YEAR = 1000  # a number from here on is a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time at tokens [first, last): ISO 8601, or only words (life, death)."""

    first: int
    last: int
    iso: str = ""
    words: str = ""


def find_terms(page: Page) -> list[Term]:
    """Find the lengths of time of a text.

    Args:
        page: the text.

    Returns:
        The lengths in order; dates ("2017-yili") and ages are none.
    """
    found: list[Term] = []
    i = 0
    while i < len(page.tokens):
        term = _term(page, i) or _worded(page, i)
        if term is not None:
            found.append(term)
        i = term.last if term is not None else i + 1
    return found


def _term(page: Page, i: int) -> Term | None:
    one = _part(page, i)
    if one is None:
        return None
    amount, unit, last = one
    if unit == "Y" and not amount.is_integer():
        return Term(first=i, last=last, iso=f"P{round(amount * 12)}M")
    more = _part(page, last) if unit == "Y" else None
    if more is not None and more[1] == "M" and more[0] < 12:
        return Term(first=i, last=more[2], iso=f"P{int(amount)}Y{int(more[0])}M")
    return Term(first=i, last=last, iso=f"P{int(amount)}{unit}")


def _part(page: Page, i: int) -> tuple[float, str, int] | None:
    number = number_at(page, i)
    if number is None or page.form(i - 1) == "-" or number[0] >= YEAR:
        return None
    amount, k = float(number[0]), number[1]
    if page.form(k) == "يېرىم":
        amount, k = amount + 0.5, k + 1
    unit = next((UNITS[one.stem] for one in endings(page.form(k)) if one.stem in UNITS and not one.owner), None)
    return (amount, unit, k + 1) if unit and 0 < amount <= LONGEST * 12 else None


def _worded(page: Page, i: int) -> Term | None:
    form = page.form(i)
    if form in LIFE and page.form(i + 1).startswith(("قاماق", "كېسىل", "تۈرمە")):
        return Term(first=i, last=i + 2, words=page.words(i, i + 2))
    if form == "ئۆلۈم" and page.form(i + 1).startswith("جازا"):
        return Term(first=i, last=i + 2, words=page.words(i, i + 2))
    return None
