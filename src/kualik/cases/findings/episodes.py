"""The custody of one person, stretch by stretch, as all documents together tell it."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from kualik.cases.findings.case import Episode, Passage
from kualik.cases.findings.grouping import UNSPECIFIED, Told, same_custody, together
from kualik.cases.findings.models import Choice
from kualik.cases.findings.passages import chains, known
from kualik.cases.people.custody import line_of, stands
from kualik.engine.facts import Schema

__all__ = ["episodes", "first_value"]


def episodes(*, subject: str, told: Mapping[UUID, Sequence[Passage]], chosen: dict[str, Choice]) -> tuple[Episode, ...]:
    """Put the custody that documents tell of together into stretches: accepted ones first, then by date."""
    groups = together((_told(entity, passages) for entity, passages in told.items()), same=same_custody)
    found = [
        _episode(f"{subject}:{place}", [one for part in group for one in told[part.entity]], group, chosen)
        for place, group in enumerate(groups)
    ]
    return tuple(sorted(found, key=lambda one: (not one.accepted, one.line.start or "9", one.line.state)))


def _told(entity: UUID, passages: Sequence[Passage]) -> Told:
    said = [(one.property, one.value, one.accepted) for one in passages]
    return Told(
        entity=entity,
        document=passages[0].document,
        kind=first_value(said, "state") or UNSPECIFIED,
        start=first_value(said, "startDate"),
        end=first_value(said, "endDate"),
        place=first_value(said, "place"),
    )


def first_value(said: Iterable[tuple[str, str, bool]], name: str) -> str:
    """Find the value of a property: an accepted one before one only proposed; empty where none is told.

    Args:
        said: property, value, and whether it was accepted.
        name: the property.
    """
    values = [(value, accepted) for property_, value, accepted in said if property_ == name]
    return next((value for value, _accepted in sorted(values, key=lambda one: not one[1])), "")


def _episode(subject: str, passages: Sequence[Passage], group: Sequence[Told], chosen: dict[str, Choice]) -> Episode:
    held = [one for one in passages if one.property == "detainee"]
    accepted = any(one.accepted for one in held)
    ordered = sorted((one for one in passages if stands(one.property, one.stance)), key=lambda one: one.start)
    said = ((one.property, one.value, one.accepted) for one in ordered)
    return Episode(
        entities=tuple(one.entity for one in group),
        line=line_of(said, accepted=accepted, documents={one.document for one in group}),
        known=known(subject, passages, schema=Schema.CUSTODY.value, chosen=chosen),
        accepted=accepted,
        voices=chains(held),
    )
