"""What kinds of event there are for whoever looks for one: five, each of several types of the closed list."""

from enum import StrEnum

from kualik.engine.facts.vocabulary import Schema

__all__ = ["INTERVENTIONS", "RESPONSES", "Kind", "kind_of"]


class Kind(StrEnum):
    """The kinds of event that lists, calendars and maps tell apart."""

    PROTEST = "protest"
    APPEAL = "appeal"
    HEARING = "hearing"
    REPLY = "reply"
    INCIDENT = "incident"


HEARINGS = frozenset({"hearing", "sentencing"})
REPLIES = frozenset({"reply"})
OWN = {Schema.PROTEST.value: Kind.PROTEST, Schema.APPEAL.value: Kind.APPEAL}

RESPONSES = (
    "no intervention",
    "kept at a distance",
    "told it is illegal",
    "told to disperse",
    "dispersed",
    "detained participants",
    "met participants",
    "did not come out",
)
"""How authorities answer a gathering, in the words that readers give; other words are kept as they are written."""

INTERVENTIONS = frozenset({"told to disperse", "dispersed", "detained participants"})
"""Answers that try to end a gathering."""


def kind_of(*, schema: str, type: str) -> Kind:  # noqa: A002 (what the property is called: eventType)
    """Say which kind of event something is.

    Args:
        schema: Protest, Appeal or Incident.
        type: one of EVENT_TYPES, or empty where nobody says.

    Returns:
        The type decides where it can (a trial is a hearing whatever it is kept as), else the schema.

    Source:
        Our own grouping, for lists: issue 6, room 5.
    """
    if type in HEARINGS:
        return Kind.HEARING
    if type in REPLIES:
        return Kind.REPLY
    return OWN.get(schema, Kind.INCIDENT)
