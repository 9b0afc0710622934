"""What waits: persons without a record yet, those whose names changed since, and pairs to be put in order."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.people import actions
from kualik.cases.people.indexing import VERSION
from kualik.cases.people.models import Candidate, Mention
from kualik.cases.people.records import NAMES
from kualik.engine.facts import Schema

__all__ = ["changed", "run", "turned", "waiting"]

BATCH = 200  # entities in one transaction and one ledger entry


def waiting() -> QuerySet[Entity]:
    """Find the single human beings that documents speak of and that have no person yet. A group is no person."""
    return Entity.objects.filter(schema=Schema.PERSON.value, count=1, mention=None).order_by("document", "local_id")


def changed(*, at: datetime) -> QuerySet[Mention]:
    """Find the mentions that got a name since they were indexed, or were indexed by an older way."""
    renamed = Claim.objects.filter(
        entity=OuterRef("entity"), property__in=NAMES, made_at__gt=OuterRef("keyed_at"), made_at__lt=at
    )
    return Mention.objects.filter(~Q(keyed=VERSION) | Exists(renamed)).order_by("pk")


def turned(*, at: datetime) -> QuerySet[Candidate]:
    """Find the pairs that were never put in order, or of which a date came near or passed since."""
    day = Q(waits=True, turns__lte=at.date())
    return Candidate.objects.filter(Q(arranged_at=None) | day).order_by("pk")


def run(*, by: User, at: datetime) -> int:
    """Do all that waits, batch by batch; safe to repeat and to interrupt.

    Returns:
        How many persons were recorded.
    """
    recorded = 0
    while batch := list(waiting()[:BATCH]):
        recorded += len(actions.record_mentions(by=by, at=at, entities=batch))
    while stale := list(changed(at=at)[:BATCH]):
        actions.reindex(by=by, at=at, mentions=stale)
    while pairs := list(turned(at=at).values_list("left__person", "right__person")[:BATCH]):
        actions.arrange(by=by, at=at, persons={person for ends in pairs for person in ends})
    return recorded
