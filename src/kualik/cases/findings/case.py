"""One case as it is shown: what is known of a person or an event, by whom, what is disputed, what is only proposed."""

from dataclasses import dataclass
from datetime import date as day
from uuid import UUID

from kualik.cases.findings.models import Choice
from kualik.cases.findings.series import is_serial
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.models import Person
from kualik.cases.people.queries import Judged
from kualik.cases.people.rows import NameForm, PersonRow
from kualik.engine.facts import edtf
from kualik.engine.facts.codes import Coded
from kualik.engine.facts.events import Kind, kind_of
from kualik.engine.weighing import Finding

__all__ = ["Case", "Episode", "EventCase", "EventRow", "Kin", "Known", "Moment", "Passage", "Tie"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One claim with the passage it stands in. `person` is set where the value is a person; `value` is then a label."""

    claim: UUID
    entity: UUID
    local_id: str  # of the entity, as its document counts them
    schema: str
    property: str
    label: str  # what the property is called
    value: str
    value_entity: UUID | None
    named: str  # the name of the value where it is an entity; empty where that has none
    person: Person | None
    stance: str
    voice: tuple[str, ...]
    document: UUID
    source: str  # SHA-256
    story: UUID  # the document that this one is a copy of, or itself
    title: str
    publisher: str
    published: str
    language: str
    official: bool
    start: int
    end: int
    quote: str
    method: str
    confidence: float
    status: str
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one property: the finding over accepted claims, what is only proposed, what was chosen."""

    property: str  # schema.property, such as "Custody.sentence"
    label: str
    finding: Finding | None
    proposals: tuple[Passage, ...]
    choice: Choice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One stretch of custody, as all documents together tell it."""

    entities: tuple[UUID, ...]
    line: CustodyLine
    known: tuple[Known, ...]
    accepted: bool
    voices: tuple[tuple[str, ...], ...]  # the chains of those who say that it is so


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One step further: whom a relative has as kin in turn, what that one is to the relative, and who says so."""

    person: Person | None
    label: str
    relation: str
    accepted: bool
    voices: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A relative: what the other is to this one, and where the other is held. `person` is None for a group.

    `custody` stands in the order of time, what was accepted first. `told` are the chains of those who say that it is
    kin, `further` the relative's own kin.
    """

    person: Person | None
    label: str
    relation: str
    accepted: bool
    custody: tuple[CustodyLine, ...]
    voices: tuple[tuple[str, ...], ...]  # the chains of those who say where the other is held, else who the kin is
    told: tuple[tuple[str, ...], ...]
    passages: tuple[Passage, ...]
    mentions: tuple[UUID, ...]
    names: tuple[str, ...]
    further: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as documents tell it together; the first of `entities` is its address."""

    entities: tuple[UUID, ...]
    schema: str
    type: str
    date: str  # EDTF, empty where no document says
    place: str
    who: str
    target: str
    accepted: bool
    documents: int
    end: str = ""  # EDTF
    words: str = ""  # the first words of the passage that tells most of it, as they are written
    named: bool = True  # False where the person is only spoken of in the same document
    crowd: str = ""
    demand: str = ""
    recurrence: str = ""
    responses: tuple[str, ...] = ()  # how authorities answered, each once
    violent: bool = False
    proposals: int = 0  # claims of it that wait for a decision
    series: UUID | None = None  # the anchor of the series it belongs to

    @property
    def address(self) -> UUID:
        """The entity by which its page is found."""
        return self.entities[0]

    @property
    def kind(self) -> Kind:
        """Which of the five kinds it is."""
        return kind_of(schema=self.schema, type=self.type)

    @property
    def recurs(self) -> bool:
        """Whether it is told as a series."""
        return is_serial(date=self.date, recurrence=self.recurrence)

    @property
    def span(self) -> tuple[day | None, day | None]:
        """The earliest and the latest day it can be of; None where that is open, or the year not known."""
        return edtf.bounds(self.date) if edtf.is_edtf(self.date) else (None, None)

    def coded(self, *, precision: str = "") -> Coded:
        """Give what codes depend on, with how exactly the place is known (facility, settlement … country)."""
        return Coded(
            schema=self.schema,
            type=self.type,
            date=self.date,
            responses=frozenset(self.responses),
            violent=self.violent,
            series=self.recurs,
            crowd=int(self.crowd) if self.crowd.isascii() and self.crowd.isdigit() else None,
            precision=precision,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of a timeline. The bounds are None where the year is not known; the date is shown as it is."""

    date: str  # EDTF
    earliest: day | None
    latest: day | None
    schema: str
    property: str
    what: str
    accepted: bool
    passages: tuple[Passage, ...]
    kind: str = ""  # which custody, event or tie it is, in a word of the closed lists where there is one


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All of one person."""

    person: Person
    label: str
    described: bool
    names: tuple[NameForm, ...]
    known: tuple[Known, ...]
    episodes: tuple[Episode, ...]
    kin: tuple[Kin, ...]
    events: tuple[EventRow, ...]
    beside: tuple[Passage, ...]  # what authorities say, deny or won't comment on in the same documents
    timeline: tuple[Moment, ...]
    passages: tuple[Passage, ...]
    judgements: tuple[Judged, ...]
    merged: tuple[Person, ...]  # others whose mentions are held to be of this person now
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCase:
    """All of one event."""

    row: EventRow
    known: tuple[Known, ...]
    beside: tuple[Passage, ...]
    passages: tuple[Passage, ...]
    people: tuple[PersonRow, ...]
    after: tuple[EventRow, ...] = ()  # later events that name the same people
