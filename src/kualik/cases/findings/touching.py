"""Which people and events a deed can have changed, as its entry in the ledger names them: rather one too many."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.findings.gathering import EVENTS
from kualik.cases.ledger.models import Entry
from kualik.cases.people import partition
from kualik.cases.people.models import Judgement, Mention

__all__ = ["Touched", "touched"]

PREFIX = "source:"
NOTHING_NEW = frozenset({"source:added", "source:read", "source:refused", "source:transcribed", "source:read-again"})
"""Deeds on a source that by themselves change nothing that is summed up; what was read has entries of its own."""

LONG = 1000  # claims in one entry; of more the whole document is taken


@dataclass(slots=True, kw_only=True)
class Named:
    """What entries name, by kind, before it is looked up."""

    claims: set[UUID] = field(default_factory=set)
    entities: set[UUID] = field(default_factory=set)
    documents: set[UUID] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)  # what they are called in the vault
    judgements: set[UUID] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Persons, and entities that are events."""

    persons: frozenset[UUID]
    events: frozenset[UUID]


def touched(entries: Iterable[Entry]) -> Touched:
    """Find what deeds can have changed."""
    named = Named()
    for entry in entries:
        _name(entry, named)
    entities = _entities(named)
    mentions = entities | _judged(named.judgements)
    persons = Mention.objects.filter(pk__in=mentions).values_list("person", "origin")
    events = Entity.objects.filter(pk__in=entities, schema__in=EVENTS).order_by().values_list("pk", flat=True)
    return Touched(persons=frozenset(one for pair in persons for one in pair), events=frozenset(events))


def _name(entry: Entry, named: Named) -> None:
    noun, _, id_ = entry.about.partition(":")
    if entry.kind.startswith("judgement:"):
        named.judgements.add(UUID(id_))
    elif entry.kind.startswith("series:"):
        named.entities.add(UUID(id_))
    elif entry.kind == "person:recorded":
        named.entities |= {UUID(one) for one in entry.details.get("entities", ())}
    elif entry.kind.startswith("claim:"):
        told = [*entry.details.get("claims", ()), *entry.details.get("made", ())]
        superseded = [entry.details.get("superseded"), *entry.details.get("withdrawn", ())]
        if noun == "document" and len(told) > LONG:
            named.documents.add(UUID(id_))
        else:
            named.claims |= {UUID(one) for one in (*told, *filter(None, superseded))}
    elif entry.kind not in NOTHING_NEW:
        sources = [entry.about, *entry.details.get("sources", ())]
        named.sources |= {one.removeprefix(PREFIX) for one in sources if str(one).startswith(PREFIX)}


def _entities(named: Named) -> set[UUID]:
    """Look up the entities that claims are about or point at, and whom those point at in turn: who is held."""
    claims = Claim.objects.filter(pk__in=named.claims).order_by()
    found = named.entities | set(claims.values_list("entity", flat=True))
    found |= set(claims.filter(value_entity__isnull=False).values_list("value_entity", flat=True))
    within = Q(document__in=named.documents) | Q(document__source__object_name__in=named.sources)
    if named.documents or named.sources:
        found |= set(Entity.objects.filter(within).order_by().values_list("pk", flat=True))
    pointed = Claim.objects.filter(entity__in=found, value_entity__isnull=False).order_by()
    return found | set(pointed.values_list("value_entity", flat=True))


def _judged(judgements: Collection[UUID]) -> set[UUID]:
    """Find the mentions that are joined now to those that were judged: all of them may have moved."""
    ends = Judgement.objects.filter(pk__in=judgements).order_by().values_list("left", "right")
    return set(partition.joined_to({end for pair in ends for end in pair}))
