"""Two persons side by side, row by row: where what is told of them agrees, where it differs, and what one would be."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import product
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Entity
from kualik.cases.findings.case import Passage
from kualik.cases.findings.gathering import Gathered, gather
from kualik.cases.findings.kinship import INVERSE
from kualik.cases.people import custody
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.errors import NoSuchPerson
from kualik.cases.people.models import Person
from kualik.cases.people.records import NAMES
from kualik.cases.people.rows import NameForm, forms, label, seen
from kualik.engine import names
from kualik.engine.facts import Schema
from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.facts.schemata import properties

__all__ = ["Comparison", "Half", "Line", "Sign", "Told", "compare"]

ALIKE = 0.9  # how likely two spellings must be one name to be said to agree
MAY_BE_ALIKE = 0.5
FIRST = ("birthDate", "gender", "birthPlace")
EXCLUSIVE = frozenset({"gender"})  # whoever is the one is not the other
SHOWN_PASSAGES = 6
MOST_SPELLINGS = 12  # of each side that are compared


class Sign(StrEnum):
    """How what is told of two persons compares."""

    AGREES = "agrees"
    FITS = "fits"  # told otherwise, and both can be so
    DIFFERS = "differs"  # not both can be so
    ONE = "one"  # only one side tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that is told: a value, a relative (with the relation), or a line of custody."""

    value: str = ""
    language: str = ""
    relation: str = ""
    line: CustodyLine | None = None
    documents: int = 0
    accepted: bool = False


Compared = Callable[[Sequence[Told], Sequence[Told]], Sign]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One property of both, and how the two compare. `kind`: "names", "value", "custody" or "kin"."""

    property: str
    kind: str
    left: tuple[Told, ...]
    right: tuple[Told, ...]
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One of the two: what to call them, how they are written, and what the documents say in their own words."""

    person: Person
    label: str
    language: str
    described: bool
    names: tuple[NameForm, ...]
    documents: tuple[Entity, ...]  # one mention of each document
    passages: tuple[Passage, ...]
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The two, line by line. `together`: documents that tell of both, as of two."""

    left: Half
    right: Half
    lines: tuple[Line, ...]
    together: tuple[Entity, ...]

    @property
    def contradictions(self) -> tuple[Line, ...]:
        """What would be disputed of the one person that "the same" makes of the two."""
        return tuple(one for one in self.lines if one.sign == Sign.DIFFERS)

    @property
    def stays(self) -> Half:
        """Whose number the one person would have: the lower."""
        return min(self.left, self.right, key=lambda one: one.person.number)

    @property
    def goes(self) -> Half:
        """Whose number would lead to the other's."""
        return max(self.left, self.right, key=lambda one: one.person.number)


def compare(*, viewer: User, left: Person, right: Person) -> Comparison:
    """Put two persons side by side, as far as the viewer may see what is told of them.

    Raises:
        NoSuchPerson: the viewer may see nothing of one of them.
    """
    mentions = seen(viewer=viewer, persons=[left, right])
    for person in (left, right):
        if not mentions.get(person.pk):
            raise NoSuchPerson(reference=str(person))
    ours, theirs = mentions[left.pk], mentions[right.pk]
    told = gather(viewer=viewer, mentions=[*ours, *theirs])
    one, other = _half(left, ours, told), _half(right, theirs, told)
    lines = (_names(one, other), *_own(ours, theirs, told), _custody(ours, theirs, told), _kin(ours, theirs, told))
    return Comparison(
        left=one,
        right=other,
        lines=tuple(line for line in lines if line.left or line.right),
        together=tuple(entity for entity in one.documents if entity.document_id in _documents(theirs)),
    )


def _documents(mentions: Iterable[Entity]) -> set[UUID]:
    return {one.document_id for one in mentions}


def _half(person: Person, mentions: Sequence[Entity], told: Gathered) -> Half:
    about = _about(mentions, told)
    spelt: dict[UUID, dict[str, bool]] = {entity.pk: {} for entity in mentions}
    for one in about:
        if one.property in NAMES and one.entity in spelt:
            spelt[one.entity][one.value] = spelt[one.entity].get(one.value, False) or one.accepted
    known = forms(mentions, spelt=spelt)
    called = label(person, known, mentions)
    return Half(
        person=person,
        label=called,
        language=next((form.language for form in known if form.value == called), ""),
        described=not known,
        names=known,
        documents=tuple({entity.document_id: entity for entity in reversed(mentions)}.values()),
        passages=_telling(about),
        claims=len(about),
    )


def _about(mentions: Sequence[Entity], told: Gathered) -> list[Passage]:
    ids = {entity.pk for entity in mentions}
    held = [group for group in told.custody.values() if _concerns(group, ids)]
    return [one for one in told.own if one.entity in ids] + [one for group in held for one in group]


def _concerns(group: Iterable[Passage], ids: Collection[UUID]) -> bool:
    return any(one.value_entity in ids for one in group)


def _telling(about: Sequence[Passage]) -> tuple[Passage, ...]:
    """Choose the passages that tell most: the longest of each property first, no words twice."""
    best: dict[str, Passage] = {}
    for one in sorted(about, key=lambda one: (-len(one.quote), str(one.claim))):
        best.setdefault(one.property, one)
    quotes = {one.quote: one for one in sorted(best.values(), key=lambda one: one.property)}
    return tuple(sorted(quotes.values(), key=lambda one: (one.published, one.title, one.start))[:SHOWN_PASSAGES])


def _names(left: Half, right: Half) -> Line:
    one, other = (tuple(_spelling(form) for form in half.names) for half in (left, right))
    return _line("name", "names", one, other, _alike)


def _spelling(form: NameForm) -> Told:
    return Told(value=form.value, language=form.language, documents=len(form.documents), accepted=form.accepted)


def _alike(left: Sequence[Told], right: Sequence[Told]) -> Sign:
    pairs = product(left[:MOST_SPELLINGS], right[:MOST_SPELLINGS])
    best = max(names.compare(one.value, other.value).score for one, other in pairs)
    return Sign.AGREES if best >= ALIKE else Sign.FITS if best >= MAY_BE_ALIKE else Sign.DIFFERS


def _line(property_: str, kind: str, left: Sequence[Told], right: Sequence[Told], sign: Compared) -> Line:
    found = sign(left, right) if left and right else Sign.ONE
    return Line(property=property_, kind=kind, left=tuple(left), right=tuple(right), sign=found)


def _own(ours: Sequence[Entity], theirs: Sequence[Entity], told: Gathered) -> list[Line]:
    """Compare what is told of the two themselves, property by property."""
    sides = tuple({entity.pk for entity in mentions} for mentions in (ours, theirs))
    listed = [one for one in told.own if one.property not in NAMES and one.value_entity is None]
    order = {name: place for place, name in enumerate((*FIRST, *properties(Schema.PERSON.value)))}
    told_of = sorted({one.property for one in listed}, key=lambda name: (order.get(name, len(order)), name))
    found = []
    for name in told_of:
        left, right = (_values(listed, name, ids) for ids in sides)
        found.append(_line(name, "value", left, right, partial(_sign, name)))
    return found


def _values(told: Iterable[Passage], name: str, ids: Collection[UUID]) -> list[Told]:
    found: dict[str, list[Passage]] = {}
    for one in told:
        if one.property == name and one.entity in ids:
            found.setdefault(one.value, []).append(one)
    return [
        Told(
            value=value,
            language=passages[0].language,
            documents=len({one.document for one in passages}),
            accepted=any(one.accepted for one in passages),
        )
        for value, passages in found.items()
    ]


def _sign(name: str, left: Sequence[Told], right: Sequence[Told]) -> Sign:
    if {one.value.casefold() for one in left} & {one.value.casefold() for one in right}:
        return Sign.AGREES
    if name.lower().endswith("date"):
        return Sign.FITS if any(_fit(one.value, other.value) for one, other in product(left, right)) else Sign.DIFFERS
    return Sign.DIFFERS if name in EXCLUSIVE else Sign.FITS


def _fit(one: str, other: str) -> bool:
    """Say whether two dates can be one."""
    if not (is_edtf(one) and is_edtf(other)):
        return False
    (first, last), (begin, end) = bounds(one), bounds(other)
    return not (last and begin and last < begin) and not (end and first and end < first)


def _custody(ours: Sequence[Entity], theirs: Sequence[Entity], told: Gathered) -> Line:
    left, right = (_held(mentions, told) for mentions in (ours, theirs))
    return _line("detainee", "custody", left, right, _same_custody)


def _held(mentions: Sequence[Entity], told: Gathered) -> list[Told]:
    ids = {entity.pk for entity in mentions}
    lines = custody.distinct(_custody_line(group) for group in told.custody.values() if _concerns(group, ids))
    return [Told(line=one, documents=len(one.documents), accepted=one.accepted) for one in lines]


def _custody_line(group: Sequence[Passage]) -> CustodyLine:
    held = [one for one in group if one.property == "detainee"]
    said = [one for one in group if custody.stands(one.property, one.stance)]
    return custody.line_of(
        ((one.property, one.value, one.accepted) for one in said),
        accepted=any(one.accepted for one in held),
        documents={one.document for one in group},
    )


def _same_custody(left: Sequence[Told], right: Sequence[Told]) -> Sign:
    """Say whether the two tell of one stretch of custody: the lists read as one are shorter then than one by one."""
    lines = [one.line for one in (*left, *right) if one.line]
    disputed = {sentences for line in lines if len(sentences := line.sentences) > 1}
    together = custody.distinct(lines)
    if any(len(line.sentences) > 1 and line.sentences not in disputed for line in together):
        return Sign.DIFFERS
    return Sign.AGREES if len(together) < len(lines) else Sign.FITS


def _kin(ours: Sequence[Entity], theirs: Sequence[Entity], told: Gathered) -> Line:
    return _line("relative", "kin", _relatives(ours, told), _relatives(theirs, told), _same_kin)


def _relatives(mentions: Sequence[Entity], told: Gathered) -> list[Told]:
    ids = {entity.pk for entity in mentions}
    found: dict[tuple[str, str], Told] = {}
    for family in told.family.values():
        said = next((one.value for one in family if one.property == "relationship"), "relative")
        ends = {one.property: one for one in family if one.property in {"person", "relative"}}
        for name, other in (("person", "relative"), ("relative", "person")):
            one, of = ends.get(other), ends.get(name)
            if one and of and of.value_entity in ids and one.value_entity not in ids:
                relation = said if other == "relative" else INVERSE.get(said, "relative")
                known = Told(value=one.value, language=one.language, relation=relation, accepted=one.accepted)
                found.setdefault((one.value, relation), known)
    return list(found.values())


def _same_kin(left: Sequence[Told], right: Sequence[Told]) -> Sign:
    pairs = product(left[:MOST_SPELLINGS], right[:MOST_SPELLINGS])
    alike = any(names.compare(one.value, other.value).score >= ALIKE for one, other in pairs)
    return Sign.AGREES if alike else Sign.FITS
