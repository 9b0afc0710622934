"""What can be asked about persons: lists, one of them, who may be whom, what was judged."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.people import partition, searching
from kualik.cases.people.errors import NoSuchJudgement, NoSuchPerson
from kualik.cases.people.models import Candidate, Judgement, Mention, Person
from kualik.cases.people.records import IN_FORCE
from kualik.cases.people.rows import NameForm, PersonRow, rows, rows_of
from kualik.cases.sources.policy import levels

__all__ = [
    "NUMBER",
    "Judged",
    "NameForm",
    "Pair",
    "PeoplePage",
    "PersonRow",
    "between",
    "beyond",
    "candidates",
    "in_line",
    "judged_since",
    "judgement",
    "judgements",
    "mention",
    "named",
    "pairs_counted",
    "people",
    "person",
    "present",
    "proposed",
    "row",
    "waiting_candidates",
    "waiting_pairs",
]

MOST_NAMED = 500  # persons of one name whose pairs are looked for
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
    standing = Claim.objects.filter(status__in=IN_FORCE)  # of the same document: who may see the one sees the other
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
    hits = searching.search(viewer=viewer, among=present(viewer=viewer), query=query)
    shown = hits[offset : offset + limit]
    why = {hit.person: hit.why for hit in shown}
    found = rows_of(viewer=viewer, persons=[hit.person for hit in shown])
    return PeoplePage(rows=tuple(searching.explained(one, why=why[one.person.pk]) for one in found), total=len(hits))


def person(*, viewer: User, reference: UUID | str) -> Person:
    """Find a person by id or by number (K-000123); one that was merged leads to whom it is now.

    Raises:
        NoSuchPerson: there is none, or none that the viewer may see.
    """
    asked = _referred(reference)
    visible = levels(viewer)
    theirs = Mention.objects.filter(Q(origin=asked) | Q(person=asked), entity__document__source__level__in=visible)
    found = theirs.select_related("person")
    now = found.order_by(Case(When(origin=asked, then=0), default=1), "pk").first() if asked else None
    if now is None:
        raise NoSuchPerson(reference=str(reference))
    return now.person


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
    return _in_line(viewer=viewer).count()


def pairs_counted(*, viewer: User) -> QuerySet[Candidate, tuple[str, int]]:
    """Count the pairs that wait: a part of a union."""
    named = _in_line(viewer=viewer).order_by().annotate(what=Value("pairs", output_field=CharField()))
    return named.values("what").annotate(many=Count("pk")).values_list("what", "many")


def in_line(*, viewer: User, among: Collection[UUID] | None = None) -> QuerySet[Candidate]:
    """List the pairs that wait, one for each two persons: first those whose answer changes most (pairs.py).

    With `among` only those of which one side is one of these persons.
    """
    visible = present(viewer=viewer)
    sides = (Exists(visible.filter(pk=OuterRef(side))) for side in ("left", "right"))
    found = _in_line(viewer=viewer).filter(*sides).order_by("-weight", "pk")
    if among is not None:
        found = found.filter(Q(left__person__in=among) | Q(right__person__in=among))
    return found.select_related("left__person", "right__person", "left__entity", "right__entity")


def beyond(found: QuerySet[Candidate], *, after: Candidate) -> QuerySet[Candidate]:
    """Keep of pairs in line those that come after one."""
    return found.filter(Q(weight__lt=after.weight) | Q(weight=after.weight, pk__gt=after.pk))


def named(*, viewer: User, query: str) -> frozenset[UUID]:
    """Find the persons of a name in any alphabet, of words of a description, or of a number."""
    if NUMBER.fullmatch(query):
        try:
            return frozenset({person(viewer=viewer, reference=query).pk})
        except NoSuchPerson:
            return frozenset()
    hits = searching.search(viewer=viewer, among=present(viewer=viewer), query=query)
    return frozenset(hit.person for hit in hits[:MOST_NAMED])


def proposed(*, viewer: User) -> QuerySet[Candidate]:
    """Find the pairs that a matcher proposed, whether they still wait or not, as far as somebody may see both sides."""
    found = Candidate.objects.filter(**_both_seen(viewer))
    return found.select_related("left__person", "right__person", "left__entity", "right__entity")


def between(*, viewer: User, pair: Candidate) -> Judgement | None:
    """Find the judgement in force on two mentions, or between the two persons whom they are of."""
    exact = Q(left__in=(pair.left_id, pair.right_id), right__in=(pair.left_id, pair.right_id))
    one, other = pair.left.person_id, pair.right.person_id
    persons = Q(left__person=one, right__person=other) | Q(left__person=other, right__person=one)
    told = partition.in_force().filter(**_both_seen(viewer)).select_related("by")
    return told.filter(exact).first() or (told.filter(persons).first() if one != other else None)


def judged_since(*, viewer: User, since: datetime) -> int:
    """Count the judgements that somebody made since a moment."""
    return Judgement.objects.filter(by=viewer, at__gte=since).count()


def _in_line(*, viewer: User) -> QuerySet[Candidate]:
    return Candidate.objects.filter(waits=True, level__in=levels(viewer))


def _both_seen(viewer: User) -> dict[str, object]:
    """Ask that both mentions stand in documents that the viewer may know of, by joins: a list of all would be long."""
    visible = levels(viewer)
    return {f"{side}__entity__document__source__level__in": visible for side in ("left", "right")}


def judgement(*, viewer: User, reference: UUID | str) -> Judgement:
    """Find a judgement by its id.

    Raises:
        NoSuchJudgement: there is none, or none that the viewer may see.
    """
    try:
        return Judgement.objects.get(pk=reference, **_both_seen(viewer))
    except (Judgement.DoesNotExist, ValueError, ValidationError) as error:
        raise NoSuchJudgement(reference=str(reference)) from error


def judgements(*, viewer: User, person: Person) -> tuple[Judged, ...]:
    """List what was judged about a person, in force or undone, in order of time."""
    mentions = Mention.objects.filter(Q(person=person) | Q(origin=person))
    told = Judgement.objects.filter(Q(left__in=mentions) | Q(right__in=mentions), **_both_seen(viewer))
    return tuple(
        Judged(
            judgement=one,
            left=str(one.left.entity),
            right=str(one.right.entity),
            in_force=one.undone_at is None,
        )
        for one in told.select_related("left__entity", "right__entity", "by", "undone_by").order_by("at", "pk")
    )
