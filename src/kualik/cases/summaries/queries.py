"""What can be asked about summaries: lists of people and events, numbers, and how far all that lags behind."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, QuerySet, Subquery

from kualik.cases.accounts.models import User
from kualik.cases.ledger.models import Entry
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.models import Person
from kualik.cases.people.rows import NameForm, PersonRow
from kualik.cases.summaries.facets import ALL
from kualik.cases.summaries.models import EventSummary, Followed, Noun, PersonSummary, Stale, Tally
from kualik.cases.summaries.tiers import tier_of

__all__ = ["Lag", "all_of", "capped", "counted", "event_of", "events", "lag", "people", "row_of", "tallies", "tally"]

MOST = 10_000  # that are counted for a page; of more it is said that there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """How far summaries are behind: entries of the ledger not followed yet, and whether anything is not summed up.

    `version` is the way of summing up by which they were made.
    """

    entries: int
    waiting: bool
    version: int

    def __bool__(self) -> bool:
        return self.entries > 0 or self.waiting


def people(*, viewer: User) -> QuerySet[PersonSummary]:
    """List the summaries of the people that somebody may know of; filter and order them as the page needs."""
    tier = tier_of(viewer)
    return PersonSummary.objects.none() if tier is None else PersonSummary.objects.filter(tier=tier)


def events(*, viewer: User) -> QuerySet[EventSummary]:
    """List the summaries of the events that somebody may know of."""
    tier = tier_of(viewer)
    return EventSummary.objects.none() if tier is None else EventSummary.objects.filter(tier=tier)


def event_of(*, viewer: User, entity: UUID) -> EventSummary | None:
    """Find the event that an entity is part of."""
    return events(viewer=viewer).filter(parts__entity=entity).first()


def tallies(*, viewer: User, noun: Noun, facet: str, most: int = 50) -> dict[str, int]:
    """List the values of a facet with how many have each, the most frequent first; nobody counts for this."""
    found = _tallied(viewer).filter(noun=noun, facet=facet, count__gt=0)
    return dict(found.order_by("-count", "value").values_list("value", "count")[:most])


def _tallied(viewer: User) -> QuerySet[Tally]:
    tier = tier_of(viewer)
    return Tally.objects.none() if tier is None else Tally.objects.filter(tier=tier)


def tally(*, viewer: User, noun: Noun, facets: dict[str, str]) -> dict[str, int]:
    """Say how many have these values, each of its facet, in one question."""
    found = _tallied(viewer).filter(noun=noun, facet__in=facets)
    counts = {(facet, value): count for facet, value, count in found.values_list("facet", "value", "count")}
    return {facet: counts.get((facet, value), 0) for facet, value in facets.items()}


def counted(*, viewer: User, noun: Noun, facet: str, value: str) -> QuerySet[Tally, tuple[str, int]]:
    """Say how many have one value of a facet, under the facet's name: a part of a union."""
    tier = tier_of(viewer)
    found = Tally.objects.filter(noun=noun, facet=facet, value=value).order_by()
    return (found.none() if tier is None else found.filter(tier=tier)).values_list("facet", "count")


def all_of(*, viewer: User, noun: Noun) -> int:
    """Say how many people or events there are that somebody may know of."""
    return tally(viewer=viewer, noun=noun, facets={ALL: ""})[ALL]


def capped(found: QuerySet[PersonSummary] | QuerySet[EventSummary], *, most: int = MOST) -> int:
    """Count, but no further than to one more than `most`: what is filtered need not be counted to the end."""
    return found.order_by()[: most + 1].count()


def lag() -> Lag:
    """Say how far summaries are behind the ledger, in one question."""
    head = Subquery(Entry.objects.order_by("-seq").values("seq")[:1])
    found = Followed.objects.annotate(head=head, waiting=Exists(Stale.objects.exclude(noun=Noun.SERIES)))
    row = found.values_list("seq", "version", "head", "waiting").first()
    if row is None:
        return Lag(entries=Entry.objects.count(), waiting=True, version=0)
    seq, version, last, waiting = row
    return Lag(entries=(last or 0) - seq, waiting=bool(waiting), version=version)


def row_of(one: PersonSummary) -> PersonRow:
    """Make the row of a list, without another question."""
    return PersonRow(
        person=Person(id=one.person_id, number=one.number, created_at=one.changed_at),
        label=one.label,
        described=one.described,
        names=tuple(NameForm(**{**form, "documents": ()}) for form in one.names),
        documents=one.documents,
        custody=tuple(CustodyLine(**{**line, "others": tuple(line["others"])}) for line in one.custody),
        proposals=one.proposals,
        mentions=tuple(UUID(mention) for mention in one.mentions),
    )
