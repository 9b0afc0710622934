"""Dates, terms and ages that a language model points at, read by our own grammars; what these cannot read is no value.

Source: the readers' folders beside this one, each tested there. Kazakh is read here in Cyrillic letters alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kualik.engine.extracting.chinese import dates as chinese_dates
from kualik.engine.extracting.chinese import terms as chinese_terms
from kualik.engine.extracting.chinese.folding import fold
from kualik.engine.extracting.english import dates as english_dates
from kualik.engine.extracting.english import terms as english_terms
from kualik.engine.extracting.kazakh import dates as kazakh_dates
from kualik.engine.extracting.kazakh import terms as kazakh_terms
from kualik.engine.extracting.kazakh.tokens import tokenise
from kualik.engine.extracting.moments import anchor
from kualik.engine.extracting.russian import dates as russian_dates
from kualik.engine.extracting.russian import numbers as russian_numbers
from kualik.engine.extracting.russian.tokens import read_page
from kualik.engine.extracting.spans import Span
from kualik.engine.extracting.uyghur import dates as uyghur_dates
from kualik.engine.extracting.uyghur import page as uyghur_page
from kualik.engine.extracting.uyghur import terms as uyghur_terms

__all__ = ["age_in", "date_at", "term_at"]

OLDEST = 120
AGE = re.compile(r"(?<!\d)\d{1,3}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How one language's dates and terms are read: each as (start, end, value) of a text."""

    dates: Callable[[str, str | None], Iterator[tuple[int, int, str]]]
    terms: Callable[[str], Iterator[tuple[int, int, str]]]


def date_at(text: str, place: Span, *, language: str, published: str | None) -> str | None:
    """Read the date that stands in a place.

    Args:
        text: the sentence.
        place: where in it the date stands.
        language: BCP 47 tag.
        published: EDTF of the day of publication, which gives years that are not said.

    Returns:
        EDTF, or None where no date is read there or the language has no grammar here.
    """
    grammar = GRAMMARS.get(language[:2])
    return _only(grammar.dates(text, published), place) if grammar else None


def term_at(text: str, place: Span, *, language: str) -> str | None:
    """Read the term of imprisonment that stands in a place.

    Args:
        text: the sentence.
        place: where in it the term stands.
        language: BCP 47 tag.

    Returns:
        An ISO 8601 duration, or None.
    """
    grammar = GRAMMARS.get(language[:2])
    return _only(grammar.terms(text), place) if grammar else None


def age_in(text: str) -> int | None:
    """Read an age in digits; None where there are none, several, or more than anybody lives.

    Args:
        text: the words of the age, such as "68-year-old".

    Returns:
        Years.
    """
    found = AGE.findall(text)
    return int(found[0]) if len(found) == 1 and 0 < int(found[0]) <= OLDEST else None


def _only(found: Iterator[tuple[int, int, str]], place: Span) -> str | None:
    """Take the one value that is read in a place; where there are two, neither."""
    values = {value for start, end, value in found if start < place.end and place.start < end}
    return values.pop() if len(values) == 1 else None


def _english_dates(text: str, published: str | None) -> Iterator[tuple[int, int, str]]:

    yield from ((one.start, one.end, one.edtf) for one in english_dates.find_dates(text, published=published))


def _english_terms(text: str) -> Iterator[tuple[int, int, str]]:

    for term in english_terms.find_terms(text):
        yield from ((term.start, term.end, value) for value in term.values)


def _russian_dates(text: str, published: str | None) -> Iterator[tuple[int, int, str]]:

    page = read_page(text)
    for one in russian_dates.dates_in(page, published=published):
        yield page.tokens[one.first].start, page.tokens[one.last - 1].end, one.edtf


def _russian_terms(text: str) -> Iterator[tuple[int, int, str]]:

    page = read_page(text)
    for one in russian_numbers.terms_in(page, 0, len(page.tokens)):
        yield from ((page.tokens[one.first].start, page.tokens[one.last - 1].end, value) for value in one.values)


def _chinese_dates(text: str, published: str | None) -> Iterator[tuple[int, int, str]]:

    yield from ((one.start, one.end, one.edtf) for one in chinese_dates.find_dates(fold(text), published=published))


def _chinese_terms(text: str) -> Iterator[tuple[int, int, str]]:

    for term in chinese_terms.find_terms(fold(text), 0, len(text)):
        if term.iso is not None:
            yield term.span.start, term.span.end, term.iso


def _kazakh_dates(text: str, published: str | None) -> Iterator[tuple[int, int, str]]:
    tokens = tokenise(text)
    for one in kazakh_dates.find_dates(tokens, anchor(published)):
        yield tokens[one.first].start, tokens[one.last - 1].end, one.edtf


def _kazakh_terms(text: str) -> Iterator[tuple[int, int, str]]:
    tokens = tokenise(text)
    for one in kazakh_terms.find_terms(tokens):
        yield from ((tokens[one.first].start, tokens[one.last - 1].end, value) for value in one.values)


def _uyghur_dates(text: str, published: str | None) -> Iterator[tuple[int, int, str]]:
    page = uyghur_page.read_page(text)
    for one in uyghur_dates.find_moments(page, published=published):
        yield page.tokens[one.first].start, page.tokens[one.last - 1].end, one.edtf


def _uyghur_terms(text: str) -> Iterator[tuple[int, int, str]]:
    page = uyghur_page.read_page(text)
    for one in uyghur_terms.find_terms(page):
        if one.iso:
            yield page.tokens[one.first].start, page.tokens[one.last - 1].end, one.iso


GRAMMARS: Mapping[str, Grammar] = {
    "en": Grammar(dates=_english_dates, terms=_english_terms),
    "ru": Grammar(dates=_russian_dates, terms=_russian_terms),
    "zh": Grammar(dates=_chinese_dates, terms=_chinese_terms),
    "kk": Grammar(dates=_kazakh_dates, terms=_kazakh_terms),
    "ug": Grammar(dates=_uyghur_dates, terms=_uyghur_terms),
}
