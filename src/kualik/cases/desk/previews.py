"""What a deed to many would change, before it is done."""

from collections import Counter
from collections.abc import Collection as Many
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.desk.models import How, Membership
from kualik.cases.documents import queries as documents
from kualik.cases.people import queries as people
from kualik.cases.people.models import Person
from kualik.cases.people.rows import rows
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Status

__all__ = ["Preview", "Sample", "of_claims", "of_documents", "of_people"]

SHOWN = 20  # of those that change
INSIDE, OUTSIDE = "in", "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One that would change: what it is called, and how it is now."""

    label: str
    language: str
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """How many were chosen, how many of them would change from what, and the first of them."""

    chosen: int
    changing: tuple[tuple[str, int], ...]
    samples: tuple[Sample, ...]
    leaving: int = 0  # of those not chosen, who would no longer be in a collection

    @property
    def total(self) -> int:
        """How many would change."""
        return sum(count for _was, count in self.changing) + self.leaving


def of_people(*, viewer: User, ids: Many[UUID], title: str, how: How) -> Preview:
    """Show who would come into a collection, or go out of it."""
    members = Membership.objects.filter(collection__title=title.strip(), ended_at=None)
    within = set(members.values_list("person", flat=True))
    chosen = set(ids)
    changing = chosen & within if how == How.REMOVE else chosen - within
    persons = Person.objects.in_bulk(sorted(changing)[:SHOWN])
    shown = rows(viewer=viewer, persons=sorted(persons.values(), key=lambda one: one.number))
    was = INSIDE if how == How.REMOVE else OUTSIDE
    return Preview(
        chosen=len(chosen),
        changing=((was, len(changing)),) if changing else (),
        samples=tuple(Sample(label=row.label, language=_language(row.names), was=was) for row in shown),
        leaving=len(within - chosen) if how == How.REPLACE else 0,
    )


def _language(names: tuple[people.NameForm, ...]) -> str:
    return names[0].language if names else ""


def of_claims(*, viewer: User, ids: Many[UUID], became: Status) -> Preview:
    """Show which claims would be decided; those that are so already, or withdrawn, stay as they are."""
    found = claims.claims(viewer=viewer).filter(pk__in=ids).exclude(status__in=(became.value, Status.WITHDRAWN.value))
    changing = Counter(found.order_by().values_list("status", flat=True))
    wanted = ("value", "value_entity__name", "property", "document__language", "status")
    samples = (
        Sample(label=value or named or name, language=language, was=status)
        for value, named, name, language, status in found.order_by("pk").values_list(*wanted)[:SHOWN]
    )
    return _preview(ids, changing, samples)


def of_documents(*, viewer: User, ids: Many[UUID], level: Sensitivity) -> Preview:
    """Show of which documents the sensitivity would change."""
    found = documents.documents(viewer=viewer).filter(pk__in=ids).exclude(source__level=level)
    changing = Counter(found.order_by().values_list("source__level", flat=True))
    wanted = ("title", "source__handover__file_name", "language", "source__level")
    samples = (
        Sample(label=title or file_name, language=language if title else "", was=was)
        for title, file_name, language, was in found.order_by("pk").values_list(*wanted)[:SHOWN]
    )
    return _preview(ids, changing, samples)


def _preview(ids: Many[UUID], changing: Counter[str], samples: Iterable[Sample]) -> Preview:
    return Preview(chosen=len(ids), changing=tuple(sorted(changing.items())), samples=tuple(samples))
