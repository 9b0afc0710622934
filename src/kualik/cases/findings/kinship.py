"""The relatives of one person: what each is to them, and where each is held."""

from collections.abc import Sequence
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Entity
from kualik.cases.findings.case import Kin, Passage
from kualik.cases.findings.gathering import Gathered, standing
from kualik.cases.findings.passages import chains, passages
from kualik.cases.people import custody
from kualik.cases.people.models import Person
from kualik.cases.people.queries import row

__all__ = ["INVERSE", "kin"]

INVERSE = {
    "mother": "child",
    "father": "child",
    "parent": "child",
    "son": "parent",
    "daughter": "parent",
    "child": "parent",
    "husband": "wife",
    "wife": "husband",
    "spouse": "spouse",
    "brother": "sibling",
    "sister": "sibling",
    "sibling": "sibling",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
    "uncle": "nephew or niece",
    "aunt": "nephew or niece",
    "nephew": "uncle or aunt",
    "niece": "uncle or aunt",
    "cousin": "cousin",
    "in-law": "in-law",
    "relative": "relative",
}
"""What one is to the other where the other is this to one; both words where a sex is missing."""

NARROWER = {
    "parent": ("mother", "father"),
    "child": ("son", "daughter"),
    "spouse": ("husband", "wife"),
    "sibling": ("brother", "sister"),
}
"""What a word says less of than others do: whoever is called a parent here and a mother there is the mother."""

Told = list[tuple[Entity, list[Passage]]]


def kin(*, viewer: User, told: Gathered) -> tuple[Kin, ...]:
    """List the relatives that documents name or describe; the same one told in two documents is listed once."""
    ours = {entity.pk for entity in told.mentions}
    found: dict[tuple[object, str], Told] = {}
    ends = {one.value_entity for family in told.family.values() for one in family if one.value_entity} - ours
    others = {
        one.pk: one for one in claims.entities(viewer=viewer).filter(pk__in=ends).select_related("mention__person")
    }
    for family in told.family.values():
        for other, relation in _relations(family, ours):
            if other in others:
                entity = others[other]
                person = _person(entity)
                found.setdefault((person.pk if person else other, relation), []).append((entity, family))
    return tuple(_kin(viewer, relation, told_of) for (_key, relation), told_of in _narrowed(found).items())


def _narrowed(found: dict[tuple[object, str], Told]) -> dict[tuple[object, str], Told]:
    """Put what is told of somebody under a wide word with what is told of the same one under a narrower."""
    narrowed: dict[tuple[object, str], Told] = {}
    for (who, relation), told_of in found.items():
        known = [word for word in NARROWER.get(relation, ()) if (who, word) in found]
        narrowed.setdefault((who, known[0] if len(known) == 1 else relation), []).extend(told_of)
    return narrowed


def _relations(family: Sequence[Passage], ours: set[UUID]) -> list[tuple[UUID, str]]:
    """Say of one Family who the others are and what they are to this person.

    In FollowTheMoney `relationship` says what `relative` is to `person`.
    """
    persons = [one.value_entity for one in family if one.property == "person" and one.value_entity]
    relatives = [one.value_entity for one in family if one.property == "relative" and one.value_entity]
    relation = next((one.value for one in family if one.property == "relationship"), "relative")
    away = [(other, relation) for other in relatives if other not in ours and ours & set(persons)]
    back = [
        (other, INVERSE.get(relation, "relative")) for other in persons if other not in ours and ours & set(relatives)
    ]
    return list(dict.fromkeys(away + back))


def _person(entity: Entity) -> Person | None:
    return entity.mention.person if hasattr(entity, "mention") else None


def _kin(viewer: User, relation: str, told_of: Told) -> Kin:
    entity, _family = told_of[0]
    person = _person(entity)
    mentions = (
        [one.pk for one in claims.entities(viewer=viewer).filter(mention__person=person)] if person else [entity.pk]
    )
    held = custody.lines(viewer=viewer, entities=mentions)
    said = passages(standing(viewer=viewer).filter(property="detainee", value_entity__in=mentions).order_by("pk"))
    family = [one for _entity, passages_ in told_of for one in passages_]
    return Kin(
        person=person,
        label=row(viewer=viewer, person=person).label if person else str(entity),
        relation=relation,
        accepted=any(one.accepted for one in family),
        custody=custody.distinct(line for lines in held.values() for line in lines),
        voices=chains(said or family),
        passages=tuple(family),
    )
