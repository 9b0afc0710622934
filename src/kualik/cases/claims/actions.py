"""Everything that can be done to a claim. Nothing else writes one. A claim is never edited: it is superseded."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Unpack
from uuid import UUID

from django.db import transaction

from kualik.cases.accounts.models import User
from kualik.cases.claims import drafts, indexing, policy, queries, tallies, verification, writing
from kualik.cases.claims.errors import DecidedMeanwhile, NoSuchClaim, NothingToDecide
from kualik.cases.claims.models import Claim, Decision, Entity, Tally
from kualik.cases.documents import actions as texts
from kualik.cases.documents import policy as documents
from kualik.cases.documents.models import Document
from kualik.cases.ledger import actions as ledger
from kualik.cases.ledger.canonical import JSON
from kualik.engine import facts
from kualik.engine.facts import Status

__all__ = ["accept", "add", "correct", "propose", "propose_rows", "put_back", "reject", "reopen", "withdraw"]


@transaction.atomic
def propose(*, by: User, at: datetime, document: Document, reading: facts.Reading) -> list[Claim]:
    """Keep what a machine read in a document, as proposals.

    Args:
        by: whoever added the source, or a contributor.
        at: when.
        document: what was read; its text is the one that the passages count in.
        reading: the entities and claims.

    Raises:
        NotAllowed: nothing may be proposed in the name of `by`.
        PassageMismatch: a quote is not what the text says in its place; nothing is kept.
    """
    policy.check_may_propose(by, document)
    entities = {one.id: drafts.entity_read(document, one) for one in reading.entities}
    claims = [drafts.proposed(by, at, document, one, entities) for one in reading.claims]
    Entity.objects.bulk_create(entities.values())
    Claim.objects.bulk_create(claims)
    _indexed(by, at, claims, [one.pk for one in entities.values()], new=True)
    texts.index(by=by, at=at, rows=list(indexing.done_rows([document.pk])), again=True)
    details = _made(claims, entities.values(), Status.PROPOSED)
    ledger.write(by=by, at=at, kind="claim:proposed", about=f"document:{document.pk}", details=details)
    _tallied([document.pk])
    return claims


@transaction.atomic
def propose_rows(
    *, by: User, at: datetime, document: Document, claims: Sequence[Claim], entities: Sequence[Entity] = ()
) -> None:
    """Keep what some rows of a table say, as proposals. What they supersede is withdrawn, unless a person decided it.

    Args:
        by: a contributor, or whoever added the source.
        at: when.
        document: the table.
        claims: what `drafts` made of the rows; `supersedes` names the claim of the row as it was before.
        entities: those of them that are new.

    Raises:
        NotAllowed: nothing may be proposed in the name of `by`.
    """
    policy.check_may_propose(by, document)
    Entity.objects.bulk_create(entities)
    Claim.objects.bulk_create(claims)
    over = [claim.supersedes_id for claim in claims if claim.supersedes_id]
    undecided = Claim.objects.select_for_update().filter(pk__in=over, status=Status.PROPOSED.value)
    replaced = list(undecided.order_by("id"))
    _moved(replaced, Status.WITHDRAWN, by, at, f"document:{document.pk}")
    _indexed(by, at, claims, {claim.entity_id for claim in claims})
    gone: dict[str, JSON] = {"withdrawn": [str(claim.pk) for claim in replaced]}
    details = _made(claims, entities, Status.PROPOSED) | gone
    ledger.write(by=by, at=at, kind="claim:proposed", about=f"document:{document.pk}", details=details)
    _tallied({document.pk, *(claim.document_id for claim in replaced)})


@transaction.atomic
def accept(
    *, by: User, at: datetime, claims: Collection[UUID], why: str = "", seen: Status | None = None
) -> list[Claim]:
    """Accept claims that are proposed or were rejected.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are accepted or withdrawn already.
        DecidedMeanwhile: one of them is not in the state in which `by` saw it, where that is said.
    """
    policy.check_may_decide(by)
    return _decide(by=by, at=at, claims=claims, became=Status.ACCEPTED, why=why, seen=seen)


@transaction.atomic
def reject(
    *, by: User, at: datetime, claims: Collection[UUID], why: str = "", seen: Status | None = None
) -> list[Claim]:
    """Reject claims that are proposed or were accepted.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are rejected or withdrawn already.
        DecidedMeanwhile: one of them is not in the state in which `by` saw it, where that is said.
    """
    policy.check_may_decide(by)
    return _decide(by=by, at=at, claims=claims, became=Status.REJECTED, why=why, seen=seen)


@transaction.atomic
def withdraw(*, by: User, at: datetime, claims: Collection[UUID], why: str = "") -> list[Claim]:
    """Withdraw claims, whatever was decided about them: an editor any, whoever proposed one their own.

    Raises:
        NotAllowed: `by` is no editor and one of the claims is not their own proposal.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are withdrawn already.
    """
    for claim in _locked(by, claims):  # held, or an editor could accept a proposal between the check and the deed
        policy.check_may_withdraw(by, claim)
    return _decide(by=by, at=at, claims=claims, became=Status.WITHDRAWN, why=why)


@transaction.atomic
def reopen(
    *, by: User, at: datetime, claims: Collection[UUID], why: str = "", seen: Status | None = None
) -> list[Claim]:
    """Undo what was decided about claims: they are proposals again.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are proposals.
        DecidedMeanwhile: one of them is not in the state in which `by` saw it, where that is said.
    """
    policy.check_may_decide(by)
    return _decide(by=by, at=at, claims=claims, became=Status.PROPOSED, why=why, seen=seen)


@transaction.atomic
def put_back(*, by: User, at: datetime, statuses: Mapping[UUID, Status]) -> None:
    """Undo one decision about many claims: each is again what it was.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
    """
    policy.check_may_decide(by)
    held = _locked(by, statuses)
    for status in sorted(set(statuses.values())):
        _moved([claim for claim in held if statuses[claim.pk] == status], status, by, at, "")
    back: dict[str, JSON] = {"claims": [str(claim.pk) for claim in held]}
    ledger.write(by=by, at=at, kind="claim:put-back", about=f"document:{held[0].document_id}", details=back)
    _tallied({claim.document_id for claim in held})


@transaction.atomic
def correct(
    *,
    by: User,
    at: datetime,
    claim: UUID,
    why: str = "",
    seen: Status | None = None,
    **changed: Unpack[writing.Change],
) -> Claim:
    """Put an accepted claim in the place of another; the other is withdrawn and stays to be seen.

    Args:
        by: an editor.
        at: when.
        claim: the one that is wrong.
        why: what was wrong with it.
        seen: the state in which `by` saw it, where that is known.
        changed: its value, stance, voice or property as it should be; what is left out stays.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: it is not there, or not for `by` to know of.
        ClaimRefused: nothing is changed, or a change cannot be so.
        NothingToDecide: it was withdrawn already.
        DecidedMeanwhile: it is not in the state in which `by` saw it, where that is said.
    """
    policy.check_may_decide(by)
    old = _locked(by, [claim])[0]
    if seen not in {None, old.status}:
        raise DecidedMeanwhile(claim=old.pk, status=old.status)
    if old.status == Status.WITHDRAWN:
        raise NothingToDecide(deed="corrected", count=1)
    new = drafts.corrected(by, at, old, changed)
    new.save(force_insert=True)
    _moved([old], Status.WITHDRAWN, by, at, why)
    _indexed(by, at, [new], [new.entity_id])
    Decision.objects.create(claim=new, was="", became=Status.ACCEPTED, by=by, at=at, why=why)
    details = dict(_made([new], [], Status.ACCEPTED)) | {"superseded": str(old.pk)}
    ledger.write(by=by, at=at, kind="claim:corrected", about=f"claim:{new.pk}", details=details)
    _tallied([new.document_id])
    return new


@transaction.atomic
def add(*, by: User, at: datetime, document: Document, **stated: Unpack[writing.Statement]) -> Claim:
    """Add a claim of a person's own reading: accepted from an editor, proposed from a contributor.

    Args:
        by: a contributor or an editor who may know of the document.
        at: when.
        document: where it stands.
        stated: entity (one of the document's, or a new one), property, value or value_entity, stance ("asserts" when
            left out), voice (the document's publisher when left out), start, end in code points.

    Raises:
        NotAllowed: `by` is no contributor.
        NoSuchClaim: an entity is not there, or the document is not for `by` to know of.
        ClaimRefused: it cannot be so; says why.
    """
    policy.check_may_add(by)
    _hold(by, document)
    claim, entities = drafts.stated(by, at, document, stated)
    Entity.objects.bulk_create(entities)
    claim.status = Status.ACCEPTED if policy.may_decide(by) else Status.PROPOSED
    claim.save(force_insert=True)
    _indexed(by, at, [claim], {claim.entity_id, *(one.pk for one in entities)})
    if claim.status == Status.ACCEPTED:
        Decision.objects.create(claim=claim, was="", became=Status.ACCEPTED, by=by, at=at)
    details = _made([claim], entities, Status(claim.status))
    ledger.write(by=by, at=at, kind="claim:added", about=f"claim:{claim.pk}", details=details)
    _tallied([document.pk])
    return claim


def _made(claims: Collection[Claim], entities: Collection[Entity], status: Status) -> dict[str, JSON]:
    return {
        "made": {str(claim.pk): verification.claim_commitment(claim) for claim in claims},
        "entities": {str(entity.pk): verification.entity_commitment(entity) for entity in entities},
        "status": status.value,
    }


def _locked(by: User, claims: Collection[UUID]) -> list[Claim]:
    """Fetch claims so that nobody else decides about them meanwhile, all or none."""
    seen = queries.claims(viewer=by).filter(pk__in=claims).order_by("id").values_list("pk", flat=True)
    if missing := set(claims) - set(seen):
        raise NoSuchClaim(what="claim", id_=min(missing))
    return list(Claim.objects.select_for_update().filter(pk__in=claims).order_by("id"))


def _decide(
    *, by: User, at: datetime, claims: Collection[UUID], became: Status, why: str, seen: Status | None = None
) -> list[Claim]:
    closed = {became, Status.WITHDRAWN} if became in {Status.ACCEPTED, Status.REJECTED} else {became}
    held = _locked(by, claims)
    if changed := [claim for claim in held if seen not in {None, claim.status}]:
        raise DecidedMeanwhile(claim=changed[0].pk, status=changed[0].status)
    open_ = [claim for claim in held if claim.status not in closed]
    deed = "reopened" if became == Status.PROPOSED else became.value
    if not open_:
        raise NothingToDecide(deed=deed, count=len(claims))
    _moved(open_, became, by, at, why)
    about = f"claim:{open_[0].pk}" if len(open_) == 1 else f"document:{open_[0].document_id}"
    ledger.write(
        by=by, at=at, kind=f"claim:{deed}", about=about, details={"claims": [str(claim.pk) for claim in open_]}
    )
    _tallied({claim.document_id for claim in open_})
    return open_


def _moved(claims: Sequence[Claim], became: Status, by: User, at: datetime, why: str) -> None:
    Decision.objects.bulk_create(
        Decision(claim=claim, was=claim.status, became=became, by=by, at=at, why=why) for claim in claims
    )
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(status=became)
    crossing = [one for one in claims if (one.status in indexing.IN_FORCE) != (became in indexing.IN_FORCE)]
    for claim in claims:
        claim.status = became
    _indexed(by, at, [], {one.entity_id for one in crossing})


def _indexed(
    by: User, at: datetime, claims: Collection[Claim], entities: Collection[UUID], *, new: bool = False
) -> None:
    """Let claims, and what they are about, be found by what is said now."""
    if claims or entities:
        rows = [*indexing.claim_rows(claims), *indexing.entity_rows(entities)]
        texts.index(by=by, at=at, rows=rows, again=not new)


def _tallied(documents: Collection[UUID]) -> None:
    """Keep how far the review of documents has come; after the ledger's entry, whose lock puts writers in a row."""
    Tally.objects.bulk_create(
        tallies.counted(documents),
        update_conflicts=True,
        unique_fields=["document"],
        update_fields=[*tallies.COUNTED],
    )


def _hold(by: User, document: Document) -> None:
    """Keep others from adding entities to the document meanwhile: they are numbered."""
    held = Document.objects.select_for_update(of=("self",)).filter(pk=document.pk).first()
    if held is None or not documents.may_see(by, held):
        raise NoSuchClaim(what="document", id_=document.pk)
