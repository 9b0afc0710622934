"""Summaries for tests, with no more said than a test needs."""

from datetime import UTC, date, datetime
from typing import Any

from kualik.cases.people.models import Person
from kualik.cases.summaries.models import EventSummary, PersonSummary

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def person(who: Person, *, tier: int = 0, **told: Any) -> PersonSummary:
    """Sum somebody up; the day on which they were taken comes round where it is known and they are held."""
    first = told.get("since_earliest")
    if first and told.get("held", True) and first == told.get("since_latest"):
        told.setdefault("since_day", first.month * 100 + first.day)
    return PersonSummary(**{
        "person": who, "tier": tier, "number": who.number, "label": "Khadisha", "described": False,
        "sort_key": "khadisha", "documents": 1, "proposals": 0, "state_accepted": True, "held": True, "witnesses": 1,
        "disputed": False, "changed_at": NOW, "state": "prison", **told,
    })  # fmt: skip


def event(entity: Any, *, tier: int = 0, **told: Any) -> EventSummary:
    """Sum an event up."""
    return EventSummary(**{
        "entity": entity, "tier": tier, "entities": [str(entity.pk)], "schema": "Protest", "kind": "protest",
        "type": "picket", "date": "2024-02-08", "earliest": date(2024, 2, 8), "latest": date(2024, 2, 8), "year": 2024,
        "place": "Almaty", "violent": False, "serial": False, "answered": True, "documents": 1, "accepted": True,
        "proposals": 0, **told,
    })  # fmt: skip
