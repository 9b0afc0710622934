"""The closed lists that all engines share.

Source: HURIDOCS micro-thesaurus 28 for stances, extended; `shared/eval/reading/GUIDE.md`
for custody states, event types and bounds (letter, submission and reply are ours: people add them by hand);
FollowTheMoney for schema names.
"""

from enum import StrEnum

__all__ = ["BOUNDS", "CUSTODY_STATES", "EVENT_TYPES", "ROLES", "Schema", "Stance", "Status"]


class Stance(StrEnum):
    """Where somebody stands towards a value."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ALLEGES = "alleges"
    ACCUSES = "accuses"
    ACKNOWLEDGES = "acknowledges"
    ACKNOWLEDGES_OTHERWISE = "acknowledges otherwise"
    DEMANDS = "demands"
    DECLINES_TO_COMMENT = "declines to comment"
    DID_NOT_RESPOND = "did not respond"
    RETRACTS = "retracts"


class Status(StrEnum):
    """How far a claim has come. A machine's reading starts, and stays, proposed until a person decides."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Schema(StrEnum):
    """The schemata that readers use; each is a file in `schema/`."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    CUSTODY = "Custody"
    FACILITY = "Facility"
    FAMILY = "Family"
    PROTEST = "Protest"
    APPEAL = "Appeal"
    INCIDENT = "Incident"
    POPULATION = "Population"
    STATEMENT = "Statement"


ROLES = (
    "detainee",
    "relative",
    "protester",
    "activist",
    "witness",
    "official",
    "lawyer",
    "journalist",
    "researcher",
    "other",
)

CUSTODY_STATES = (
    "prison",
    "camp",
    "police custody",
    "house arrest",
    "forced labour",
    "disappeared",
    "barred from leaving",
    "released",
    "died in custody",
    "unspecified",
)

EVENT_TYPES = (
    "protest",
    "picket",
    "march",
    "rally",
    "petition",
    "letter",
    "submission",
    "press conference",
    "hearing",
    "arrest",
    "release",
    "sentencing",
    "meeting",
    "statement",
    "reply",
    "dispersal",
    "attack",
    "other",
)

BOUNDS = ("at most", "at least", "about", "exactly", "more than", "fewer than")
