"""Events: what the claims of different documents tell of one protest, appeal or incident."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.findings.case import EventRow, Passage
from kualik.cases.findings.episodes import first_value
from kualik.cases.findings.grouping import Told, days, same_event, together
from kualik.engine.facts import Schema, Status

__all__ = [
    "ACTIVE",
    "GATHERINGS",
    "Telling",
    "beside",
    "grouped",
    "of_person",
    "row_of",
    "telling_of",
    "told_by",
    "told_of",
]

ANSWERED = ("response", "outcome")
WORDS = 80  # characters of a passage that a list shows at most
YEAR = 4  # letters of an EDTF date: 2024, XXXX
GATHERINGS = (Schema.PROTEST.value, Schema.APPEAL.value)
ACTIVE = frozenset({"protester", "activist", "relative"})
"""Roles whose bearers are taken to have to do with the protests and appeals of the same document."""


Said = tuple[str, str, bool]  # property, value, whether it was accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one document tells of one event, no more than a list needs."""

    document: UUID
    schema: str
    said: tuple[Said, ...]
    quotes: tuple[str, ...]


def told_of(found: QuerySet[Claim]) -> dict[UUID, Telling]:
    """Gather what claims tell of events, by entity."""
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


def telling_of(passages: Sequence[Passage]) -> Telling:
    said = tuple((one.property, one.value, one.accepted) for one in passages)
    quotes = tuple(one.quote for one in passages)
    return Telling(document=passages[0].document, schema=passages[0].schema, said=said, quotes=quotes)


def grouped(told: Mapping[UUID, Telling]) -> list[tuple[Told, ...]]:
    """Group what documents tell into events."""
    every = (told_by(entity, telling) for entity, telling in told.items())
    return together(every, same=same_event, apart=lambda one: (one.kind, one.start[:YEAR]), near=days)


def told_by(entity: UUID, telling: Telling) -> Told:
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
        end=first_value(said, "endDate"),
        words=_first_words(max(tellings[0].quotes, key=len)),
        named=named,
        crowd=first_value(said, "crowd"),
        demand=first_value(said, "demand"),
        recurrence=first_value(said, "recurrence"),
        responses=tuple(sorted({value for name, value, _accepted in said if name in ANSWERED})),
        violent=any(name == "violence" and value == "true" for name, value, _accepted in said),
        proposals=sum(not accepted for _name, _value, accepted in said),
    )


def _first_words(quote: str) -> str:
    """Take the first words of a passage; writing without spaces is cut where the room ends."""
    text = " ".join(quote.split())
    if len(text) <= WORDS:
        return text
    cut = text[:WORDS]
    return f"{cut.rpartition(' ')[0] or cut}…"


def beside(*, mentions: Sequence[Entity], told: Iterable[Passage]) -> dict[UUID, list[Passage]]:
    """Pick the protests and appeals of the documents in which a person takes part, out of all that is beside them."""
    taking_part = {entity.document_id for entity in mentions if ACTIVE & set(entity.roles)}
    found: dict[UUID, list[Passage]] = defaultdict(list)
    for one in told:
        if one.schema in GATHERINGS and one.document in taking_part:
            found[one.entity].append(one)
    return found


def of_person(
    *, named: Mapping[UUID, Sequence[Passage]], around: Mapping[UUID, Sequence[Passage]]
) -> tuple[EventRow, ...]:
    """List the events that name a person, and those around them; each once."""
    everything = {entity: telling_of(passages) for entity, passages in {**around, **named}.items()}
    found = [
        row_of(group, everything, named=any(part.entity in named for part in group)) for group in grouped(everything)
    ]
    return tuple(sorted(found, key=lambda one: (not one.named, not one.date, one.date, str(one.entities[0]))))
