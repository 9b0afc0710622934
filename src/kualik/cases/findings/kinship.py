"""The relatives of one person, two steps away: what each is to whom, who says so, and where each is held."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Entity
from kualik.cases.findings.case import Kin, Passage, Tie
from kualik.cases.findings.gathering import HELD, Gathered, standing
from kualik.cases.findings.passages import HEAVY, chains, passages
from kualik.cases.people import custody
from kualik.cases.people.custody import SHOWN, CustodyLine
from kualik.cases.people.models import Person
from kualik.cases.people.records import ENDS, NAMES
from kualik.cases.people.rows import forms, label
from kualik.engine.facts import Schema

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

RELATION = "relationship"
TOLD = (*SHOWN, *NAMES, *ENDS, RELATION)
Told = dict[UUID, list[Passage]]
Key = UUID  # of a person; of an entity where that is a group, which is nobody's mention


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a family tie, as its document calls it."""

    entity: UUID
    person: Person | None
    label: str

    @property
    def key(self) -> Key:
        return self.person.pk if self.person else self.entity


@dataclass(frozen=True, slots=True)
class _Circle:
    """All that is asked about the relatives: their mentions, what points at these, and what is told of either."""

    mentions: Mapping[Key, Sequence[Entity]]
    pointing: Mapping[UUID, Sequence[Passage]]  # by mention
    told: Mapping[UUID, Sequence[Passage]]  # by entity: a mention's names, a custody, a family tie


Found = dict[tuple[Key, str], list[tuple[_End, list[Passage]]]]  # by who it is, and what they are to somebody


def kin(*, viewer: User, told: Gathered) -> tuple[Kin, ...]:
    """List the relatives that documents name or describe; the same one told in two documents is listed once."""
    ours = {entity.pk for entity in told.mentions}
    found = _narrowed(_found(told.family.values(), ours))
    if not found:
        return ()
    circle = _circle(viewer, [end for told_of in found.values() for end, _family in told_of])
    return tuple(_kin(relation, told_of, circle, ours) for (_key, relation), told_of in found.items())


def _found(families: Iterable[list[Passage]], ours: Collection[UUID]) -> Found:
    found: Found = {}
    for family in families:
        for end, relation in _relations(family, ours):
            found.setdefault((end.key, relation), []).append((end, family))
    return found


def _narrowed(found: Found) -> Found:
    """Put what is told of somebody under a wide word with what is told of the same one under a narrower."""
    narrowed: Found = {}
    for (who, relation), told_of in found.items():
        known = [word for word in NARROWER.get(relation, ()) if (who, word) in found]
        narrowed.setdefault((who, known[0] if len(known) == 1 else relation), []).extend(told_of)
    return narrowed


def _relations(family: Sequence[Passage], ours: Collection[UUID]) -> list[tuple[_End, str]]:
    """Say of one Family who the others are and what they are to this person.

    In FollowTheMoney `relationship` says what `relative` is to `person`.
    """
    persons, relatives = (_ends(family, name) for name in ENDS)
    relation = next((one.value for one in family if one.property == RELATION), "relative")
    back = INVERSE.get(relation, "relative")
    ahead = [
        (one, relation) for one in relatives if one.entity not in ours and any(it.entity in ours for it in persons)
    ]
    behind = [(one, back) for one in persons if one.entity not in ours and any(it.entity in ours for it in relatives)]
    return list(dict.fromkeys(ahead + behind))


def _ends(family: Sequence[Passage], name: str) -> list[_End]:
    return [
        _End(entity=one.value_entity, person=one.person, label=one.value)
        for one in family
        if one.property == name and one.value_entity
    ]


def _circle(viewer: User, ends: Sequence[_End]) -> _Circle:
    """Ask three questions about all relatives together, however many they are."""
    persons = {one.person.pk for one in ends if one.person}
    groups = {one.entity for one in ends if not one.person}
    who = Q(mention__person__in=persons) | Q(pk__in=groups) if groups else Q(mention__person__in=persons)
    entities = list(
        claims.entities(viewer=viewer).filter(who).select_related("mention__person", "document").defer(*HEAVY)
    )
    mentions: dict[Key, list[Entity]] = defaultdict(list)
    for entity in sorted(entities, key=lambda one: (one.document.read_at, str(one.document_id), one.local_id)):
        mentions[entity.pk if entity.pk in groups else entity.mention.person_id].append(entity)
    every = standing(viewer=viewer)
    pointing = passages(every.filter(value_entity__in=entities, property__in=(HELD, *ENDS)).order_by("pk"))
    about = {entity.pk for entity in entities} | {one.entity for one in pointing}
    told = passages(every.filter(entity__in=about, property__in=TOLD).order_by("document", "start", "pk"))
    return _Circle(
        mentions=mentions,
        pointing=_grouped((one.value_entity, one) for one in pointing if one.value_entity),
        told=_grouped((one.entity, one) for one in told),
    )


def _grouped(told: Iterable[tuple[UUID, Passage]]) -> Told:
    found: Told = defaultdict(list)
    for key, one in told:
        found[key].append(one)
    return found


def _kin(relation: str, told_of: Sequence[tuple[_End, list[Passage]]], circle: _Circle, ours: Collection[UUID]) -> Kin:
    end, _family = told_of[0]
    mentions = circle.mentions.get(end.key, ())
    pointing = [one for entity in mentions for one in circle.pointing.get(entity.pk, ())]
    family = [one for _end, passages_ in told_of for one in passages_]
    names = tuple(dict.fromkeys(name for one in mentions for name in (one.name, *one.aliases) if name))
    return Kin(
        person=end.person,
        label=_label(end, mentions, circle),
        relation=relation,
        accepted=any(one.accepted for one in family),
        custody=_custody(pointing, circle),
        voices=chains([one for one in pointing if one.property == HELD] or family),
        told=chains(family),
        passages=tuple(family),
        mentions=tuple(one.pk for one in mentions),
        names=names,
        further=_further(pointing, circle, theirs={one.pk for one in mentions}, ours=ours),
    )


def _label(end: _End, mentions: Sequence[Entity], circle: _Circle) -> str:
    if end.person is None or not mentions:
        return end.label
    spelt: dict[UUID, dict[str, bool]] = defaultdict(dict)
    for entity in mentions:
        for one in circle.told.get(entity.pk, ()):
            if one.property in NAMES:
                spelt[entity.pk][one.value] = spelt[entity.pk].get(one.value, False) or one.accepted
    return label(end.person, forms(mentions, spelt=spelt), mentions)


def _custody(pointing: Iterable[Passage], circle: _Circle) -> tuple[CustodyLine, ...]:
    return custody.distinct(_line(one, circle) for one in pointing if one.property == HELD)


def _line(held: Passage, circle: _Circle) -> CustodyLine:
    told = sorted(circle.told.get(held.entity, ()), key=lambda one: (one.start, str(one.claim)))
    said = ((one.property, one.value, one.accepted) for one in told if custody.stands(one.property, one.stance))
    return custody.line_of(said, accepted=held.accepted, documents={held.document})


def _further(
    pointing: Iterable[Passage], circle: _Circle, *, theirs: Collection[UUID], ours: Collection[UUID]
) -> tuple[Tie, ...]:
    """List a relative's own kin, each once, without the person whose kin these are."""
    families = dict.fromkeys(one.entity for one in pointing if one.property in ENDS)
    found = _narrowed(_found((list(circle.told.get(one, ())) for one in families), theirs))
    return tuple(
        _tie(relation, told_of) for (_key, relation), told_of in found.items() if told_of[0][0].entity not in ours
    )


def _tie(relation: str, told_of: Sequence[tuple[_End, list[Passage]]]) -> Tie:
    end, _family = told_of[0]
    family = [one for _end, passages_ in told_of for one in passages_ if one.schema == Schema.FAMILY]
    return Tie(
        person=end.person,
        label=end.label,
        relation=relation,
        accepted=any(one.accepted for one in family),
        voices=chains(family),
    )
