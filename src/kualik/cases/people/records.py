"""What a matcher is told of the persons that documents speak of."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from kualik.cases.claims.models import Claim, Entity
from kualik.engine.facts import Schema, Status
from kualik.engine.facts.schemata import properties
from kualik.engine.linking import Record

__all__ = ["IN_FORCE", "NAMES", "names_of", "records"]

IN_FORCE = (Status.PROPOSED.value, Status.ACCEPTED.value)
"""Statuses of claims that still stand: neither rejected nor withdrawn."""

NAMES = ("name", "alias", "previousName", "weakAlias")
NUMBERS = tuple(one.name for one in properties(Schema.PERSON).values() if one.type == "identifier")
PLACES = ("birthPlace", "address")
TOLD = (*NAMES, *NUMBERS, *PLACES, "birthDate", "gender")
ENDS = ("person", "relative")  # the two ends of a Family

Told = dict[UUID, dict[str, list[str]]]


def records(entities: Collection[Entity]) -> list[Record]:
    """Gather what is claimed of persons, accepted or still proposed, for a matcher to compare."""
    told = _told(entities)
    kin = _kin(entities)
    return [_record(entity, told[entity.pk], kin[entity.pk]) for entity in entities]


def names_of(entity: Entity, claimed: Iterable[str] = ()) -> tuple[str, ...]:
    """List the names of an entity, each once: as read first, then other forms, then what claims add."""
    return tuple(dict.fromkeys(name for name in (entity.name, *entity.aliases, *claimed) if name))


def _told(entities: Collection[Entity]) -> Told:
    told: Told = defaultdict(lambda: defaultdict(list))
    claims = Claim.objects.filter(entity__in=entities, property__in=TOLD, status__in=IN_FORCE)
    for entity, name, value in claims.order_by("made_at", "id").values_list("entity_id", "property", "value"):
        told[entity][name].append(value)
    return told


def _kin(entities: Collection[Entity]) -> dict[UUID, list[str]]:
    ours = Claim.objects.filter(value_entity__in=entities, property__in=ENDS, status__in=IN_FORCE)
    families: dict[UUID, list[UUID]] = defaultdict(list)
    for family, member in ours.order_by("id").values_list("entity_id", "value_entity_id"):
        families[family].append(member)
    kin: dict[UUID, list[str]] = defaultdict(list)
    ends = Claim.objects.filter(entity__in=families, property__in=ENDS, status__in=IN_FORCE).order_by("id")
    for family, other, name in ends.values_list("entity_id", "value_entity_id", "value_entity__name"):
        for member in families[family]:
            if name and other != member:
                kin[member].append(name)
    return kin


def _record(entity: Entity, told: dict[str, list[str]], kin: list[str]) -> Record:
    def first(name: str) -> str | None:
        return told[name][0] if told[name] else None

    def every(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for name in names for value in told[name]))

    return Record(
        id=str(entity.pk),
        names=names_of(entity, every(NAMES)),
        birth=first("birthDate"),
        gender=first("gender"),
        places=every(PLACES),
        numbers=every(NUMBERS),
        kin=tuple(dict.fromkeys(kin)),
        document=str(entity.document_id),
    )
