"""The list of documents: each with how far its review has come. Stands on tallies, so that nothing is counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Tally
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.sources.models import Source, State
from kualik.cases.sources.policy import unseen

__all__ = ["Order", "Row", "Wanted", "listed", "rows"]


class Order(StrEnum):
    """What comes first in a list of documents."""

    WAITING = "waiting"
    READ = "read"
    PUBLISHED = "published"


FIELDS = {
    Order.WAITING: ("-proposed", "-read_at", "document_id"),
    Order.READ: ("-read_at", "document_id"),
    Order.PUBLISHED: ("-published", "document_id"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which documents are asked for; what is left empty does not narrow the list."""

    waiting: bool = False
    language: str = ""
    publisher: str = ""
    order: Order = Order.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A document in the list, without its text; `replaced` where a later reading of the same part stands."""

    document: Document
    proposed: int
    accepted: int
    replaced: bool


def listed(*, viewer: User, wanted: Wanted) -> QuerySet[Tally]:
    """List the documents that the viewer may know of by their tallies alone: an index gives their order.

    What the viewer may not see is left out by a short list of what is hidden, not joined in by a long one of the rest.
    """
    hidden = Source.objects.filter(Q(level__in=unseen(viewer)) | Q(state=State.WITHDRAWN)).order_by()
    found = Tally.objects.exclude(source__in=hidden.values("pk"))
    if wanted.waiting:
        found = found.filter(proposed__gt=0)
    if wanted.language:
        found = found.filter(language=wanted.language)
    if wanted.publisher:
        found = found.filter(document__publisher__icontains=wanted.publisher)
    return found.order_by(*FIELDS[wanted.order])


def rows(*, viewer: User, tallies: Iterable[Tally]) -> list[Row]:
    """Fetch the documents of a page of the list."""
    shown = list(tallies)
    same = Document.objects.filter(source=OuterRef("source"), part=OuterRef("part"))
    found = documents.documents(viewer=viewer).filter(pk__in=[one.pk for one in shown])
    known = found.defer("text", "fingerprint").annotate(replaced=Exists(same.filter(version__gt=OuterRef("version"))))
    by_id = {one.pk: one for one in known}
    return [
        Row(
            document=by_id[one.pk],
            proposed=one.proposed,
            accepted=one.accepted,
            replaced=by_id[one.pk].replaced,
        )
        for one in shown
        if one.pk in by_id
    ]
