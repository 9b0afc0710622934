"""Everything that can be done to a claim. Nothing else writes one. A claim is never edited: it is superseded."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Unpack
from uuid import UUID

from django.db import transaction

from kualik.cases.accounts.models import User
from kualik.cases.claims import policy, queries, verification, writing
from kualik.cases.claims.errors import ClaimRefused, NoSuchClaim, NothingToDecide, PassageMismatch
from kualik.cases.claims.models import Claim, Decision, Entity
from kualik.cases.documents.models import Document
from kualik.cases.ledger import actions as ledger
from kualik.cases.ledger.canonical import JSON
from kualik.engine import facts
from kualik.engine.facts import Stance, Status
from kualik.engine.facts.schemata import properties

__all__ = ["accept", "add", "correct", "propose", "reject", "reopen", "withdraw"]

BY_A_PERSON = "person"
LONGEST_NAME, LONGEST_DESCRIPTION = 300, 500  # characters


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
    entities = {one.id: _entity(document, one) for one in reading.entities}
    claims = [_proposed(by, at, document, one, entities) for one in reading.claims]
    Entity.objects.bulk_create(entities.values())
    Claim.objects.bulk_create(claims)
    details = _made(claims, entities.values(), Status.PROPOSED)
    ledger.write(by=by, at=at, kind="claim:proposed", about=f"document:{document.pk}", details=details)
    return claims


@transaction.atomic
def accept(*, by: User, at: datetime, claims: Collection[UUID], why: str = "") -> list[Claim]:
    """Accept claims that are proposed or were rejected.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are accepted or withdrawn already.
    """
    policy.check_may_decide(by)
    return _decide(by=by, at=at, claims=claims, became=Status.ACCEPTED, why=why)


@transaction.atomic
def reject(*, by: User, at: datetime, claims: Collection[UUID], why: str = "") -> list[Claim]:
    """Reject claims that are proposed or were accepted.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are rejected or withdrawn already.
    """
    policy.check_may_decide(by)
    return _decide(by=by, at=at, claims=claims, became=Status.REJECTED, why=why)


@transaction.atomic
def withdraw(*, by: User, at: datetime, claims: Collection[UUID], why: str = "") -> list[Claim]:
    """Withdraw claims, whatever was decided about them: an editor any, whoever proposed one their own.

    Raises:
        NotAllowed: `by` is no editor and one of the claims is not their own proposal.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are withdrawn already.
    """
    for claim in queries.claims(viewer=by).filter(pk__in=claims):
        policy.check_may_withdraw(by, claim)
    return _decide(by=by, at=at, claims=claims, became=Status.WITHDRAWN, why=why)


@transaction.atomic
def reopen(*, by: User, at: datetime, claims: Collection[UUID], why: str = "") -> list[Claim]:
    """Undo what was decided about claims: they are proposals again.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: one of them is not there, or not for `by` to know of.
        NothingToDecide: all of them are proposals.
    """
    policy.check_may_decide(by)
    return _decide(by=by, at=at, claims=claims, became=Status.PROPOSED, why=why)


@transaction.atomic
def correct(*, by: User, at: datetime, claim: UUID, why: str = "", **changed: Unpack[writing.Change]) -> Claim:
    """Put an accepted claim in the place of another; the other is withdrawn and stays to be seen.

    Args:
        by: an editor.
        at: when.
        claim: the one that is wrong.
        why: what was wrong with it.
        changed: its value, stance, voice or property as it should be; what is left out stays.

    Raises:
        NotAllowed: `by` is no editor.
        NoSuchClaim: it is not there, or not for `by` to know of.
        ClaimRefused: nothing is changed, or a change cannot be so.
        NothingToDecide: it was withdrawn already.
    """
    policy.check_may_decide(by)
    old = _locked(by, [claim])[0]
    if old.status == Status.WITHDRAWN:
        raise NothingToDecide(deed="corrected", count=1)
    new = _corrected(by, at, old, changed)
    new.save(force_insert=True)
    _moved([old], Status.WITHDRAWN, by, at, why)
    Decision.objects.create(claim=new, was="", became=Status.ACCEPTED, by=by, at=at, why=why)
    details = dict(_made([new], [], Status.ACCEPTED)) | {"superseded": str(old.pk)}
    ledger.write(by=by, at=at, kind="claim:corrected", about=f"claim:{new.pk}", details=details)
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
    entities: list[Entity] = []
    claim = _stated(by, at, document, stated, entities)
    claim.status = Status.ACCEPTED if policy.may_decide(by) else Status.PROPOSED
    claim.save(force_insert=True)
    if claim.status == Status.ACCEPTED:
        Decision.objects.create(claim=claim, was="", became=Status.ACCEPTED, by=by, at=at)
    details = _made([claim], entities, Status(claim.status))
    ledger.write(by=by, at=at, kind="claim:added", about=f"claim:{claim.pk}", details=details)
    return claim


def _made(claims: Collection[Claim], entities: Collection[Entity], status: Status) -> dict[str, JSON]:
    return {
        "made": {str(claim.pk): verification.claim_commitment(claim) for claim in claims},
        "entities": {str(entity.pk): verification.entity_commitment(entity) for entity in entities},
        "status": status.value,
    }


def _entity(document: Document, read: facts.Entity) -> Entity:
    return Entity(
        document=document,
        local_id=read.id,
        schema=read.schema.value,
        name=(read.name or "")[:LONGEST_NAME],
        description=(read.description or "")[:LONGEST_DESCRIPTION],
        aliases=list(read.aliases),
        count=read.count,
        roles=list(read.roles),
    )


def _proposed(by: User, at: datetime, document: Document, read: facts.Claim, entities: Mapping[str, Entity]) -> Claim:
    if document.text[read.start : read.end] != read.quote or not read.quote:
        raise PassageMismatch(document=document.pk, start=read.start, end=read.end, method=read.method)
    entity = entities[read.entity]
    known = properties(entity.schema).get(read.property)
    target = entities.get(read.value) if known and known.type == "entity" else None
    return Claim(
        document=document,
        entity=entity,
        property=read.property,
        value="" if target else read.value,
        value_entity=target,
        stance=read.stance.value,
        voice=list(read.voice),
        start=read.start,
        end=read.end,
        quote=read.quote,
        method=read.method,
        confidence=read.confidence,
        made_by=by,
        made_at=at,
    )


def _locked(by: User, claims: Collection[UUID]) -> list[Claim]:
    """Fetch claims so that nobody else decides about them meanwhile, all or none."""
    seen = queries.claims(viewer=by).filter(pk__in=claims).order_by("id").values_list("pk", flat=True)
    if missing := set(claims) - set(seen):
        raise NoSuchClaim(what="claim", id_=min(missing))
    return list(Claim.objects.select_for_update().filter(pk__in=claims).order_by("id"))


def _decide(*, by: User, at: datetime, claims: Collection[UUID], became: Status, why: str) -> list[Claim]:
    closed = {became, Status.WITHDRAWN} if became in {Status.ACCEPTED, Status.REJECTED} else {became}
    open_ = [claim for claim in _locked(by, claims) if claim.status not in closed]
    deed = "reopened" if became == Status.PROPOSED else became.value
    if not open_:
        raise NothingToDecide(deed=deed, count=len(claims))
    _moved(open_, became, by, at, why)
    about = f"claim:{open_[0].pk}" if len(open_) == 1 else f"document:{open_[0].document_id}"
    ledger.write(
        by=by, at=at, kind=f"claim:{deed}", about=about, details={"claims": [str(claim.pk) for claim in open_]}
    )
    return open_


def _moved(claims: Sequence[Claim], became: Status, by: User, at: datetime, why: str) -> None:
    Decision.objects.bulk_create(
        Decision(claim=claim, was=claim.status, became=became, by=by, at=at, why=why) for claim in claims
    )
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(status=became)
    for claim in claims:
        claim.status = became


def _corrected(by: User, at: datetime, old: Claim, changed: writing.Change) -> Claim:
    if not changed:
        raise ClaimRefused(why="nothing in it is changed")
    name = changed.get("property", old.property)
    as_text = "value" in changed or old.value_entity_id is None
    value = changed.get("value", old.value)
    writing.check_value(writing.known_property(old.entity.schema, name), value, is_entity=not as_text)
    return Claim(
        document_id=old.document_id,
        entity_id=old.entity_id,
        property=name,
        value=value if as_text else "",
        value_entity_id=None if as_text else old.value_entity_id,
        stance=Stance(changed.get("stance", old.stance)).value,
        voice=writing.check_voice(changed.get("voice", old.voice)),
        start=old.start,
        end=old.end,
        quote=old.quote,
        method=BY_A_PERSON,
        confidence=1.0,
        status=Status.ACCEPTED,
        supersedes=old,
        made_by=by,
        made_at=at,
    )


def _hold(by: User, document: Document) -> None:
    """Keep others from adding entities to the document meanwhile: they are numbered."""
    held = Document.objects.select_for_update(of=("self",)).filter(pk=document.pk).first()
    if held is None or not policy.documents.may_see(by, held):
        raise NoSuchClaim(what="document", id_=document.pk)


def _stated(by: User, at: datetime, document: Document, stated: writing.Statement, made: list[Entity]) -> Claim:
    quote = writing.check_passage(document.text, stated["start"], stated["end"])
    entity = _found_or_made(document, stated["entity"], made)
    target = _found_or_made(document, stated["value_entity"], made) if "value_entity" in stated else None
    value = stated.get("value", "").strip()
    writing.check_value(writing.known_property(entity.schema, stated["property"]), value, is_entity=target is not None)
    return Claim(
        document=document,
        entity=entity,
        property=stated["property"],
        value=value,
        value_entity=target,
        stance=Stance(stated.get("stance", Stance.ASSERTS)).value,
        voice=writing.check_voice(stated.get("voice", (document.publisher or facts.PUBLISHER,))),
        start=stated["start"],
        end=stated["end"],
        quote=quote,
        method=BY_A_PERSON,
        confidence=1.0,
        made_by=by,
        made_at=at,
    )


def _found_or_made(document: Document, wanted: UUID | writing.NewEntity, made: list[Entity]) -> Entity:
    if isinstance(wanted, UUID):
        found = Entity.objects.filter(pk=wanted, document=document).first()
        if found is None:
            raise NoSuchClaim(what="entity", id_=wanted)
        return found
    if not (wanted.name.strip() or wanted.description.strip()) and wanted.schema in NAMED:
        raise ClaimRefused(why="a person or body needs a name, or a description such as 'son of …'")
    entity = Entity(
        document=document,
        local_id=next(_free_ids(document)),
        schema=wanted.schema.value,
        name=wanted.name.strip()[:LONGEST_NAME],
        description=wanted.description.strip()[:LONGEST_DESCRIPTION],
        count=wanted.count,
        roles=list(wanted.roles),
    )
    entity.save(force_insert=True)
    made.append(entity)
    return entity


NAMED = {facts.Schema.PERSON, facts.Schema.ORGANIZATION}


def _free_ids(document: Document) -> Iterator[str]:
    taken = set(document.entities.filter(local_id__startswith="p").values_list("local_id", flat=True))
    return (f"p{number}" for number in range(1, len(taken) + 2) if f"p{number}" not in taken)
