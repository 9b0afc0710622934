"""Dates that matter and come near: sentences that end, the three months of the United Nations, anniversaries."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Case, Count, Q, QuerySet, When, Window

from kualik.cases.accounts.models import User
from kualik.cases.people.ends import SOON, after_months
from kualik.cases.summaries.models import PersonSummary
from kualik.cases.summaries.queries import people

__all__ = ["Ahead", "Kind", "Near", "near"]

WINDOW_MONTHS = 3
WINDOW_STATES = ("disappeared", "unspecified", "camp", "police custody")
FORTNIGHT = timedelta(days=14)
MONTH = timedelta(days=31)  # a day known no nearer than this says nothing of a window of three months


class Kind(StrEnum):
    """Which dates are looked out for."""

    SENTENCE_ENDS = "sentence-ends"  # within 60 days, as far as beginning and sentence tell
    UN_WINDOW = "un-window"  # urgent procedure of the Working Group on Enforced or Involuntary Disappearances
    ANNIVERSARY = "anniversary"  # of the day on which somebody was taken who is still held, within 14 days


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """One date: whose, and between which two days it lies; the two are one where the day is known."""

    kind: Kind
    person: PersonSummary
    first: date
    last: date
    years: int = 0  # of an anniversary


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The dates of one kind that come near: how many, and a stretch of them, the nearest first."""

    kind: Kind
    total: int
    dates: tuple[Ahead, ...]


def near(*, viewer: User, kind: Kind, today: date, limit: int = 5, offset: int = 0) -> Near:
    """List the dates of one kind that come near, as far as somebody may know of them; one question."""
    asked = {Kind.SENTENCE_ENDS: _ending, Kind.UN_WINDOW: _in_window, Kind.ANNIVERSARY: _returning}[kind]
    found = asked(people(viewer=viewer), today).annotate(total=Window(expression=Count("pk")))
    rows = list(found[offset : offset + limit])
    dates = tuple(_ahead(kind, one, today) for one in rows)
    return Near(kind=kind, total=vars(rows[0])["total"] if rows else 0, dates=dates)


def _ending(found: QuerySet[PersonSummary], today: date) -> QuerySet[PersonSummary]:
    return found.filter(ends_earliest__lte=today + SOON, ends_latest__gte=today).order_by("ends_earliest", "number")


def _in_window(found: QuerySet[PersonSummary], today: date) -> QuerySet[PersonSummary]:
    began = after_months(today, -WINDOW_MONTHS)
    recent = found.filter(since_earliest__gte=began - MONTH, since_earliest__lte=today, since_latest__gte=began)
    known = recent.filter(since_latest__lte=today + MONTH, state__in=WINDOW_STATES)
    return known.order_by("since_earliest", "number")


def _returning(found: QuerySet[PersonSummary], today: date) -> QuerySet[PersonSummary]:
    """Find the days that come back within a fortnight; over the turn of the year it is two stretches of days."""
    until = today + FORTNIGHT
    first, last = (100 * day.month + day.day for day in (today, until))
    days = Q(since_day__range=(first, last)) if first <= last else Q(since_day__gte=first) | Q(since_day__lte=last)
    known = found.filter(days, since_earliest__lte=after_months(until, -12))
    later = Case(When(since_day__lt=first, then=1), default=0)  # in January, seen from December
    return known.order_by(later, "since_day", "number")


def _ahead(kind: Kind, one: PersonSummary, today: date) -> Ahead:
    first, last = one.since_earliest or today, one.since_latest or today
    found = Ahead(kind=kind, person=one, first=first, last=last)
    if kind == Kind.SENTENCE_ENDS:
        return replace(found, first=one.ends_earliest or today, last=one.ends_latest or today)
    if kind == Kind.UN_WINDOW:
        return replace(found, first=after_months(first, WINDOW_MONTHS), last=after_months(last, WINDOW_MONTHS))
    years = today.year - first.year + (after_months(first, 12 * (today.year - first.year)) < today)
    day = after_months(first, 12 * years)
    return replace(found, first=day, last=day, years=years)
