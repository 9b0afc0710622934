"""When a sentence ends, as far as the dates that are told allow to say."""

import re
from calendar import monthrange
from datetime import date, timedelta

from kualik.cases.people.custody import CustodyLine
from kualik.engine.facts.edtf import bounds, is_edtf

__all__ = ["SOON", "after_months", "ending"]

SOON = timedelta(days=60)
"""How far ahead the end of a sentence is looked out for."""

DURATION = re.compile(r"P(?=\d)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")
OVER = frozenset({"released", "died in custody"})
MONTHS = 12


def ending(line: CustodyLine) -> tuple[date, date] | None:
    """Find the earliest and the latest day on which a stretch of custody ends.

    An end that is told is taken as it is. Else the sentence is added to the beginning: the shortest one that is told
    to the earliest day, the longest one to the latest. None where nothing is told that says when, or it is over.
    """
    if line.state in OVER:
        return None
    if line.end:
        return _both(line.end)
    began = _both(line.start)
    if began is None:
        return None
    first = [_after(began[0], sentence) for sentence in line.sentences]
    last = [_after(began[1], sentence) for sentence in line.sentences]
    early, late = [one for one in first if one], [one for one in last if one]
    return (min(early), max(late)) if early and late else None


def _both(written: str) -> tuple[date, date] | None:
    if not is_edtf(written):
        return None
    first, last = bounds(written)
    return (first, last) if first and last else None


def _after(day: date, sentence: str) -> date | None:
    match = DURATION.fullmatch(sentence)
    if match is None:
        return None
    years, months, weeks, days = (int(match[name] or 0) for name in ("years", "months", "weeks", "days"))
    if day.year + years + months // MONTHS + (weeks * 7 + days) // 365 + 2 > date.max.year:
        return None
    return after_months(day, MONTHS * years + months) + timedelta(weeks=weeks, days=days)


def after_months(day: date, months: int) -> date:
    """Find the same day some months later, or before; a day that its month does not have is the last of the month."""
    place = day.year * MONTHS + day.month - 1 + months
    year, month = place // MONTHS, place % MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
