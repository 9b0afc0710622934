"""Dates to come, in words: no nearer than they are known."""

from datetime import date

from django.utils.translation import gettext as _

from kualik.cases.findings.dates_ahead import Ahead
from kualik.web.dates import date_in_words

__all__ = ["span_in_words"]

DECEMBER = 12


def span_in_words(one: Ahead) -> str:
    """Say when it is: a day, some time in a month or a year, or between two days."""
    first, last = one.first, one.last
    if first == last:
        return date_in_words(first.isoformat())
    whole = _whole(first, last)
    if whole:
        return _("some time in %(date)s") % {"date": date_in_words(whole)}
    return _("between %(start)s and %(end)s") % {
        "start": date_in_words(first.isoformat()),
        "end": date_in_words(last.isoformat()),
    }


def _whole(first: date, last: date) -> str:
    """Name the month, or the year, that two days are both of and that they nearly span; empty where there is none."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    spans_year = first.year == last.year and first.month == 1 and last.month == DECEMBER
    return f"{first.year:04d}" if spans_year else ""
