"""What is known of people that decides whether they are counted, and of how many it is not known at all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim
from kualik.cases.people.custody import UNSAID
from kualik.engine.facts import Schema
from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.facts.schemata import properties

__all__ = ["BadWhere", "Known", "Missing", "Where", "asked", "check", "fits", "known", "missing", "split", "where"]

USUAL = ("name", "gender", "birthDate", "place", "startDate", "state")
"""Of these the missingness is always shown."""

UNKNOWN = "?"  # the stratum of those of whom it is not known
Known = Mapping[UUID, Mapping[str, frozenset[str]]]


class BadWhere(CasebookError):
    """A condition names nothing that is known of people or of their custody."""

    def __init__(self, *, given: str, known: Iterable[str]) -> None:
        there = ", ".join(sorted(known))
        super().__init__(f"{given!r}: write PROPERTY=VALUE; properties are {there}")
        self.given = given


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """One condition: a property of the person or of their custody, and a value or an EDTF date that it must fit."""

    property: str
    value: str

    def __str__(self) -> str:
        return f"{self.property}={self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Of how many people, of all who are said to be held, a property is not known."""

    property: str
    unknown: int
    people: int


def where(given: str) -> Where:
    """Read a condition such as "place=Ghulja" or "startDate=2017/2018".

    Raises:
        BadWhere: it is none, or there is no such property.
    """
    name, equals, value = given.partition("=")
    read = Where(property=name.strip(), value=value.strip())
    if not (equals and read.value):
        raise BadWhere(given=given, known=_properties())
    check([read])
    return read


def check(conditions: Iterable[Where], *, strata: str = "") -> None:
    """Refuse a property that there is not.

    Raises:
        BadWhere: names it, and those that there are.
    """
    there = _properties()
    for name in (*(one.property for one in conditions), *filter(None, [strata])):
        if name not in there:
            raise BadWhere(given=name, known=there)


def _properties() -> frozenset[str]:
    return frozenset(properties(Schema.PERSON)) | frozenset(properties(Schema.CUSTODY))


def asked(conditions: Iterable[Where], strata: str) -> tuple[str, ...]:
    """List the properties to look at: the usual ones, and those that decide."""
    return tuple(dict.fromkeys((*USUAL, *(one.property for one in conditions), *filter(None, [strata]))))


def known(*, viewer: User, told: Sequence[Claim], properties: Sequence[str], statuses: Sequence[str]) -> Known:
    """Gather what claims of these statuses tell of people and of their custody.

    Args:
        viewer: who asks.
        told: claims that say who is held; entity is the custody, value_entity the person.
        properties: at which to look.
        statuses: of the claims that count.
    """
    persons: dict[UUID, set[UUID]] = defaultdict(set)
    for one in told:
        assert one.value_entity is not None  # whoever gathers them asks for it
        person = one.value_entity.mention.person_id
        persons[one.entity_id].add(person)
    mentions = claims.entities(viewer=viewer).filter(mention__person__in={it for own in persons.values() for it in own})
    for entity, person in mentions.values_list("pk", "mention__person"):
        persons[entity].add(person)
    values: dict[UUID, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    standing = claims.claims(viewer=viewer).filter(property__in=properties, status__in=statuses)
    said = standing.exclude(stance__in=[one.value for one in UNSAID])
    for entity, name, value in said.filter(entity__in=list(persons)).values_list("entity_id", "property", "value"):
        for person in persons[entity]:
            values[person][name].add(value)
    everybody = {it for own in persons.values() for it in own}
    return {person: {name: frozenset(values[person][name]) for name in properties} for person in everybody}


def fits(told: Mapping[str, Collection[str]], conditions: Iterable[Where]) -> bool:
    """Say whether what is known of somebody fits all conditions; what is not known does not fit."""
    return all(any(_fits(value, one.value) for value in told[one.property]) for one in conditions)


def _fits(value: str, wanted: str) -> bool:
    if not (is_edtf(value) and is_edtf(wanted)):
        return wanted.casefold() in value.casefold()
    (first, last), (begin, end) = bounds(value), bounds(wanted)
    return not (last and begin and last < begin) and not (end and first and end < first)


def missing(told: Known, people: Collection[UUID], names: Sequence[str]) -> tuple[Missing, ...]:
    """Count of how many people each property is not known."""
    return tuple(
        Missing(property=name, unknown=sum(not told[person][name] for person in people), people=len(people))
        for name in names
    )


def split(people: Iterable[UUID], told: Known, name: str) -> dict[str, list[UUID]]:
    """Put people into strata by a property: who has two values, or none, is in a stratum of their own."""
    strata: dict[str, list[UUID]] = defaultdict(list)
    for person in people:
        values = sorted({value.casefold(): value for value in sorted(told[person][name])}.values())
        strata[" / ".join(values) or UNKNOWN].append(person)
    return dict(sorted(strata.items()))
