"""Events: what the claims of different documents tell of one protest, appeal or incident."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Entity
from kualik.cases.findings.case import EventCase, EventRow, Passage
from kualik.cases.findings.episodes import first_value
from kualik.cases.findings.gathering import EVENTS, about, about_documents, said_beside, standing
from kualik.cases.findings.grouping import Told, same_event, together
from kualik.cases.findings.passages import known
from kualik.cases.people.rows import PersonRow, rows
from kualik.engine.facts import Schema

__all__ = ["beside", "event", "events", "of_person"]

GATHERINGS = (Schema.PROTEST.value, Schema.APPEAL.value)
ACTIVE = frozenset({"protester", "activist", "relative"})
"""Roles whose bearers are taken to have to do with the protests and appeals of the same document."""


def events(*, viewer: User) -> tuple[EventRow, ...]:
    """List all events, each once however many documents tell of it: dated ones by date, then the rest."""
    ids = standing(viewer=viewer).filter(entity__schema__in=EVENTS).values_list("entity_id", flat=True)
    told = about(viewer=viewer, entities=set(ids))
    found = [row_of(group, told) for group in _groups(told)]
    return tuple(sorted(found, key=lambda one: (not one.date, one.date, one.place, str(one.entities[0]))))


def _groups(told: Mapping[UUID, Sequence[Passage]]) -> list[tuple[Told, ...]]:
    return together((_told(entity, passages) for entity, passages in told.items()), same=same_event)


def _told(entity: UUID, passages: Sequence[Passage]) -> Told:
    return Told(
        entity=entity,
        document=passages[0].document,
        kind=first_value(passages, "eventType"),
        start=first_value(passages, "date") or first_value(passages, "startDate"),
        end=first_value(passages, "endDate"),
        place=first_value(passages, "place"),
    )


def row_of(group: Sequence[Told], told: Mapping[UUID, Sequence[Passage]], *, named: bool = True) -> EventRow:
    """Sum up one event."""
    passages = [one for part in group for one in told[part.entity]]
    return EventRow(
        entities=tuple(part.entity for part in group),
        schema=passages[0].schema,
        type=first_value(passages, "eventType"),
        date=first_value(passages, "date") or first_value(passages, "startDate"),
        place=first_value(passages, "place"),
        who=first_value(passages, "actor"),
        target=first_value(passages, "target"),
        accepted=any(one.accepted for one in passages),
        documents=len({one.document for one in passages}),
        named=named,
    )


def beside(*, viewer: User, mentions: Sequence[Entity]) -> dict[UUID, list[Passage]]:
    """Gather the protests and appeals of the documents in which a person takes part."""
    taking_part = {entity.document_id for entity in mentions if ACTIVE & set(entity.roles)}
    return about_documents(viewer=viewer, documents=taking_part, schemata=GATHERINGS)


def of_person(
    *, named: Mapping[UUID, Sequence[Passage]], around: Mapping[UUID, Sequence[Passage]]
) -> tuple[EventRow, ...]:
    """List the events that name a person, and those around them; each once."""
    everything = {**around, **named}
    found = [
        row_of(group, everything, named=any(part.entity in named for part in group)) for group in _groups(everything)
    ]
    return tuple(sorted(found, key=lambda one: (not one.named, not one.date, one.date, str(one.entities[0]))))


def event(*, viewer: User, entity: UUID) -> EventCase:
    """Gather all that is told of the event that an entity is of."""
    kind = claims.entities(viewer=viewer).get(pk=entity).schema
    ids = standing(viewer=viewer).filter(entity__schema=kind).values_list("entity_id", flat=True)
    told = about(viewer=viewer, entities={*ids})
    group = next((group for group in _groups(told) if any(part.entity == entity for part in group)), ())
    return _event(viewer=viewer, told=told, group=group)


def _event(*, viewer: User, told: Mapping[UUID, Sequence[Passage]], group: Sequence[Told]) -> EventCase:
    passages = [one for part in group for one in told[part.entity]]
    row = row_of(group, told)
    documents = {one.document for one in passages}
    return EventCase(
        row=row,
        known=known(str(row.entities[0]), passages, schema=row.schema),
        beside=said_beside(viewer=viewer, documents=documents),
        passages=tuple(passages),
        people=tuple(_people(viewer=viewer, passages=passages, documents=documents)),
    )


def _people(*, viewer: User, passages: Sequence[Passage], documents: set[UUID]) -> list[PersonRow]:
    """Find who takes part: the persons whom the event's claims name, and those whose role says so."""
    text = " ".join(one.value for one in passages).casefold()
    linked = {one.value_entity for one in passages if one.value_entity}
    there = claims.entities(viewer=viewer).filter(document__in=documents, mention__isnull=False)
    persons = {}
    for entity in there.select_related("mention__person").order_by("mention__person__number"):
        named = bool(entity.name) and entity.name.casefold() in text
        if named or entity.pk in linked or ACTIVE & set(entity.roles):
            persons[entity.mention.person_id] = entity.mention.person
    return rows(viewer=viewer, persons=list(persons.values()))
