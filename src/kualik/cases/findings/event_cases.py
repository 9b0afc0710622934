"""Events: what the claims of different documents tell of one protest, appeal or incident."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Entity
from kualik.cases.findings.beside import answers
from kualik.cases.findings.case import EventCase, EventRow, Passage
from kualik.cases.findings.episodes import first_value
from kualik.cases.findings.gathering import EVENTS, about, about_documents, standing
from kualik.cases.findings.grouping import Told, same_event, together
from kualik.cases.findings.passages import known
from kualik.cases.people.records import IN_FORCE
from kualik.cases.people.rows import PersonRow, rows
from kualik.engine.facts import Schema, Status

__all__ = ["EventPage", "beside", "event", "events", "of_person"]

DATED = ("eventType", "date", "startDate")
WORDS = 80  # characters of a passage that a list shows at most
YEAR = 4  # letters of an EDTF date: 2024, XXXX
GATHERINGS = (Schema.PROTEST.value, Schema.APPEAL.value)
ACTIVE = frozenset({"protester", "activist", "relative"})
"""Roles whose bearers are taken to have to do with the protests and appeals of the same document."""


Said = tuple[str, str, bool]  # property, value, whether it was accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """A stretch of the list of events, and how many there are in all."""

    rows: tuple[EventRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one document tells of one event, no more than a list needs."""

    document: UUID
    schema: str
    said: tuple[Said, ...]
    quotes: tuple[str, ...]


def events(*, viewer: User, schema: str = "", limit: int = 50, offset: int = 0) -> EventPage:
    """List events, each once however many documents tell of it: dated ones by date, then the rest.

    With a schema only those of it.
    All of them are read in one question and grouped, then only the stretch asked for is summed up.
    """
    told = _tellings(viewer, [schema] if schema else EVENTS)
    groups = sorted(_groups(told), key=_place)
    return EventPage(rows=tuple(row_of(group, told) for group in groups[offset : offset + limit]), total=len(groups))


def _tellings(viewer: User, schemata: Sequence[str]) -> dict[UUID, Telling]:
    found = claims.claims(viewer=viewer).filter(entity__schema__in=schemata, status__in=IN_FORCE)
    wanted = ("entity_id", "document_id", "entity__schema", "quote", "property", "value", "status")
    said: dict[UUID, list[Said]] = defaultdict(list)
    quotes: dict[UUID, list[str]] = defaultdict(list)
    where: dict[UUID, tuple[UUID, str]] = {}
    for entity, document, schema, quote, name, value, status in found.order_by("start", "pk").values_list(*wanted):
        said[entity].append((name, value, status == Status.ACCEPTED.value))
        quotes[entity].append(quote)
        where[entity] = (document, schema)
    return {
        entity: Telling(document=document, schema=schema, said=tuple(said[entity]), quotes=tuple(quotes[entity]))
        for entity, (document, schema) in where.items()
    }


def _place(group: Sequence[Told]) -> tuple[bool, str, str, str]:
    start = next((part.start for part in group if part.start), "")
    return (not start, start, group[0].place, str(group[0].entity))


def _telling(passages: Sequence[Passage]) -> Telling:
    said = tuple((one.property, one.value, one.accepted) for one in passages)
    quotes = tuple(one.quote for one in passages)
    return Telling(document=passages[0].document, schema=passages[0].schema, said=said, quotes=quotes)


def _groups(told: Mapping[UUID, Telling]) -> list[tuple[Told, ...]]:
    every = (_told(entity, telling) for entity, telling in told.items())
    return together(every, same=same_event, apart=lambda one: (one.kind, one.start[:YEAR]))


def _told(entity: UUID, telling: Telling) -> Told:
    return Told(
        entity=entity,
        document=telling.document,
        kind=first_value(telling.said, "eventType"),
        start=first_value(telling.said, "date") or first_value(telling.said, "startDate"),
        end=first_value(telling.said, "endDate"),
        place=first_value(telling.said, "place"),
    )


def row_of(group: Sequence[Told], told: Mapping[UUID, Telling], *, named: bool = True) -> EventRow:
    """Sum up one event."""
    tellings = [told[part.entity] for part in group]
    said = [one for telling in tellings for one in telling.said]
    return EventRow(
        entities=tuple(part.entity for part in group),
        schema=tellings[0].schema,
        type=first_value(said, "eventType"),
        date=first_value(said, "date") or first_value(said, "startDate"),
        place=first_value(said, "place"),
        who=first_value(said, "actor"),
        target=first_value(said, "target"),
        accepted=any(accepted for _name, _value, accepted in said),
        documents=len({telling.document for telling in tellings}),
        words=_first_words(max(tellings[0].quotes, key=len)),
        named=named,
    )


def _first_words(quote: str) -> str:
    """Take the first words of a passage; writing without spaces is cut where the room ends."""
    text = " ".join(quote.split())
    if len(text) <= WORDS:
        return text
    cut = text[:WORDS]
    return f"{cut.rpartition(' ')[0] or cut}…"


def beside(*, viewer: User, mentions: Sequence[Entity]) -> dict[UUID, list[Passage]]:
    """Gather the protests and appeals of the documents in which a person takes part."""
    taking_part = {entity.document_id for entity in mentions if ACTIVE & set(entity.roles)}
    return about_documents(viewer=viewer, documents=taking_part, schemata=GATHERINGS)


def of_person(
    *, named: Mapping[UUID, Sequence[Passage]], around: Mapping[UUID, Sequence[Passage]]
) -> tuple[EventRow, ...]:
    """List the events that name a person, and those around them; each once."""
    everything = {entity: _telling(passages) for entity, passages in {**around, **named}.items()}
    found = [
        row_of(group, everything, named=any(part.entity in named for part in group)) for group in _groups(everything)
    ]
    return tuple(sorted(found, key=lambda one: (not one.named, not one.date, one.date, str(one.entities[0]))))


def event(*, viewer: User, entity: UUID) -> EventCase:
    """Gather all that is told of the event that an entity is of."""
    told = about(viewer=viewer, entities={entity, *_alike(viewer=viewer, entity=entity)})
    tellings = {one: _telling(passages) for one, passages in told.items()}
    group = next((group for group in _groups(tellings) if any(part.entity == entity for part in group)), ())
    return _event(viewer=viewer, told=told, group=group)


def _alike(*, viewer: User, entity: UUID) -> set[UUID]:
    """Find the events of the same type and of the same year, or the same day without a year: no other can be one."""
    told = standing(viewer=viewer)
    own = list(told.filter(entity=entity, property__in=DATED).values_list("property", "value"))
    types = [value for name, value in own if name == "eventType"]
    years = Q()
    for value in (value for name, value in own if name != "eventType"):
        years |= Q(value__startswith=value[:YEAR])
    if not years or not types:
        return set()
    typed = told.filter(property="eventType", value__in=types, entity__schema__in=EVENTS).values("entity")
    dated = told.filter(years, property__in=DATED, entity__in=typed)
    return set(dated.values_list("entity_id", flat=True))


def _event(*, viewer: User, told: Mapping[UUID, Sequence[Passage]], group: Sequence[Told]) -> EventCase:
    passages = [one for part in group for one in told[part.entity]]
    row = row_of(group, {part.entity: _telling(told[part.entity]) for part in group})
    documents = {one.document for one in passages}
    return EventCase(
        row=row,
        known=known(str(row.entities[0]), passages, schema=row.schema),
        beside=answers(viewer=viewer, documents=documents),
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
