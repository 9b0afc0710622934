"""What can be asked about cases and events: everything on one page, worked out anew from accepted claims."""

from collections.abc import Sequence
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Entity
from kualik.cases.findings import beside, episodes, event_cases, kinship, search, timeline
from kualik.cases.findings.case import (
    Case,
    Episode,
    EventCase,
    EventRow,
    Home,
    Kin,
    Known,
    Moment,
    Passage,
)
from kualik.cases.findings.errors import NoSuchEvent
from kualik.cases.findings.event_cases import EventPage
from kualik.cases.findings.gathering import EVENTS, gather
from kualik.cases.findings.models import Choice
from kualik.cases.findings.passages import known
from kualik.cases.findings.search import Found
from kualik.cases.people import queries as people
from kualik.cases.people.models import Mention, Person
from kualik.cases.people.rows import seen
from kualik.cases.sources import queries as sources
from kualik.cases.sources.models import State
from kualik.engine.facts import Schema, Status

__all__ = [
    "Case",
    "Episode",
    "EventCase",
    "EventPage",
    "EventRow",
    "Found",
    "Home",
    "Kin",
    "Known",
    "Moment",
    "Passage",
    "accepted_values",
    "case",
    "event",
    "events",
    "find",
    "home",
]


def case(*, viewer: User, person: Person) -> Case:
    """Show all that is known of a person, by whom, what is disputed, and what is only proposed.

    Raises:
        NoSuchPerson: there is nothing of them that the viewer may see.
    """
    row = people.row(viewer=viewer, person=person)
    mentions = seen(viewer=viewer, persons=[person])[person.pk]
    told = gather(viewer=viewer, mentions=mentions)
    held = episodes.episodes(subject=str(person.pk), told=told.custody, chosen=choices(person))
    around = event_cases.beside(viewer=viewer, mentions=mentions)
    kin = kinship.kin(viewer=viewer, told=told)
    everything = told.own + _flat(told.custody) + _flat(told.family) + _flat(told.events)
    return Case(
        person=person,
        label=row.label,
        described=row.described,
        names=row.names,
        known=known(str(person.pk), told.own, schema=Schema.PERSON.value, chosen=choices(person)),
        episodes=held,
        kin=kin,
        events=event_cases.of_person(named=told.events, around=around),
        beside=_beside(viewer, mentions, kin),
        timeline=timeline.timeline((*everything, *_flat(around))),
        passages=tuple(sorted(everything, key=_place)),
        judgements=people.judgements(viewer=viewer, person=person),
        merged=_merged(person, mentions),
        documents=row.documents,
    )


def _beside(viewer: User, mentions: Sequence[Entity], kin: Sequence[Kin]) -> tuple[Passage, ...]:
    """Gather what is answered about the person and their kin in the documents that speak of the person."""
    related = seen(viewer=viewer, persons=[one.person for one in kin if one.person])
    concerned = [*mentions, *(entity for entities in related.values() for entity in entities)]
    return beside.answers_about(
        viewer=viewer,
        documents={entity.document_id for entity in mentions},
        entities={entity.pk for entity in concerned},
        names={name for entity in concerned for name in (entity.name, *entity.aliases) if name},
    )


def _place(one: Passage) -> tuple[str, str, int, int, str, str]:
    return (one.published, str(one.document), one.start, one.end, str(one.entity), one.property)


def _flat(told: dict[UUID, list[Passage]]) -> tuple[Passage, ...]:
    return tuple(one for group in told.values() for one in group)


def choices(person: Person) -> dict[str, Choice]:
    """Find the values chosen for publication, by property."""
    return {one.property: one for one in Choice.objects.filter(person=person, ended_at=None).select_related("by")}


def _merged(person: Person, mentions: Sequence[Entity]) -> tuple[Person, ...]:
    origins = Mention.objects.filter(entity__in=mentions).exclude(origin=person).select_related("origin")
    return tuple(sorted((one.origin for one in origins), key=lambda one: one.number))


def events(*, viewer: User, schema: str = "", limit: int = 50, offset: int = 0) -> EventPage:
    """List events, each once however many documents tell of it: dated ones by date, then the rest.

    With a schema ("Protest", "Appeal", "Incident") only those of it.
    """
    return event_cases.events(viewer=viewer, schema=schema, limit=limit, offset=offset)


def event(*, viewer: User, entity: UUID) -> EventCase:
    """Show all that is told of an event, in whatever documents.

    Raises:
        NoSuchEvent: there is none, or none that the viewer may see.
    """
    if not claims.entities(viewer=viewer).filter(pk=entity, schema__in=EVENTS).exists():
        raise NoSuchEvent(reference=str(entity))
    return event_cases.event(viewer=viewer, entity=entity)


def find(*, viewer: User, words: str, limit: int = 20) -> Found:
    """Find people, documents and passages, whatever the alphabet; each thing found says why."""
    return search.find(viewer=viewer, words=words, limit=limit)


def home(*, viewer: User) -> Home:
    """Count what waits for somebody. Releases to approve are counted by releases.queries."""
    return Home(
        waiting=sources.waiting_count(viewer=viewer),
        refused=sources.sources(viewer=viewer, state=State.REFUSED.value).count(),
        proposals=claims.claims(viewer=viewer).filter(status=Status.PROPOSED.value).count(),
        candidates=people.waiting_pairs(viewer=viewer),
    )


def accepted_values(*, viewer: User, person: Person, property_: str) -> tuple[str, ...]:
    """List the values that accepted claims give of a property ("Custody.sentence") of a person."""
    shown = case(viewer=viewer, person=person)
    told = (*shown.known, *(one for episode in shown.episodes for one in episode.known))
    found = [one.finding for one in told if one.property == property_ and one.finding is not None]
    return tuple(dict.fromkeys(value.value for finding in found for value in finding.values))
