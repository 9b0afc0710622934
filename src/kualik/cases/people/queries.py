"""What can be asked about persons: lists, one of them, who may be whom, what was judged."""

import re
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest, Least

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Entity
from kualik.cases.people import partition, searching
from kualik.cases.people.errors import NoSuchJudgement, NoSuchPerson
from kualik.cases.people.models import Candidate, Judgement, Mention, Person
from kualik.cases.people.records import IN_FORCE
from kualik.cases.people.rows import NameForm, PersonRow, rows

__all__ = [
    "Judged",
    "NameForm",
    "Pair",
    "PeoplePage",
    "PersonRow",
    "candidates",
    "judgement",
    "judgements",
    "mention",
    "people",
    "person",
    "present",
    "row",
    "waiting_candidates",
    "waiting_pairs",
]

NUMBER = re.compile(r"\s*[Kk]-?0*(\d{1,9})\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """A stretch of a list of persons, and how many there are in all."""

    rows: tuple[PersonRow, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two persons who may be one, side by side, with the mentions that a judgement would be about."""

    candidate: Candidate
    left: PersonRow
    right: PersonRow
    left_mention: UUID
    right_mention: UUID
    probability: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement with the two names that it is about, as their documents write them."""

    judgement: Judgement
    left: str
    right: str
    in_force: bool


def present(*, viewer: User) -> QuerySet[Entity]:
    """Find the entities that are somebody and of whom something is still claimed, as far as the viewer may see."""
    standing = claims.claims(viewer=viewer).filter(status__in=IN_FORCE)
    about = Exists(standing.filter(entity=OuterRef("pk")))
    pointing = Exists(standing.filter(value_entity=OuterRef("pk")))
    return claims.entities(viewer=viewer).filter(about | pointing, mention__isnull=False)


def people(*, viewer: User, query: str = "", limit: int = 50, offset: int = 0) -> PeoplePage:
    """List persons by number; with a query those whose name or description fits it, best first."""
    if query.strip():
        return _found(viewer=viewer, query=query, limit=limit, offset=offset)
    persons = Person.objects.filter(Exists(present(viewer=viewer).filter(mention__person=OuterRef("pk"))))
    shown = rows(viewer=viewer, persons=list(persons.order_by("number")[offset : offset + limit]))
    return PeoplePage(rows=tuple(shown), total=persons.count())


def _found(*, viewer: User, query: str, limit: int, offset: int) -> PeoplePage:
    if NUMBER.fullmatch(query):
        try:
            one = person(viewer=viewer, reference=query)
        except NoSuchPerson:
            return PeoplePage(rows=(), total=0)
        return PeoplePage(rows=tuple(rows(viewer=viewer, persons=[one])), total=1)
    hits = searching.search(among=present(viewer=viewer), query=query)
    shown = hits[offset : offset + limit]
    persons = Person.objects.in_bulk([hit.person for hit in shown])
    why = {hit.person: hit.why for hit in shown}
    found = rows(viewer=viewer, persons=[persons[hit.person] for hit in shown])
    return PeoplePage(rows=tuple(searching.explained(one, why=why[one.person.pk]) for one in found), total=len(hits))


def person(*, viewer: User, reference: UUID | str) -> Person:
    """Find a person by id or by number (K-000123); one that was merged leads to whom it is now.

    Raises:
        NoSuchPerson: there is none, or none that the viewer may see.
    """
    asked = _referred(reference)
    merged = claims.entities(viewer=viewer).filter(mention__origin=asked).values_list("mention__person", flat=True)
    own = claims.entities(viewer=viewer).filter(mention__person=asked).values_list("mention__person", flat=True)
    now = merged.first() or own.first()
    if asked is None or now is None:
        raise NoSuchPerson(reference=str(reference))
    return Person.objects.get(pk=now)


def _referred(reference: UUID | str) -> Person | None:
    if isinstance(reference, UUID):
        return Person.objects.filter(pk=reference).first()
    match = NUMBER.fullmatch(reference)
    if match:
        return Person.objects.filter(number=int(match[1])).first()
    try:
        return Person.objects.filter(pk=UUID(reference)).first()
    except ValueError:
        return None


def row(*, viewer: User, person: Person) -> PersonRow:
    """Sum up one person.

    Raises:
        NoSuchPerson: the viewer may see nothing of them.
    """
    found = rows(viewer=viewer, persons=[person])
    if not found:
        raise NoSuchPerson(reference=str(person))
    return found[0]


def mention(*, viewer: User, person: Person) -> Mention:
    """Find the mention that stands for a person in a judgement: the one that was theirs from the first.

    Raises:
        NoSuchPerson: the viewer may see no mention of them.
    """
    entities = claims.entities(viewer=viewer).filter(mention__person=person)
    found = Mention.objects.filter(entity__in=entities).order_by("origin__number").first()
    if found is None:
        raise NoSuchPerson(reference=str(person))
    return found


def candidates(*, viewer: User, limit: int = 50) -> tuple[Pair, ...]:
    """List the pairs that wait for somebody to say whether they are one human being, likeliest first.

    Two persons are listed once, however many of their mentions are alike: with the likeliest pair of these.
    """
    chosen = _once(waiting_candidates(viewer=viewer), limit=limit)
    persons = {one.pk: one for pair in chosen for one in (pair.left.person, pair.right.person)}
    shown = {one.person.pk: one for one in rows(viewer=viewer, persons=list(persons.values()))}
    return tuple(
        Pair(
            candidate=pair,
            left=shown[pair.left.person_id],
            right=shown[pair.right.person_id],
            left_mention=pair.left_id,
            right_mention=pair.right_id,
            probability=pair.probability,
            why=tuple(pair.why),
        )
        for pair in chosen
    )


def _once(waiting: QuerySet[Candidate], *, limit: int) -> list[Candidate]:
    best: dict[frozenset[UUID], UUID] = {}
    ordered = waiting.order_by("-probability", "pk").values_list("pk", "left__person", "right__person")
    for pair, left, right in ordered.iterator():
        best.setdefault(frozenset((left, right)), pair)
        if len(best) == limit:
            break
    found = Candidate.objects.select_related("left__person", "right__person").in_bulk(list(best.values()))
    return [found[pair] for pair in best.values()]


def waiting_candidates(*, viewer: User) -> QuerySet[Candidate]:
    """Find the pairs of mentions whose two persons nobody has judged, and no other judgement has made one."""
    one, other = OuterRef("left__person"), OuterRef("right__person")
    judged = (partition.in_force().filter(left__person=a, right__person=b) for a, b in ((one, other), (other, one)))
    visible = present(viewer=viewer)
    sides = (Exists(visible.filter(pk=OuterRef(side))) for side in ("left", "right"))
    unjudged = (~Exists(found) for found in judged)
    return Candidate.objects.filter(*unjudged, *sides).exclude(left__person=F("right__person"))


def waiting_pairs(*, viewer: User) -> int:
    """Count the pairs of persons that wait for somebody to say whether they are one human being."""
    ends = (F("left__person__number"), F("right__person__number"))
    persons = waiting_candidates(viewer=viewer).annotate(low=Least(*ends), high=Greatest(*ends))
    return persons.order_by().values("low", "high").distinct().count()


def judgement(*, viewer: User, reference: UUID | str) -> Judgement:
    """Find a judgement by its id.

    Raises:
        NoSuchJudgement: there is none, or none that the viewer may see.
    """
    visible = claims.entities(viewer=viewer)
    try:
        return Judgement.objects.get(pk=reference, left__entity__in=visible, right__entity__in=visible)
    except (Judgement.DoesNotExist, ValueError, ValidationError) as error:
        raise NoSuchJudgement(reference=str(reference)) from error


def judgements(*, viewer: User, person: Person) -> tuple[Judged, ...]:
    """List what was judged about a person, in force or undone, in order of time."""
    mentions = Mention.objects.filter(Q(person=person) | Q(origin=person))
    visible = claims.entities(viewer=viewer)
    told = Judgement.objects.filter(
        Q(left__in=mentions) | Q(right__in=mentions), left__entity__in=visible, right__entity__in=visible
    )
    return tuple(
        Judged(
            judgement=one,
            left=str(one.left.entity),
            right=str(one.right.entity),
            in_force=one.undone_at is None,
        )
        for one in told.select_related("left__entity", "right__entity", "by", "undone_by").order_by("at", "pk")
    )
