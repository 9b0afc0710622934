"""What may leave the house, per audience. What is not listed here stays, however new."""

from kualik.cases.releases.models import Audience

__all__ = ["PASSAGES", "allowed"]

PASSAGES = "Passage.quote"
"""The words of the documents themselves; never for the public, since a quote can name or give away who spoke."""

PUBLIC = (
    "Person.name",
    "Person.alias",
    "Person.previousName",
    "Person.weakAlias",
    "Person.gender",
    "Person.age",
    "Person.birthDate",
    "Person.deathDate",
    "Person.profession",
    "Custody.state",
    "Custody.sentence",
    "Custody.sentenceText",
    "Custody.duration",
    "Custody.startDate",
    "Custody.endDate",
    "Custody.place",
    "Custody.authority",
    "Custody.grounds",
)
CLOSED = (
    *PUBLIC,
    "Person.birthPlace",
    "Person.nationality",
    "Person.citizenship",
    "Person.ethnicity",
    "Person.religion",
    "Person.address",
    "Custody.suspectedReason",
    PASSAGES,
)
LISTS = {
    Audience.PUBLIC: PUBLIC,
    Audience.UN: CLOSED,
    Audience.LAWYERS: CLOSED,
    Audience.PARTNERS: CLOSED,
}


def allowed(audience: str) -> tuple[str, ...]:
    """List the properties (schema.property) that a release for an audience may hold."""
    return LISTS[Audience(audience)]
