"""What can be asked about claims and what they are about."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims.errors import NoSuchClaim
from kualik.cases.claims.models import Claim, Decision, Entity, Tally
from kualik.cases.documents.models import Document
from kualik.cases.sources.policy import levels
from kualik.engine.facts import Status

__all__ = [
    "before",
    "claim",
    "claims",
    "counts",
    "decided_at",
    "decisions",
    "document_claims",
    "entities",
    "entity",
    "for_entities",
    "in_order",
    "places",
    "standing",
    "tally",
    "waiting",
]


def claims(*, viewer: User) -> QuerySet[Claim]:
    """List the claims that the viewer may know of, whatever their status."""
    return Claim.objects.filter(document__source__level__in=levels(viewer))


def entities(*, viewer: User) -> QuerySet[Entity]:
    """List the entities that the viewer may know of."""
    return Entity.objects.filter(document__source__level__in=levels(viewer))


def claim(*, viewer: User, id: UUID | str) -> Claim:  # noqa: A002 (what it is called everywhere)
    """Find one claim.

    Raises:
        NoSuchClaim: there is none, or none that the viewer may know of.
    """
    return _claim(viewer, id)


def _claim(viewer: User, id_: UUID | str) -> Claim:
    found = claims(viewer=viewer).select_related("entity", "value_entity", "document__source", "made_by")
    found = found.defer("document__text", "document__fingerprint")  # a table's text can be twenty megabytes
    if (one := found.filter(pk=_uuid("claim", id_)).first()) is None:
        raise NoSuchClaim(what="claim", id_=id_)
    return one


def standing(*, viewer: User, claim: Claim) -> Claim:
    """Follow a claim to the one that stands in its place now; itself where nobody corrected it.

    Raises:
        NoSuchClaim: it is not there any more, or not for the viewer to know of.
    """
    found = claim.pk
    while later := claims(viewer=viewer).filter(supersedes=found).values_list("pk", flat=True).first():
        found = later
    return _claim(viewer, found)


def entity(*, viewer: User, id: UUID | str) -> Entity:  # noqa: A002 (what it is called everywhere)
    """Find one entity.

    Raises:
        NoSuchClaim: there is none, or none that the viewer may know of.
    """
    found = entities(viewer=viewer).select_related("document").filter(pk=_uuid("entity", id)).first()
    if found is None:
        raise NoSuchClaim(what="entity", id_=id)
    return found


def _uuid(what: str, id_: UUID | str) -> UUID:
    try:
        return UUID(str(id_))
    except ValueError as error:
        raise NoSuchClaim(what=what, id_=id_) from error


def document_claims(*, viewer: User, document: Document) -> QuerySet[Claim]:
    """List the claims of one document in the order of its text, each with what it is about."""
    return in_order(viewer=viewer, document=document).select_related("entity", "value_entity", "made_by")


def in_order(*, viewer: User, document: Document) -> QuerySet[Claim]:
    """List the claims of one document in the order of its text: the order in which its page numbers them."""
    return claims(viewer=viewer).filter(document=document).order_by("start", "end", "id")


def before(*, viewer: User, claim: Claim) -> int:
    """Count the claims of its document that stand before a claim."""
    here = Q(start=claim.start)
    earlier = Q(start__lt=claim.start) | (here & Q(end__lt=claim.end)) | (here & Q(end=claim.end, id__lt=claim.pk))
    return claims(viewer=viewer).filter(earlier, document=claim.document_id).count()


def places(*, viewer: User, document: Document) -> QuerySet[Claim, tuple[UUID, int, int, str, str]]:
    """List where the claims of a document stand, in the order of its text: id, start, end, stance, status."""
    return in_order(viewer=viewer, document=document).values_list("pk", "start", "end", "stance", "status")


def tally(*, viewer: User, document: Document) -> Tally:
    """Say how far the review of a document has come; all zero where nothing was ever read from it."""
    found = Tally.objects.filter(document=document, document__source__level__in=levels(viewer)).first()
    return found or Tally(document=document, read_at=document.read_at)


def waiting(*, viewer: User, document: Document) -> QuerySet[Claim]:
    """List the proposals of a document."""
    return document_claims(viewer=viewer, document=document).filter(status=Status.PROPOSED.value)


def decided_at(*, viewer: User, document: Document, at: datetime) -> QuerySet[Claim]:
    """List the claims of a document that the viewer decided on in one act, and that nobody decided on since."""
    later = Decision.objects.filter(claim=OuterRef("pk"), at__gt=at)
    own = Decision.objects.filter(claim=OuterRef("pk"), at=at, by=viewer)
    return in_order(viewer=viewer, document=document).filter(Exists(own), ~Exists(later))


def for_entities(*, viewer: User, entities: Collection[UUID]) -> QuerySet[Claim]:
    """List the claims about any of these entities, or pointing at one."""
    found = claims(viewer=viewer).select_related("entity", "value_entity", "document", "document__source")
    return (found.filter(entity__in=entities) | found.filter(value_entity__in=entities)).distinct()


def decisions(*, viewer: User, claim: Claim) -> QuerySet[Decision]:
    """List what was decided about a claim, the oldest first."""
    return Decision.objects.filter(claim=claim, claim__document__source__level__in=levels(viewer)).select_related("by")


def counts(*, viewer: User, document: Document | None = None) -> dict[Status, int]:
    """Count claims by status, of one document or of all."""
    found = claims(viewer=viewer).order_by()
    if document:
        found = found.filter(document=document)
    counted = dict(found.values_list("status").annotate(Count("id")))
    return {status: counted.get(status.value, 0) for status in Status}
