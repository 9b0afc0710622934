"""What can be asked about cases and events: everything on one page, worked out anew from accepted claims."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Entity
from kualik.cases.findings import beside, episodes, event_cases, kinship, one_event, search, timeline
from kualik.cases.findings.case import (
    Case,
    Episode,
    EventCase,
    EventRow,
    Kin,
    Known,
    Moment,
    Passage,
)
from kualik.cases.findings.gathering import Gathered, gather
from kualik.cases.findings.models import Choice
from kualik.cases.findings.passages import known
from kualik.cases.findings.search import Found
from kualik.cases.people import queries as people
from kualik.cases.people.errors import NoSuchPerson
from kualik.cases.people.models import Person
from kualik.cases.people.records import NAMES
from kualik.cases.people.rows import forms, label, seen
from kualik.engine.facts import Schema

__all__ = [
    "Case",
    "Episode",
    "EventCase",
    "EventRow",
    "Found",
    "Kin",
    "Known",
    "Moment",
    "Passage",
    "accepted_values",
    "case",
    "event",
    "find",
]


def case(*, viewer: User, person: Person) -> Case:
    """Show all that is known of a person, by whom, what is disputed, and what is only proposed.

    Raises:
        NoSuchPerson: there is nothing of them that the viewer may see.
    """
    mentions = seen(viewer=viewer, persons=[person])[person.pk]
    if not mentions:
        raise NoSuchPerson(reference=str(person))
    told, chosen = gather(viewer=viewer, mentions=mentions), choices(person)
    kin = kinship.kin(viewer=viewer, told=told)
    around = event_cases.beside(mentions=mentions, told=told.beside)
    everything = told.own + _flat(told.custody) + _flat(told.family) + _flat(told.events)
    names = forms(mentions, spelt=_spelt(told.own))
    return Case(
        person=person,
        label=label(person, names, mentions),
        described=not names,
        names=names,
        known=known(str(person.pk), told.own, schema=Schema.PERSON.value, chosen=chosen),
        episodes=episodes.episodes(subject=str(person.pk), told=told.custody, chosen=chosen),
        kin=kin,
        events=event_cases.of_person(named=told.events, around=around),
        beside=_beside(told, kin),
        timeline=timeline.timeline((*everything, *_flat(around))),
        passages=tuple(sorted(everything, key=_place)),
        judgements=people.judgements(viewer=viewer, person=person),
        merged=_merged(person, mentions),
        documents=len({entity.document_id for entity in mentions}),
    )


def _spelt(own: Sequence[Passage]) -> dict[UUID, dict[str, bool]]:
    """Gather the names that claims give, by mention, and whether they were accepted."""
    spelt: dict[UUID, dict[str, bool]] = defaultdict(dict)
    for one in own:
        if one.property in NAMES:
            spelt[one.entity][one.value] = spelt[one.entity].get(one.value, False) or one.accepted
    return spelt


def _beside(told: Gathered, kin: Sequence[Kin]) -> tuple[Passage, ...]:
    """Gather what is answered about the person and their kin in the documents that speak of the person."""
    related = [one for one in kin if one.person]
    own = (name for entity in told.mentions for name in (entity.name, *entity.aliases) if name)
    return beside.answers_about(
        told=told.beside,
        entities={*(entity.pk for entity in told.mentions), *(id_ for one in related for id_ in one.mentions)},
        names={*own, *(name for one in related for name in one.names)},
    )


def _place(one: Passage) -> tuple[str, str, int, int, str, str]:
    return (one.published, str(one.document), one.start, one.end, str(one.entity), one.property)


def _flat(told: dict[UUID, list[Passage]]) -> tuple[Passage, ...]:
    return tuple(one for group in told.values() for one in group)


def choices(person: Person) -> dict[str, Choice]:
    """Find the values chosen for publication, by property."""
    return {one.property: one for one in Choice.objects.filter(person=person, ended_at=None).select_related("by")}


def _merged(person: Person, mentions: Sequence[Entity]) -> tuple[Person, ...]:
    origins = {entity.mention.origin for entity in mentions} - {person}
    return tuple(sorted(origins, key=lambda one: one.number))


def event(*, viewer: User, entity: UUID) -> EventCase:
    """Show all that is told of an event, in whatever documents.

    Raises:
        NoSuchEvent: there is none, or none that the viewer may see.
    """
    return one_event.event(viewer=viewer, entity=entity)


def find(*, viewer: User, words: str, limit: int = 20) -> Found:
    """Find people, documents and passages, whatever the alphabet; each thing found says why."""
    return search.find(viewer=viewer, words=words, limit=limit)


def accepted_values(*, viewer: User, person: Person, property_: str) -> tuple[str, ...]:
    """List the values that accepted claims give of a property ("Custody.sentence") of a person."""
    shown = case(viewer=viewer, person=person)
    told = (*shown.known, *(one for episode in shown.episodes for one in episode.known))
    found = [one.finding for one in told if one.property == property_ and one.finding is not None]
    return tuple(dict.fromkeys(value.value for finding in found for value in finding.values))
