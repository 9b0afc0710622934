"""Everything that documents tell about one person, as far as whoever looks may see it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.findings.case import Passage
from kualik.cases.findings.passages import NEEDED, passages
from kualik.cases.people.records import IN_FORCE
from kualik.engine.facts import Schema

__all__ = ["EVENTS", "Gathered", "about", "about_documents", "gather", "standing"]

EVENTS = (Schema.PROTEST.value, Schema.APPEAL.value, Schema.INCIDENT.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What is told of one person's mentions: of themselves, of their custody, of their kin, by related entity."""

    mentions: tuple[Entity, ...]
    own: tuple[Passage, ...]
    custody: dict[UUID, list[Passage]]
    family: dict[UUID, list[Passage]]
    events: dict[UUID, list[Passage]]


def standing(*, viewer: User) -> QuerySet[Claim]:
    """Find the claims that were neither rejected nor withdrawn, with all that a passage shows."""
    return claims.claims(viewer=viewer).filter(status__in=IN_FORCE).select_related(*NEEDED)


def about(*, viewer: User, entities: Collection[UUID]) -> dict[UUID, list[Passage]]:
    """Gather the passages about entities, by entity, in the order of the text."""
    told: dict[UUID, list[Passage]] = defaultdict(list)
    for one in passages(standing(viewer=viewer).filter(entity__in=entities).order_by("document", "start", "end", "pk")):
        told[one.entity].append(one)
    return told


def gather(*, viewer: User, mentions: Sequence[Entity]) -> Gathered:
    """Gather what is told of the mentions of one person."""
    ids = [entity.pk for entity in mentions]
    pointing = standing(viewer=viewer).filter(value_entity__in=ids).values_list("entity_id", "entity__schema")
    related: dict[str, set[UUID]] = defaultdict(set)
    for entity, schema in pointing:
        related[schema].add(entity)
    events = related[EVENTS[0]] | related[EVENTS[1]] | related[EVENTS[2]] | _spoken_of(viewer=viewer, mentions=mentions)
    told = about(viewer=viewer, entities={*ids, *related[Schema.CUSTODY], *related[Schema.FAMILY], *events})
    return Gathered(
        mentions=tuple(mentions),
        own=tuple(one for id_ in ids for one in told.get(id_, ())),
        custody=_only(told, related[Schema.CUSTODY]),
        family=_only(told, related[Schema.FAMILY]),
        events=_only(told, events),
    )


def _only(told: dict[UUID, list[Passage]], ids: Collection[UUID]) -> dict[UUID, list[Passage]]:
    """Keep some entities, in the order in which their documents tell of them."""
    return {id_: told[id_] for id_ in sorted((one for one in ids if one in told), key=lambda one: _order(told[one][0]))}


def _order(one: Passage) -> tuple[str, str, int, str]:
    return (one.published, str(one.document), len(one.local_id), one.local_id)


def _spoken_of(*, viewer: User, mentions: Sequence[Entity]) -> set[UUID]:
    """Find the events whose text names a person, or describes one without a name, as that document does."""
    spelt = {entity.document_id: _called(entity) for entity in mentions}
    told = standing(viewer=viewer).filter(document__in=spelt, entity__schema__in=EVENTS)
    return {
        entity
        for entity, document, value in told.values_list("entity_id", "document_id", "value")
        if any(name.casefold() in value.casefold() for name in spelt[document])
    }


def _called(entity: Entity) -> list[str]:
    named = [name for name in (entity.name, *entity.aliases) if name]
    return named or [text for text in (entity.description,) if text]


def about_documents(
    *, viewer: User, documents: Collection[UUID], schemata: Collection[str]
) -> dict[UUID, list[Passage]]:
    """Gather the passages of documents about entities of some schemata, by entity."""
    told: dict[UUID, list[Passage]] = defaultdict(list)
    found = standing(viewer=viewer).filter(document__in=documents, entity__schema__in=schemata)
    for one in passages(found.order_by("document", "start", "end", "pk")):
        told[one.entity].append(one)
    return told
