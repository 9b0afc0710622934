"""What can be asked about claims and what they are about."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims.errors import NoSuchClaim
from kualik.cases.claims.models import Claim, Decision, Entity
from kualik.cases.documents.models import Document
from kualik.cases.sources.policy import levels
from kualik.engine.facts import Status

__all__ = ["claim", "claims", "counts", "decisions", "document_claims", "entities", "entity", "for_entities"]


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
    found = claims(viewer=viewer).select_related("entity", "value_entity", "document").filter(pk=_uuid("claim", id))
    if (one := found.first()) is None:
        raise NoSuchClaim(what="claim", id_=id)
    return one


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
    found = claims(viewer=viewer).filter(document=document).select_related("entity", "value_entity", "made_by")
    return found.order_by("start", "end", "made_at", "id")


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
