"""Who may stand in a release: people with a consent for its audience, found among any number of people."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.people import queries as people
from kualik.cases.people.models import Mention, Person
from kualik.cases.releases import consenting, policy
from kualik.cases.releases.models import Audience, Consent
from kualik.cases.summaries import queries as summaries
from kualik.cases.summaries.models import PersonSummary

__all__ = ["Candidate", "CandidatePage", "candidates", "chosen", "fitting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who could stand in a release; without a consent in force they cannot."""

    person: Person
    label: str
    consent: Consent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePage:
    """A stretch of a list of candidates."""

    rows: tuple[Candidate, ...]
    total: int


def candidates(*, viewer: User, audience: Audience, query: str = "", limit: int = 50, offset: int = 0) -> CandidatePage:
    """List who has a consent for an audience, by name; with a query everybody of that name, with one or without.

    Args:
        viewer: who looks; nothing is listed for who may not see consents.
        audience: for whom the release is to be.
        query: a name in any spelling, or a number.
        limit: how many at most.
        offset: how many are passed over.
    """
    if not policy.may_see_consents(viewer):
        return CandidatePage(rows=(), total=0)
    if query:
        found = people.people(viewer=viewer, query=query, limit=limit, offset=offset)
        labels = {row.person.pk: row.label for row in found.rows}
        persons = {row.person.pk: row.person for row in found.rows}
        total = found.total
    else:
        listed = _consented(viewer, audience)
        shown = list(listed.select_related("person").order_by("sort_key", "number")[offset : offset + limit])
        labels = {one.person_id: one.label for one in shown}
        persons = {one.person_id: one.person for one in shown}
        total = summaries.capped(listed)
    standing = _standing(audience, persons)
    return CandidatePage(
        rows=tuple(_candidate(one, labels[pk], standing.get(pk)) for pk, one in persons.items()), total=total
    )


def fitting(*, viewer: User, audience: Audience, limit: int) -> list[UUID]:
    """List the persons of all consents in force for an audience, by name, as a draft takes them."""
    if not policy.may_see_consents(viewer):
        return []
    listed = _consented(viewer, audience).order_by("sort_key", "number").values_list("person", flat=True)[:limit]
    ordered = list(listed)
    standing = _standing(audience, ordered)
    return [standing[pk].person_id for pk in ordered if pk in standing]


def chosen(*, viewer: User, audience: Audience, persons: Collection[UUID]) -> list[Candidate]:
    """Look up who was chosen, in that order; those that the viewer may not know of are left out."""
    if not policy.may_see_consents(viewer):
        return []
    now = dict(Mention.objects.filter(origin__in=persons).values_list("origin", "person"))
    labels = dict(summaries.people(viewer=viewer).filter(person__in=set(now.values())).values_list("person", "label"))
    found = Person.objects.in_bulk([one for one in persons if now.get(one) in labels])
    given = Consent.objects.filter(person__in=found, audience=audience, withdrawn_at=None)
    held = _in_force(given.select_related("person").order_by("recorded_at"))
    standing = {one.person_id: one for one in held}
    return [
        Candidate(person=found[pk], label=labels[now[pk]], consent=standing.get(pk)) for pk in persons if pk in found
    ]


def _consented(viewer: User, audience: Audience) -> QuerySet[PersonSummary]:
    given = Consent.objects.filter(audience=audience, withdrawn_at=None)  # few beside all the people there may be
    return summaries.people(viewer=viewer).filter(person__in=given.values("person__first_mention__person"))


def _standing(audience: Audience, persons: Iterable[UUID]) -> dict[UUID, Consent]:
    """Find the latest consent in force of each person, under whichever number it was recorded."""
    given = Consent.objects.filter(
        audience=audience, withdrawn_at=None, person__first_mention__person__in=list(persons)
    )
    told = given.annotate(now=F("person__first_mention__person")).select_related("person").order_by("recorded_at")
    return {one.now: one for one in _in_force(told)}  # type: ignore[attr-defined]  # annotated above


def _in_force(given: Iterable[Consent]) -> list[Consent]:
    told = list(given)
    gone = consenting.ended(told)
    return [one for one in told if one.pk not in gone]


def _candidate(person: Person, label: str, consent: Consent | None) -> Candidate:
    return Candidate(person=consent.person if consent else person, label=label, consent=consent)
