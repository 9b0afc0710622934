"""Who may not be named in what leaves of a person: looked up in every document, also those the drafter may not see."""

from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents.models import Document
from kualik.cases.people.models import Person
from kualik.cases.people.records import IN_FORCE, NAMES, names_of
from kualik.cases.sources.models import Handover
from kualik.engine.facts import NOBODY, PUBLISHER, Schema

__all__ = ["bodies", "kin", "providers", "spoken", "witnesses"]

ENDS = ("person", "relative")  # the two ends of a Family


def witnesses(voice: Sequence[str], *, publisher: str) -> Sequence[str]:
    """List who speaks in a chain of voices: everybody but the publisher, with whom it begins where there is one.

    A witness whom nobody reports, because they speak for themselves, is the first of the chain and the last.
    """
    return voice[1:] if voice and voice[0] in {publisher, PUBLISHER} else voice


def spoken(person: Person) -> Iterator[str]:
    """List who speaks in the documents that tell of a person, as far as they have a name: "relatives" is none."""
    told = Claim.objects.filter(document__in=_documents(person)).values_list("voice", "document__publisher")
    for voice, publisher in told.iterator():
        yield from (one for one in witnesses(voice, publisher=publisher) if one != NOBODY and not _described(one))


def _described(voice: str) -> bool:
    """Say whether a voice is told in common words alone, where the script has capitals for names."""
    return voice.islower() and all(letter.isalpha() or letter.isspace() for letter in voice)


def providers(person: Person) -> Iterator[str]:
    """List who handed over the sources that tell of a person."""
    sources = Document.objects.filter(pk__in=_documents(person)).values("source")
    yield from Handover.objects.filter(source__in=sources).exclude(provider="").values_list("provider", flat=True)


def kin(person: Person) -> Iterator[str]:
    """List every name of the relatives of a person, in whatever document they stand."""
    ours = Entity.objects.filter(mention__person=person)
    standing = Claim.objects.filter(property__in=ENDS, status__in=IN_FORCE)
    families = standing.filter(value_entity__in=ours).values("entity")
    ends = Entity.objects.filter(pointed_at_by__in=standing.filter(entity__in=families)).exclude(pk__in=ours)
    persons = Person.objects.filter(mentions__entity__in=ends)
    yield from _names(set(ends) | set(Entity.objects.filter(mention__person__in=persons)))


def bodies(person: Person) -> Iterator[str]:
    """List the organisations of the documents that tell of a person; their names are no secret.

    A name that any of the documents gives to a human being is none of them: a reader may take a witness for a body.
    """
    there = Entity.objects.filter(document__in=_documents(person))
    people = there.filter(schema=Schema.PERSON.value).exclude(name="").values("name")
    found = there.filter(schema=Schema.ORGANIZATION.value).exclude(name__in=people)
    yield from found.values_list("name", flat=True)


def _documents(person: Person) -> set[UUID]:
    return set(Entity.objects.filter(mention__person=person).values_list("document", flat=True))


def _names(entities: Collection[Entity]) -> Iterator[str]:
    for entity in entities:
        yield from names_of(entity)
    claimed = Claim.objects.filter(entity__in=entities, property__in=NAMES, status__in=IN_FORCE)
    yield from claimed.values_list("value", flat=True)
