"""Whether a consent still stands: a withdrawal ends every consent of one human being for one audience."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kualik.cases.people.models import Mention, Person
from kualik.cases.releases.models import Consent

__all__ = ["ended", "of_one", "same_being"]


def same_being(person: Person) -> QuerySet[Person]:
    """Find the persons who are held to be this human being now, this one included: as part of another question."""
    now = Mention.objects.filter(origin=person).values("person")
    origins = Mention.objects.filter(person__in=now).values("origin")
    return Person.objects.filter(Q(pk=person.pk) | Q(pk__in=origins))


def of_one(person: Person) -> set[UUID]:
    """List the persons who are held to be this human being now, this one included."""
    return set(same_being(person).values_list("pk", flat=True))


def ended(consents: Collection[Consent]) -> set[UUID]:
    """Find which consents do not stand any more.

    One that was recorded twice, or of somebody found to be two persons here, may be withdrawn at one place alone:
    whoever withdraws means that it ends. One that was recorded after the withdrawal stands.
    """
    now = dict(Mention.objects.filter(origin__in=[one.person_id for one in consents]).values_list("origin", "person"))
    last = _last_withdrawals(now.values())
    return {
        one.pk
        for one in consents
        if one.withdrawn_at is not None
        or ((at := last.get((now.get(one.person_id), one.audience))) is not None and at >= one.recorded_at)
    }


def _last_withdrawals(persons: Collection[UUID]) -> dict[tuple[UUID | None, str], datetime]:
    withdrawn = Consent.objects.filter(person__first_mention__person__in=persons, withdrawn_at__isnull=False)
    ordered = withdrawn.order_by("withdrawn_at")
    told = ordered.values_list("person__first_mention__person", "audience", "withdrawn_at")
    return {(person, audience): at for person, audience, at in told if at is not None}
