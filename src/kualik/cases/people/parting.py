"""What taking a judgement back would part, before anybody does it."""

from dataclasses import dataclass
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Entity
from kualik.cases.people import partition
from kualik.cases.people.models import Judgement, Mention, Person, Verdict

__all__ = ["Parting", "Side", "parting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two who would be apart: under which number, and which mentions the viewer may see of them."""

    person: Person
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """What a judgement holds together. `sides` is empty where others hold the same together, or it joins nobody."""

    judgement: Judgement
    sides: tuple[Side, ...]
    joined_otherwise: bool


def parting(*, viewer: User, judgement: Judgement) -> Parting:
    """Work out what would be apart if a judgement were taken back; nothing is changed."""
    if judgement.verdict != Verdict.POSITIVE or judgement.undone_at is not None:
        return Parting(judgement=judgement, sides=(), joined_otherwise=False)
    left = partition.connected(judgement.left_id, without=judgement.pk)
    if judgement.right_id in left:
        return Parting(judgement=judgement, sides=(), joined_otherwise=True)
    right = partition.connected(judgement.right_id, without=judgement.pk)
    sides = sorted((_side(viewer, one) for one in (left, right)), key=lambda one: one.person.number)
    return Parting(judgement=judgement, sides=tuple(sides), joined_otherwise=False)


def _side(viewer: User, mentions: frozenset[UUID]) -> Side:
    lowest = Mention.objects.filter(pk__in=mentions).select_related("origin").order_by("origin__number")[0]
    visible = claims.entities(viewer=viewer).filter(pk__in=mentions).select_related("document").defer("document__text")
    return Side(person=lowest.origin, entities=tuple(visible.order_by("document__published", "local_id")))
