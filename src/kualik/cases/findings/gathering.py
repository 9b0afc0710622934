"""Everything that documents tell about one person, as far as whoever looks may see it, in two questions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.findings.case import Passage
from kualik.cases.findings.passages import HEAVY, NEEDED, passages
from kualik.cases.people.records import IN_FORCE
from kualik.engine.facts import Schema, Stance

__all__ = ["ANSWERS", "EVENTS", "GROUNDS", "HELD", "Gathered", "about", "gather", "standing", "surroundings"]

EVENTS = (Schema.PROTEST.value, Schema.APPEAL.value, Schema.INCIDENT.value)
ANSWERS = (
    Stance.DENIES.value,
    Stance.ACKNOWLEDGES.value,
    Stance.ACKNOWLEDGES_OTHERWISE.value,
    Stance.DECLINES_TO_COMMENT.value,
    Stance.DID_NOT_RESPOND.value,
)
"""How those who are accused answer: denials, admissions, refusals to answer."""

GROUNDS = "grounds"  # of a custody, as the authority gives them
HELD = "detainee"
BESIDE = (
    Q(stance__in=ANSWERS)
    | Q(property__in=(GROUNDS, HELD))
    | Q(entity__schema=Schema.STATEMENT.value, property="content")
    | Q(entity__schema__in=EVENTS)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What is told of one person's mentions: of themselves, of their custody, of their kin, by related entity.

    `beside` is what the same documents tell of events, of whoever is held, and what authorities answer.
    """

    mentions: tuple[Entity, ...]
    own: tuple[Passage, ...]
    custody: dict[UUID, list[Passage]]
    family: dict[UUID, list[Passage]]
    events: dict[UUID, list[Passage]]
    beside: tuple[Passage, ...]


def standing(*, viewer: User) -> QuerySet[Claim]:
    """Find the claims that were neither rejected nor withdrawn, with all that a passage shows."""
    return claims.claims(viewer=viewer).filter(status__in=IN_FORCE).select_related(*NEEDED).defer(*HEAVY)


def about(*, viewer: User, entities: Collection[UUID]) -> dict[UUID, list[Passage]]:
    """Gather the passages about entities, by entity, in the order of the text."""
    found = standing(viewer=viewer).filter(entity__in=entities)
    return _by_entity(passages(found.order_by("document", "start", "end", "pk")))


def surroundings(
    *, viewer: User, documents: Collection[UUID], pointed_at: Collection[UUID] = ()
) -> tuple[Passage, ...]:
    """Gather what documents tell of events and of whoever is held, and what those who are accused answer there.

    Args:
        viewer: who asks.
        documents: whose claims these are.
        pointed_at: entities of theirs; what points at one belongs to its surroundings, whatever it says.
    """
    found = standing(viewer=viewer).filter(BESIDE | Q(value_entity__in=pointed_at), document__in=documents)
    return tuple(passages(found.order_by("document", "start", "end", "pk")))


def gather(*, viewer: User, mentions: Sequence[Entity]) -> Gathered:
    """Gather what is told of the mentions of one person."""
    ids = [entity.pk for entity in mentions]
    beside = surroundings(viewer=viewer, documents={one.document_id for one in mentions}, pointed_at=ids)
    ours, related = set(ids), defaultdict[str, set[UUID]](set)
    for one in beside:  # a claim points only at what stands in its own document
        if one.value_entity in ours:
            related[one.schema].add(one.entity)
    told = about(viewer=viewer, entities={*ids, *related[Schema.CUSTODY], *related[Schema.FAMILY]})
    events = related[EVENTS[0]] | related[EVENTS[1]] | related[EVENTS[2]] | _spoken_of(beside, mentions)
    return Gathered(
        mentions=tuple(mentions),
        own=tuple(one for id_ in ids for one in told.get(id_, ())),
        custody=_only(told, related[Schema.CUSTODY]),
        family=_only(told, related[Schema.FAMILY]),
        events=_only(_by_entity(beside), events),
        beside=beside,
    )


def _by_entity(told: Iterable[Passage]) -> dict[UUID, list[Passage]]:
    found: dict[UUID, list[Passage]] = defaultdict(list)
    for one in told:
        found[one.entity].append(one)
    return found


def _only(told: dict[UUID, list[Passage]], ids: Collection[UUID]) -> dict[UUID, list[Passage]]:
    """Keep some entities, in the order in which their documents tell of them."""
    return {id_: told[id_] for id_ in sorted((one for one in ids if one in told), key=lambda one: _order(told[one][0]))}


def _order(one: Passage) -> tuple[str, str, int, str]:
    return (one.published, str(one.document), len(one.local_id), one.local_id)


def _spoken_of(told: Iterable[Passage], mentions: Sequence[Entity]) -> set[UUID]:
    """Find the events whose text names a person, or describes one without a name, as that document does."""
    spelt: dict[UUID, list[str]] = defaultdict(list)
    for entity in mentions:
        spelt[entity.document_id] += [name.casefold() for name in _called(entity)]
    events = (one for one in told if one.schema in EVENTS)
    return {one.entity for one in events if any(name in one.value.casefold() for name in spelt[one.document])}


def _called(entity: Entity) -> list[str]:
    named = [name for name in (entity.name, *entity.aliases) if name]
    return named or [text for text in (entity.description,) if text]
