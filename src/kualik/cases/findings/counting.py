"""Everything that can be asked about counts: those kept, and the lists there are to count from."""

from uuid import UUID

from django.db.models import QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.findings.captures import Captured, Chosen, capture
from kualik.cases.findings.errors import NoSuchCount
from kualik.cases.findings.models import Count, CountState
from kualik.cases.sources.policy import levels

__all__ = ["captured", "count", "counts", "holders", "waiting_counts"]


def counts(*, viewer: User) -> QuerySet[Count]:
    """List the counts that somebody may see: those of sources all of which they may know of; the newest first."""
    allowed = levels(viewer)
    hidden = [one.pk for one in Count.objects.only("pk", "levels") if not allowed.issuperset(one.levels)]
    found = Count.objects.exclude(pk__in=hidden) if allowed else Count.objects.none()
    return found.select_related("asked_by").defer("checkpoint", "report")


def count(*, viewer: User, reference: UUID | str) -> Count:
    """Find one count.

    Raises:
        NoSuchCount: there is none, or none that the viewer may see.
    """
    try:
        id_ = UUID(str(reference))
    except ValueError as error:
        raise NoSuchCount(reference=str(reference)) from error
    found = counts(viewer=viewer).filter(pk=id_).first()
    if found is None:
        raise NoSuchCount(reference=str(reference))
    return found


def captured(*, viewer: User, chosen: Chosen) -> Captured:
    """Make the capture table that somebody asks about, without keeping it."""
    return capture(viewer=viewer, chosen=chosen)


def waiting_counts() -> int:
    """Count those that wait to be counted."""
    return Count.objects.filter(state=CountState.WAITING).count()


def holders() -> set[str]:
    """Name the workers that hold a count; whether they live, whoever asks has to find out."""
    return set(Count.objects.filter(state=CountState.COUNTING).values_list("lease_holder", flat=True))
