"""A cast of fictional people for tests: who works at the casebook, and documents that tell of others.

Rows are made by the same actions that make them at work.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from kualik.cases.accounts import actions as accounts
from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.queries import is_empty
from kualik.cases.claims import actions as claims
from kualik.cases.claims.models import Claim
from kualik.cases.claims.models import Entity as EntityRow
from kualik.cases.documents import actions as documents
from kualik.cases.documents.models import Document as DocumentRow
from kualik.cases.people import jobs
from kualik.cases.people.models import Mention, Person
from kualik.cases.sources import actions as sources
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.engine.facts import Claim as Fact
from kualik.engine.facts import Document, Entity, Reading, Schema, Stance

__all__ = ["NOW", "Story", "keeper", "later", "person_of", "worker"]

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def later(minutes: int) -> datetime:
    """Give a moment some minutes after NOW."""
    return NOW + timedelta(minutes=minutes)


def keeper() -> User:
    """Make, or find, the first account: it holds every role. The house of the pages' tests calls its own "keeper"."""
    if is_empty():
        return accounts.create_first(at=NOW, username="aigerim", display_name="Aigerim")
    return User.objects.get(username__in=("aigerim", "keeper"))


def worker(name: str, *roles: Role) -> User:
    """Make an account with these roles."""
    return accounts.create(by=keeper(), at=NOW, username=name, display_name=name.title(), roles=roles)


def person_of(entity: EntityRow) -> Person:
    """Find whose mention an entity is at present."""
    return Mention.objects.get(entity=entity).person


class Story:
    """One document in the making: what it tells is put together, then proposed as a reader would."""

    def __init__(self, text: str, *, told: Told | None = None, provider: str = "") -> None:
        self.by = keeper()
        self.text = text
        self.told = told or Told(publisher="The Steppe Post", published="2024-02-10", language="en")
        self.provider = provider
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []

    def person(self, name: str = "", *, description: str = "", roles: tuple[str, ...] = (), count: int = 1) -> str:
        """Tell of somebody, named or described."""
        id_ = self.thing(Schema.PERSON, name=name, description=description, roles=roles, count=count)
        if name:
            self.say(id_, "name", name)
        return id_

    def thing(self, schema: Schema, **told: object) -> str:
        """Tell of anything else."""
        id_ = f"e{len(self.entities) + 1}"
        self.entities[id_] = Entity(id=id_, schema=schema, **told)  # type: ignore[arg-type]  # what a test says of it
        return id_

    def say(
        self,
        entity: str,
        property_: str,
        value: str,
        *,
        voice: tuple[str, ...] = (),
        stance: Stance = Stance.ASSERTS,
        confidence: float = 0.9,
    ) -> None:
        """Claim something; the passage is the value where the text has it, else the whole text."""
        start = max(self.text.find(value), 0)
        end = start + len(value) if value and value in self.text else len(self.text)
        chain = (self.told.publisher, *voice)
        quote = self.text[start:end]
        fact = Fact(
            entity=entity,
            property=property_,
            value=value,
            stance=stance,
            voice=chain,
            start=start,
            end=end,
            quote=quote,
            method="reader 1",
            confidence=confidence,
        )
        self.facts.append(fact)

    def held(self, person: str, *, voice: tuple[str, ...] = (), **told: str) -> str:
        """Tell that somebody is held; `told` are properties of the custody."""
        custody = self.thing(Schema.CUSTODY)
        self.say(custody, "detainee", person, voice=voice)
        for name, value in told.items():
            self.say(custody, name, value, voice=voice)
        return custody

    def kin(self, person: str, relative: str, relation: str, *, voice: tuple[str, ...] = ()) -> None:
        """Tell that `relative` is the `relation` of `person`."""
        family = self.thing(Schema.FAMILY)
        self.say(family, "person", person, voice=voice)
        self.say(family, "relative", relative, voice=voice)
        self.say(family, "relationship", relation, voice=voice)

    def propose(self, *, at: datetime = NOW) -> "Story":
        """Keep the document and its claims, as proposals; record whom they are about."""
        note = HandoverNote(provider=self.provider)
        name = f"{sha256(self.text.encode()).hexdigest()[:8]}.txt"
        added = sources.add(by=self.by, at=at, content=self.text.encode(), name=name, handover=note, told=self.told)
        title = self.text.splitlines()[0]
        read = Document(
            id=f"sha256:{added.source.pk}",
            media_type="text/plain",
            text=self.text,
            language=self.told.language or "en",
            title=title,
            published=self.told.published,
            publisher=self.told.publisher,
            reader="test",
        )
        (self.document,) = documents.record(by=self.by, at=at, source=added.source, read=[read])
        reading = Reading(document=read, entities=tuple(self.entities.values()), claims=tuple(self.facts))
        claims.propose(by=self.by, at=at, document=self.document, reading=reading)
        jobs.run(by=self.by, at=at)
        return self

    def accept(self, *, at: datetime = NOW) -> "Story":
        """Keep the document, and accept everything it claims."""
        self.propose(at=at)
        ids = Claim.objects.filter(document=self.document).values_list("pk", flat=True)
        claims.accept(by=self.by, at=at, claims=list(ids))
        return self

    def entity(self, id_: str) -> EntityRow:
        """Find what the document tells of under that id."""
        return EntityRow.objects.get(document=self.document, local_id=id_)

    def who(self, id_: str) -> Person:
        """Find the person whom the document calls so."""
        return person_of(self.entity(id_))

    def mention(self, id_: str) -> Mention:
        """Find the mention of somebody in this document."""
        return Mention.objects.get(entity=self.entity(id_))

    document: DocumentRow
