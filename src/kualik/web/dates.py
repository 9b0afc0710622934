"""Dates in words: what is known of them, and nothing that is not."""

import re
from datetime import date

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kualik.engine.facts.edtf import is_edtf
from kualik.web.locales import babel_locale

__all__ = ["date_in_words"]

POINT = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?P<mark>[?~%])?")
LEAP = 2000  # stands in where the year is not known, so that 29 February can be said
MONTHS = 12


def date_in_words(text: str) -> str:
    """Say an EDTF date in words; a text that is no date stays as it is."""
    if not text or not is_edtf(text):
        return text
    if "/" not in text:
        return _point(text)
    first, last = text.split("/")
    if last in {"", ".."}:
        return _("since %(date)s") % {"date": _point(first)}
    if first in {"", ".."}:
        return _("until %(date)s") % {"date": _point(last)}
    return _("from %(start)s to %(end)s") % {"start": _point(first), "end": _point(last)}


def _point(text: str) -> str:
    match = POINT.fullmatch(text)
    if not match:
        return text
    said = _day(match["year"], match["month"], match["day"])
    return {"?": _("%(date)s (uncertain)"), "~": _("about %(date)s"), "%": _("about %(date)s (uncertain)")}.get(
        match["mark"] or "", "%(date)s"
    ) % {"date": said}


def _day(year: str, month: str | None, day: str | None) -> str:
    unknown_year = "X" in year
    month_known = bool(month) and "X" not in (month or "") and int(month or 0) <= MONTHS
    if not month_known:
        return _year(year, unknown=unknown_year)
    day_known = bool(day) and "X" not in (day or "")
    stand_in = date(LEAP if unknown_year else int(year), int(month or 1), int(day or 1) if day_known else 1)
    if day_known and not unknown_year:
        return format_date(stand_in, "long", locale=babel_locale())
    said = _partly(stand_in, year_known=not unknown_year, day_known=day_known)
    return _("%(date)s, year not known") % {"date": said} if unknown_year else said


def _partly(stand_in: date, *, year_known: bool, day_known: bool) -> str:
    """Say a month, with its year or its day; one alone is asked for as a month that stands alone."""
    if not (year_known or day_known):
        return format_date(stand_in, "LLLL", locale=babel_locale())
    skeleton = ("y" if year_known else "") + "MMMM" + ("d" if day_known else "")
    return format_skeleton(skeleton, stand_in, locale=babel_locale())


def _year(year: str, *, unknown: bool) -> str:
    if year == "XXXX":
        return _("date not known")
    if unknown and year.endswith("X") and "X" not in year[:3]:
        return pgettext("decade", "%(year)ss") % {"year": f"{year[:3]}0"}
    return year
