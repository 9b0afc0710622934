"""One row of a table as claims: a new row with its person, a changed one upon the person that it told of before."""

from dataclasses import dataclass

from kualik.cases.arrivals.matching import Found
from kualik.cases.arrivals.models import Import, Row
from kualik.cases.claims import drafts
from kualik.cases.claims.models import Claim, Entity
from kualik.engine import facts
from kualik.engine.extracting.rows import ReadRow

__all__ = ["Written", "rewritten", "written"]

CUSTODY = "Custody."


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a row becomes, not yet kept."""

    row: Row
    entities: list[Entity]
    claims: list[Claim]


def written(imported: Import, found: Found) -> Written:
    """Write a row that is new."""
    read = found.row
    entities = {one.id: _entity(imported, read.number, one) for one in read.entities}
    claims = {one.id: _claim(imported, one, entities) for one in read.claims}
    row = Row(
        imported=imported,
        number=read.number,
        key=found.key,
        entity=entities[read.entities[0].id],
        claims={slot: [one.value, str(claims[one.id].pk)] for slot, one in read.said.items()},
    )
    return Written(row=row, entities=list(entities.values()), claims=list(claims.values()))


def rewritten(imported: Import, found: Found) -> Written:
    """Write what changed in a row: its claims supersede those of the row before, about the same person and custody."""
    assert found.before
    read, before = found.row, found.before
    old = _old(before)
    stands = _stands(read, before, old)
    wanted = {read.said[slot].id for slot in found.changed}
    grown = {read.said[slot].entity for slot in found.changed} - stands.keys()
    grown |= {one.entity for one in read.claims if one.property == "relative" and one.value in grown}
    new = {one.id: _entity(imported, read.number, one) for one in read.entities if one.id in grown}
    told = [one for one in read.claims if one.id in wanted or one.entity in grown]
    made = {one.id: _claim(imported, one, stands | new) for one in told}
    for slot in found.changed:
        if slot in old:
            made[read.said[slot].id].supersedes = old[slot]
    fresh = {slot: [read.said[slot].value, str(made[read.said[slot].id].pk)] for slot in found.changed}
    row = Row(imported=imported, number=read.number, key=found.key, entity=before.entity, claims=before.claims | fresh)
    return Written(row=row, entities=list(new.values()), claims=list(made.values()))


def _old(before: Row) -> dict[str, Claim]:
    """Find the claims of the row before, by what their cells say."""
    ids = {slot: str(kept[1]) for slot, kept in before.claims.items()}
    found = {str(one.pk): one for one in Claim.objects.filter(pk__in=ids.values()).select_related("entity")}
    return {slot: found[id_] for slot, id_ in ids.items() if id_ in found}


def _stands(read: ReadRow, before: Row, old: dict[str, Claim]) -> dict[str, Entity]:
    """Find whom and what of the row before the row speaks of: its person, its custody, the same kin."""
    stands = {read.entities[0].id: before.entity}
    custody = next((claim.entity for slot, claim in old.items() if slot.startswith(CUSTODY)), None)
    if custody is not None:
        stands |= {one.id: custody for one in read.entities if one.schema is facts.Schema.CUSTODY}
    for slot, claim in read.said.items():
        if slot in old:
            stands.setdefault(claim.entity, old[slot].entity)
    return stands


def _entity(imported: Import, number: int, read: facts.Entity) -> Entity:
    """Give an entity an id of its own in the document, whatever rows and imports there are beside."""
    entity = drafts.entity_read(imported.document, read)
    entity.local_id = f"{imported.batch_id.hex[:8]}-{number}-{read.id}"
    return entity


def _claim(imported: Import, read: facts.Claim, entities: dict[str, Entity]) -> Claim:
    return drafts.proposed(imported.batch.by, imported.batch.at, imported.document, read, entities)
