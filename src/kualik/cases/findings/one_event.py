"""One event: all that documents tell of it, who took part, what authorities say, and what happened after."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.findings.beside import answers
from kualik.cases.findings.case import EventCase, EventRow, Passage
from kualik.cases.findings.errors import NoSuchEvent
from kualik.cases.findings.event_cases import ACTIVE, row_of, telling_of, told_by
from kualik.cases.findings.event_list import DATED, line_of
from kualik.cases.findings.gathering import EVENTS, about
from kualik.cases.findings.passages import known
from kualik.cases.people.records import IN_FORCE
from kualik.cases.people.rows import PersonRow
from kualik.cases.summaries import queries as summaries

__all__ = ["event"]

NAMING = ("actor", "target")
LATER = 20  # events after this one that its page names


def event(*, viewer: User, entity: UUID) -> EventCase:
    """Gather all that is told of the event that an entity is of.

    Raises:
        NoSuchEvent: there is none, or none that the viewer may see.
    """
    summary = summaries.event_of(viewer=viewer, entity=entity)
    entities = [UUID(one) for one in summary.entities] if summary else [entity]
    told = about(viewer=viewer, entities=entities)
    if not told or not all(passages[0].schema in EVENTS for passages in told.values()):
        raise NoSuchEvent(reference=str(entity))
    standing = {one: told[one] for one in entities if one in told}
    return _event(viewer=viewer, told=standing, series=summary.series if summary else None)


def _event(*, viewer: User, told: Mapping[UUID, Sequence[Passage]], series: UUID | None) -> EventCase:
    tellings = {entity: telling_of(passages) for entity, passages in told.items()}
    row = row_of([told_by(entity, telling) for entity, telling in tellings.items()], tellings)
    row = replace(row, series=series)
    passages = [one for group in told.values() for one in group]
    documents = {one.document for one in passages}
    people = _people(viewer=viewer, passages=passages, documents=documents)
    return EventCase(
        row=row,
        known=known(str(row.address), passages, schema=row.schema),
        beside=answers(viewer=viewer, documents=documents),
        passages=tuple(passages),
        people=people,
        after=_after(viewer=viewer, row=row, people=people),
    )


def _people(*, viewer: User, passages: Sequence[Passage], documents: Collection[UUID]) -> tuple[PersonRow, ...]:
    """Find who takes part: the persons whom the event's claims name, and those whose role says so."""
    text = " ".join(one.value for one in passages).casefold()
    linked = {one.value_entity for one in passages if one.value_entity}
    there = claims.entities(viewer=viewer).filter(document__in=documents, mention__isnull=False)
    persons = {
        entity.mention.person_id
        for entity in there.select_related("mention")
        if (entity.name and entity.name.casefold() in text) or entity.pk in linked or ACTIVE & set(entity.roles)
    }
    found = summaries.people(viewer=viewer).filter(person__in=persons).order_by("number")
    return tuple(summaries.row_of(one) for one in found)


def _after(*, viewer: User, row: EventRow, people: Sequence[PersonRow]) -> tuple[EventRow, ...]:
    """Find later events that name the same people; none where the day of this one is not known."""
    last = row.span[1]
    if last is None or row.recurs or not people:
        return ()
    mentions = {mention for one in people for mention in one.mentions}
    names = {name.value.casefold() for one in people for name in one.names}
    there = claims.entities(viewer=viewer).filter(pk__in=mentions).values("document")
    told = claims.claims(viewer=viewer).filter(
        entity__schema__in=EVENTS, status__in=IN_FORCE, document__in=there, property__in=NAMING
    )
    naming = {
        entity
        for entity, linked, value in told.values_list("entity", "value_entity", "value")
        if linked in mentions or value.casefold() in names
    }
    later = summaries.events(viewer=viewer).filter(parts__entity__in=naming, earliest__gt=last, serial=False)
    return tuple(line_of(one) for one in later.distinct().order_by(*DATED)[:LATER])
