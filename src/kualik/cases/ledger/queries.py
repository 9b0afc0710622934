"""What can be asked of the ledger."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from django.db.models import QuerySet

from kualik.cases.ledger import policy
from kualik.cases.ledger.canonical import GENESIS, Row, stamp
from kualik.cases.ledger.models import Entry
from kualik.cases.ledger.policy import Actor

__all__ = ["about", "entries", "head", "own", "rows"]

CHUNK = 2000  # rows fetched at a time


def entries(
    *,
    viewer: Actor,
    kind: str = "",
    about: str = "",
    actor: str = "",
    day: date | None = None,
    limit: int = 100,
    before: int | None = None,
) -> list[Entry]:
    """List entries, the newest first, for an administrator; nothing for anybody else.

    Args:
        viewer: who looks.
        kind: a kind ("claim:accepted"), or a noun with its colon ("claim:") for all its deeds; empty for all.
        about: noun:id of one thing; empty for all.
        actor: the user name of who acted; empty for all.
        day: the day in UTC on which it was done; None for all.
        limit: how many at most.
        before: only entries with a lower number.
    """
    if not policy.may_read(viewer):
        return []
    found = Entry.objects.select_related("actor").order_by("-seq")
    if kind:
        found = found.filter(kind__startswith=kind) if kind.endswith(":") else found.filter(kind=kind)
    if about:
        found = found.filter(about=about)
    if actor:
        found = found.filter(actor__username=actor)
    if day is not None:
        found = found.filter(at__range=(datetime.combine(day, time.min, UTC), datetime.combine(day, time.max, UTC)))
    if before is not None:
        found = found.filter(seq__lt=before)
    return list(found[:limit])


def about(*, viewer: Actor, about: str) -> QuerySet[Entry]:
    """List what was done to one thing, the oldest first. Whether the viewer may see that thing, the caller checked."""
    found = Entry.objects.select_related("actor").filter(about=about).order_by("seq")
    return found if policy.may_read_about(viewer) else found.none()


def own(*, viewer: Actor, kind: str = "", limit: int = 50) -> list[Entry]:
    """List one's own latest deeds, the newest first: nobody has to be an administrator for that.

    Args:
        viewer: who looks.
        kind: a noun with its colon ("claim:") for all its deeds; empty for all.
        limit: how many of one's deeds are looked through.
    """
    found = Entry.objects.filter(actor_id=viewer.pk).order_by("-seq")[:limit]
    return [entry for entry in found if entry.kind.startswith(kind)]


def rows(*, viewer: Actor) -> Iterator[Row]:
    """Go through the whole ledger in its order, as plain values to be checked or exported.

    Raises:
        LedgerClosed: the viewer is no administrator.
    """
    policy.check_may_read(viewer)
    return (_row(entry) for entry in Entry.objects.order_by("seq").iterator(chunk_size=CHUNK))


def _row(entry: Entry) -> Row:
    return Row(
        seq=entry.seq,
        at=stamp(entry.at),
        actor=str(entry.actor_id),
        kind=entry.kind,
        about=entry.about,
        details=entry.details,
        previous=entry.previous,
        hash=entry.hash,
    )


def head() -> tuple[int, str]:
    """Find the number and the hash of the last entry: what a witness writes down to notice a later cut."""
    last = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
    return last or (0, GENESIS)
