"""What can be asked about batches and the tables in them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from kualik.cases.accounts.models import User
from kualik.cases.arrivals.errors import NoSuchBatch
from kualik.cases.arrivals.models import Arrival, Batch, Import, Outcome, Stage, Standing
from kualik.cases.claims.models import Claim
from kualik.cases.claims.queries import claims
from kualik.cases.documents.models import Document
from kualik.cases.sources import policy
from kualik.cases.sources.models import Earlier, Source, State
from kualik.cases.sources.policy import levels
from kualik.engine.extracting.rows import METHOD
from kualik.engine.facts import Status
from kualik.engine.reading.sniffing import TABLES

__all__ = [
    "Progress",
    "about",
    "arrivals",
    "batch",
    "batches",
    "claims_of",
    "documents_of",
    "earlier",
    "imports",
    "inside",
    "of_source",
    "progress",
    "sources_of",
    "table",
    "tables_to_map",
]

DECIDED = (Status.ACCEPTED.value, Status.REJECTED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the reading of a batch has come, and what waits in it: counts."""

    sources: int
    waiting: int
    read: int
    refused: int
    withdrawn: int
    claims: dict[str, int]

    @property
    def decided(self) -> int:
        """How many of its claims people accepted or rejected."""
        return sum(self.claims.get(status, 0) for status in DECIDED)

    @property
    def total(self) -> int:
        """All its claims that are not withdrawn."""
        return self.claims.get(Status.PROPOSED.value, 0) + self.decided


def about(batch: Batch) -> str:
    """Say how the ledger names a batch."""
    return f"batch:{batch.pk}"


def batches(*, viewer: User) -> QuerySet[Batch]:
    """List the batches of which the viewer may know something, the newest first. One's own are always among them."""
    seen = levels(viewer)
    files = Q(arrivals__source__level__in=seen) | Q(arrivals__outcome=Outcome.REFUSED)
    rows = Q(table__document__source__level__in=seen) & ~Q(table__stage=Stage.DROPPED)
    mine = Q(by=viewer) & ~Q(table__stage=Stage.DROPPED)
    found = Batch.objects.filter(pk__in=Batch.objects.filter(files | rows | mine).values("pk"))
    return found.select_related("by", "table") if seen else found.none()


def batch(*, viewer: User, id: UUID) -> Batch:  # noqa: A002 (what it is called everywhere)
    """Find one batch.

    Raises:
        NoSuchBatch: there is none, or none that the viewer may know of.
    """
    found = Batch.objects.select_related("by", "moved_by", "table__document__source", "table__mapping").filter(pk=id)
    one = found.filter(pk__in=batches(viewer=viewer).values("pk")).first()
    if one is None:
        raise NoSuchBatch(batch=id)
    return one


def arrivals(*, viewer: User, batch: Batch) -> QuerySet[Arrival]:
    """List what came in with a batch, in its order; what the viewer may not know of is left out."""
    seen = Q(source__level__in=levels(viewer)) | Q(source=None)
    found = Arrival.objects.filter(seen, batch=batch).select_related("source", "source__handover", "inside__source")
    return found.order_by("id")


def of_source(*, viewer: User, source: Source) -> QuerySet[Arrival]:
    """List how a source came in, each time, with what it was inside of."""
    found = Arrival.objects.filter(source=source, source__level__in=levels(viewer))
    return found.select_related("batch__by", "inside__source__handover")


def inside(*, viewer: User, source: Source) -> QuerySet[Arrival]:
    """List what came out of a source: attachments, letters of a mailbox, files of a zip folder."""
    found = Arrival.objects.filter(inside__source=source, source__level__in=levels(viewer))
    return found.select_related("source").order_by("id")


def earlier(*, viewer: User, source: Source) -> QuerySet[Earlier]:
    """List what was told of a source before; what custodians alone see is for them alone."""
    found = Earlier.objects.filter(source=source, source__level__in=levels(viewer)).select_related("by")
    return found if policy.may_add(viewer) else found.none()


def sources_of(batch: Batch) -> QuerySet[Source]:
    """Find the sources that a batch brought in; a table brings none, its file came before."""
    return Source.objects.filter(arrivals__batch=batch, arrivals__outcome=Outcome.NEW)


def claims_of(batch: Batch) -> QuerySet[Claim]:
    """Find the claims that a batch brought: those of its documents, or those of its rows."""
    if hasattr(batch, "table"):
        return Claim.objects.filter(document=batch.table.document_id, method=METHOD, made_at=batch.at)
    return Claim.objects.filter(document__source__in=sources_of(batch).values("pk"))


def progress(*, viewer: User, batch: Batch) -> Progress:
    """Count how far a batch has come."""
    seen = sources_of(batch).filter(level__in=levels(viewer)).order_by()
    states = dict(seen.values_list("state").annotate(Count("pk")))
    found = claims(viewer=viewer).filter(pk__in=claims_of(batch).values("pk")).order_by()
    return Progress(
        sources=sum(states.values()),
        waiting=states.get(State.WAITING, 0) + states.get(State.READING, 0),
        read=states.get(State.READ, 0),
        refused=states.get(State.REFUSED, 0),
        withdrawn=states.get(State.WITHDRAWN, 0),
        claims=dict(found.values_list("status").annotate(Count("pk"))),
    )


def table(*, viewer: User, id: UUID) -> Document:  # noqa: A002 (what it is called everywhere)
    """Find a table as it was read.

    Raises:
        NoSuchBatch: there is none, or none that the viewer may know of.
    """
    found = Document.objects.filter(pk=id, source__level__in=levels(viewer), source__media_type__in=TABLES)
    one = found.select_related("source", "source__handover").first()
    if one is None:
        raise NoSuchBatch(batch=id)
    return one


def documents_of(*, viewer: User, sources: Collection[str]) -> QuerySet[Document]:
    """List what was read from some sources, in their order, each part in its newest version only."""
    found = Document.objects.filter(source__in=sources, source__level__in=levels(viewer))
    newest = found.filter(source=OuterRef("source")).order_by("-version").values("version")[:1]
    return found.filter(version=Subquery(newest)).order_by("source", "part").defer("text", "fingerprint")


def tables_to_map(*, viewer: User, sources: Collection[str]) -> QuerySet[Document]:
    """List the tables among some sources of which nobody has said yet what their columns mean."""
    found = Document.objects.filter(source__in=sources, source__level__in=levels(viewer), source__mapping=None)
    begun = Import.objects.filter(document=OuterRef("pk"), batch__standing=Standing.IN).exclude(stage=Stage.DROPPED)
    return found.filter(~Exists(begun), source__media_type__in=TABLES).defer("text", "fingerprint")


def imports(*, viewer: User, document: Document) -> QuerySet[Import]:
    """List how often the rows of a table were taken in, or tried out, the newest first."""
    found = Import.objects.filter(document=document, document__source__level__in=levels(viewer))
    return found.exclude(stage=Stage.DROPPED).select_related("batch__by", "mapping").order_by("-batch__at")
