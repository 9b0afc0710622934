"""Whether every claim is as it was made, and stands where the decisions in the ledger put it."""

from collections.abc import Iterator
from typing import Any

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.ledger.canonical import stamp
from kualik.cases.ledger.commitments import commit
from kualik.cases.ledger.models import Entry
from kualik.cases.ledger.verification import Problem
from kualik.engine.facts import Status

__all__ = ["claim_commitment", "entity_commitment", "problems"]

DECIDED = {
    "claim:accepted": Status.ACCEPTED,
    "claim:rejected": Status.REJECTED,
    "claim:withdrawn": Status.WITHDRAWN,
    "claim:reopened": Status.PROPOSED,
}


def claim_commitment(claim: Claim) -> str:
    """Commit to a claim: everything in it but its status, which decisions change."""
    return commit(
        {
            "id": str(claim.id),
            "document": str(claim.document_id),
            "entity": str(claim.entity_id),
            "property": claim.property,
            "value": claim.value,
            "value_entity": str(claim.value_entity_id or ""),
            "stance": claim.stance,
            "voice": list(claim.voice),
            "start": claim.start,
            "end": claim.end,
            "quote": claim.quote,
            "method": claim.method,
            "confidence": repr(float(claim.confidence)),
            "supersedes": str(claim.supersedes_id or ""),
            "made_by": str(claim.made_by_id),
            "made_at": stamp(claim.made_at),
        }
    )


def entity_commitment(entity: Entity) -> str:
    """Commit to an entity."""
    return commit(
        {
            "id": str(entity.id),
            "document": str(entity.document_id),
            "local_id": entity.local_id,
            "schema": entity.schema,
            "name": entity.name,
            "description": entity.description,
            "aliases": list(entity.aliases),
            "count": entity.count,
            "roles": list(entity.roles),
        }
    )


def problems() -> Iterator[Problem]:
    """Check every claim and entity against the ledger."""
    entities: dict[str, str] = {}
    claims: dict[str, str] = {}
    standing: dict[str, str] = {}
    for kind, details in Entry.objects.filter(kind__startswith="claim:").order_by("seq").values_list("kind", "details"):
        entities |= details.get("entities", {})
        claims |= details.get("made", {})
        _replay(kind, details, standing)
    yield from _entities(entities)
    yield from _claims(claims, standing)


def _replay(kind: str, details: dict[str, Any], standing: dict[str, str]) -> None:
    for id_ in details.get("made", {}):
        standing[id_] = details["status"]
    for id_ in details.get("claims", ()):
        standing[id_] = DECIDED[kind]
    for id_ in details.get("withdrawn", ()):
        standing[id_] = Status.WITHDRAWN
    if "superseded" in details:
        standing[details["superseded"]] = Status.WITHDRAWN


def _entities(promised: dict[str, str]) -> Iterator[Problem]:
    for entity in Entity.objects.iterator():
        if promised.pop(str(entity.id), None) != entity_commitment(entity):
            yield Problem(where=f"entity {entity.id}", what="is not as the ledger says that it was made")
    for gone in promised:
        yield Problem(where=f"entity {gone}", what="the ledger says that it was made, and it is gone")


def _claims(promised: dict[str, str], standing: dict[str, str]) -> Iterator[Problem]:
    for claim in Claim.objects.iterator():
        where = f"claim {claim.id}"
        if promised.pop(str(claim.id), None) != claim_commitment(claim):
            yield Problem(where=where, what="is not as the ledger says that it was made")
        if standing.get(str(claim.id), claim.status) != claim.status:
            yield Problem(where=where, what=f"is {claim.status}, and by the ledger {standing[str(claim.id)]}")
    for gone in promised:
        yield Problem(where=f"claim {gone}", what="the ledger says that it was made, and it is gone")
