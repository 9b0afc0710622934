"""Claims and entities as they will be kept, not yet kept: `actions` does that."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import writing
from kualik.cases.claims.errors import ClaimRefused, NoSuchClaim, PassageMismatch
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents.models import Document
from kualik.engine import facts
from kualik.engine.facts import Stance, Status
from kualik.engine.facts.schemata import properties

__all__ = ["corrected", "entity_read", "proposed", "stated"]

BY_A_PERSON = "person"
LONGEST_NAME, LONGEST_DESCRIPTION = 300, 500  # characters
NAMED = {facts.Schema.PERSON, facts.Schema.ORGANIZATION}


def entity_read(document: Document, read: facts.Entity) -> Entity:
    """Give an entity as a machine read it."""
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


def proposed(by: User, at: datetime, document: Document, read: facts.Claim, entities: Mapping[str, Entity]) -> Claim:
    """Give a claim as a machine read it.

    Raises:
        PassageMismatch: its quote is not what the text says in its place.
    """
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


def corrected(by: User, at: datetime, old: Claim, changed: writing.Change) -> Claim:
    """Give the claim that takes the place of another.

    Raises:
        ClaimRefused: nothing is changed, or a change cannot be so.
    """
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


def stated(by: User, at: datetime, document: Document, said: writing.Statement) -> tuple[Claim, list[Entity]]:
    """Give a claim as a person states it, and the entities that are new with it.

    Raises:
        NoSuchClaim: an entity is not there.
        ClaimRefused: it cannot be so; says why.
    """
    quote = writing.check_passage(document.text, said["start"], said["end"])
    made: list[Entity] = []
    entity = _found_or_made(document, said["entity"], made)
    target = _found_or_made(document, said["value_entity"], made) if "value_entity" in said else None
    value = said.get("value", "").strip()
    writing.check_value(writing.known_property(entity.schema, said["property"]), value, is_entity=target is not None)
    claim = Claim(
        document=document,
        entity=entity,
        property=said["property"],
        value=value,
        value_entity=target,
        stance=Stance(said.get("stance", Stance.ASSERTS)).value,
        voice=writing.check_voice(said.get("voice", (document.publisher or facts.PUBLISHER,))),
        start=said["start"],
        end=said["end"],
        quote=quote,
        method=BY_A_PERSON,
        confidence=1.0,
        made_by=by,
        made_at=at,
    )
    return claim, made


def _found_or_made(document: Document, wanted: UUID | writing.NewEntity, made: list[Entity]) -> Entity:
    if isinstance(wanted, writing.NewEntity):
        made.append(_new(document, wanted, len(made)))
        return made[-1]
    found = Entity.objects.filter(pk=wanted, document=document).first()
    if found is None:
        raise NoSuchClaim(what="entity", id_=wanted)
    return found


def _new(document: Document, wanted: writing.NewEntity, made: int) -> Entity:
    name, description = wanted.name.strip()[:LONGEST_NAME], wanted.description.strip()[:LONGEST_DESCRIPTION]
    if not (name or description) and wanted.schema in NAMED:
        raise ClaimRefused(why="a person or body needs a name, or a description such as 'son of …'")
    by_hand = document.entities.filter(local_id__startswith="p").count()  # none is ever taken away again
    return Entity(
        document=document,
        local_id=f"p{by_hand + made + 1}",
        schema=wanted.schema.value,
        name=name,
        description=description,
        count=wanted.count,
        roles=list(wanted.roles),
    )
