"""One series: its occurrences, what persons decided of them, and the series there are."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.findings.case import EventRow
from kualik.cases.findings.errors import NoSuchPlacing
from kualik.cases.findings.event_list import DATED, line_of
from kualik.cases.findings.models import SeriesPlacing
from kualik.cases.summaries import queries as summaries

__all__ = ["SeriesCase", "anchors", "placing", "series"]

MOST = 40  # series offered to join an event to
LONGEST = 400  # occurrences of one series that a page shows


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesCase:
    """One series with its occurrences in order, and what persons decided of them. Both are empty where it is none."""

    anchor: EventRow | None
    rows: tuple[EventRow, ...]
    more: bool  # than a page shows
    placings: tuple[SeriesPlacing, ...]


def series(*, viewer: User, row: EventRow) -> SeriesCase:
    """Show the series that an event belongs to; with what was decided of this event, too."""
    found = _occurrences(viewer, row.series) if row.series else []
    concerned = {*row.entities, *(entity for one in found for entity in one.entities)}
    return SeriesCase(
        anchor=next((one for one in found if one.address == row.series), None),
        rows=tuple(found[:LONGEST]),
        more=len(found) > LONGEST,
        placings=tuple(_placings(viewer).filter(event__in=concerned, undone_at=None)),
    )


def _occurrences(viewer: User, anchor: UUID) -> list[EventRow]:
    found = summaries.events(viewer=viewer).filter(series=anchor).order_by(*DATED)[: LONGEST + 1]
    return sorted((line_of(one) for one in found), key=lambda one: not one.span[0])  # those without a date last


def _placings(viewer: User) -> QuerySet[SeriesPlacing]:
    found = SeriesPlacing.objects.filter(event__in=claims.entities(viewer=viewer))
    return found.select_related("by").order_by("at", "pk")


def anchors(*, viewer: User, schema: str) -> tuple[EventRow, ...]:
    """List the series of a schema, the one that began last first, as far as a choice can hold them."""
    found = summaries.events(viewer=viewer).filter(schema=schema, series=F("entity"))
    return tuple(line_of(one) for one in found.order_by(F("earliest").desc(nulls_last=True), "entity")[:MOST])


def placing(*, viewer: User, reference: UUID | str) -> SeriesPlacing:
    """Find a decision about an event's series, in force or taken back.

    Raises:
        NoSuchPlacing: there is none, or none about an event that the viewer may see.
    """
    try:
        return _placings(viewer).get(pk=reference)
    except (SeriesPlacing.DoesNotExist, ValueError, ValidationError) as error:
        raise NoSuchPlacing(reference=str(reference)) from error
