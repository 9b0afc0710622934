"""Which pairs of persons wait for an answer, and in which order: what changes most comes first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q, QuerySet

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.people import custody, partition
from kualik.cases.people.ends import SOON, ending
from kualik.cases.people.models import Candidate
from kualik.cases.people.records import IN_FORCE, records
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.linking import Record

__all__ = ["Stake", "arranged", "touching"]


class Stake(StrEnum):
    """What hangs on whether two are one."""

    ENDS_SOON = "ends soon"  # a sentence of one of them ends within SOON
    DIFFERS = "differs"  # something is told of both that cannot both be so
    BOTH_HELD = "both held"
    ONE_HELD = "one held"


WEIGHTS: Mapping[Stake, float] = {Stake.ENDS_SOON: 8, Stake.DIFFERS: 4, Stake.BOTH_HELD: 2, Stake.ONE_HELD: 1}
"""Each outweighs all that stand below it, and all of them how near the matcher is to its line of decision."""

GUARDED = tuple(level.value for level in Sensitivity)  # from the least guarded on
OPEN = frozenset(GUARDED) - {Sensitivity.SEALED.value}
AT_ONCE = 200  # pairs whose persons are looked up together


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is told of one person, as far as it decides how much hangs on who they are."""

    held: bool
    ends: tuple[tuple[date, date], ...]
    births: frozenset[str]
    genders: frozenset[str]
    sentences: frozenset[str]


Ends = frozenset[UUID]


def touching(persons: Collection[UUID]) -> QuerySet[Candidate]:
    """Find the pairs of which one side is a mention of one of these persons."""
    return Candidate.objects.filter(Q(left__person__in=persons) | Q(right__person__in=persons))


def arranged(candidates: QuerySet[Candidate], *, at: datetime) -> list[Candidate]:
    """Work out for pairs whether they wait, and how much hangs on them; those between the same two persons together."""
    found = list(candidates.select_related("left", "right").annotate(**_LEVELS).order_by("-probability", "pk"))
    groups: dict[Ends, list[Candidate]] = defaultdict(list)
    for one in found:
        groups[frozenset((one.left.person_id, one.right.person_id))].append(one)
    judged = _judged(groups)
    present = _present({side for one in found for side in (one.left_id, one.right_id)})
    chosen: list[Candidate] = []
    for ends, group in groups.items():
        asked = None if ends in judged or len(ends) == 1 else _asked(group, present)
        for one in group:
            one.level, one.arranged_at = _level(one), at
            one.waits, one.weight, one.stakes, one.turns = one is asked, 0, [], None
        chosen += [asked] if asked else []
    for place in range(0, len(chosen), AT_ONCE):
        _weigh(chosen[place : place + AT_ONCE], at=at)
    return found


_LEVELS = {f"{side}_level": F(f"{side}__entity__document__source__level") for side in ("left", "right")}


def _level(one: Candidate) -> str:
    sides: tuple[str, str] = (vars(one)["left_level"], vars(one)["right_level"])  # annotated in `arranged`
    return max(sides, key=GUARDED.index)


def _asked(group: Sequence[Candidate], present: Collection[UUID]) -> Candidate | None:
    """Choose the pair by which two persons are asked about: one that more may see, then the likeliest."""
    standing = [one for one in group if one.left_id in present and one.right_id in present]
    return min(standing, key=lambda one: (GUARDED.index(_level(one)), -one.probability, one.pk), default=None)


def _judged(groups: Collection[Ends]) -> set[Ends]:
    persons = {person for ends in groups for person in ends}
    told = partition.in_force().filter(left__person__in=persons, right__person__in=persons)
    return {frozenset(ends) for ends in told.values_list("left__person", "right__person")}


def _present(entities: Collection[UUID]) -> set[UUID]:
    """Find the entities of which something is still claimed."""
    standing = Claim.objects.filter(status__in=IN_FORCE).order_by()
    own = standing.filter(entity__in=entities).values_list("entity", flat=True)
    pointed = standing.filter(value_entity__in=entities).values_list("value_entity", flat=True)
    return {*own.distinct(), *pointed.distinct()}


def _weigh(chosen: Sequence[Candidate], *, at: datetime) -> None:
    """Say what hangs on pairs. What a sealed document tells counts only where one of the two is of such a document."""
    for levels, some in (
        (OPEN, [one for one in chosen if one.level in OPEN]),
        (frozenset(GUARDED), [one for one in chosen if one.level not in OPEN]),
    ):
        persons = {person for one in some for person in (one.left.person_id, one.right.person_id)}
        sides = _sides(persons, levels) if persons else {}
        for one in some:
            _set(one, sides[one.left.person_id], sides[one.right.person_id], today=at.date())


def _set(one: Candidate, left: Side, right: Side, *, today: date) -> None:
    stakes = list(_stakes(left, right, today=today))
    near = 1 - abs(2 * one.probability - 1)
    one.weight = sum(WEIGHTS[stake] for stake in stakes) + 0.99 * near
    one.stakes = [stake.value for stake in stakes]
    one.turns = min(_turns((*left.ends, *right.ends), today=today), default=None)


def _stakes(left: Side, right: Side, *, today: date) -> Iterator[Stake]:
    if any(first <= today + SOON and last >= today for first, last in (*left.ends, *right.ends)):
        yield Stake.ENDS_SOON
    if _differ(left, right):
        yield Stake.DIFFERS
    if left.held and right.held:
        yield Stake.BOTH_HELD
    elif left.held or right.held:
        yield Stake.ONE_HELD


def _turns(ends: Iterable[tuple[date, date]], *, today: date) -> Iterator[date]:
    """Name the days on which a sentence that ends comes near, or is over."""
    for first, last in ends:
        yield from (day for day in (first - SOON, last + timedelta(days=1)) if day > today)


def _differ(left: Side, right: Side) -> bool:
    closed = ((left.genders, right.genders), (left.sentences, right.sentences))
    if any(one and other and not one & other for one, other in closed):
        return True
    births = [(one, other) for one in left.births for other in right.births]
    return bool(births) and not any(_can_be_one(one, other) for one, other in births)


def _can_be_one(one: str, other: str) -> bool:
    if not (is_edtf(one) and is_edtf(other)):
        return one == other
    (first, last), (begin, end) = bounds(one), bounds(other)
    return not (last and begin and last < begin) and not (end and first and end < first)


def _sides(persons: Collection[UUID], levels: Collection[str]) -> dict[UUID, Side]:
    """Gather what documents of these levels tell of persons."""
    mentions = Entity.objects.filter(mention__person__in=persons, document__source__level__in=levels)
    entities = list(mentions.select_related("mention"))
    told = {record.id: record for record in records(entities)}
    lines = custody.lines_among(Claim.objects.all(), entities=[one.pk for one in entities])
    by_person: dict[UUID, list[Entity]] = {person: [] for person in persons}
    for one in entities:
        by_person[one.mention.person_id].append(one)
    return {
        person: _side(
            [told[str(one.pk)] for one in mentioned], [line for one in mentioned for line in lines.get(one.pk, ())]
        )
        for person, mentioned in by_person.items()
    }


def _side(told: Sequence[Record], lines: Sequence[custody.CustodyLine]) -> Side:
    return Side(
        held=bool(lines),
        ends=tuple(found for line in lines if (found := ending(line))),
        births=frozenset(one.birth for one in told if one.birth),
        genders=frozenset(one.gender for one in told if one.gender),
        sentences=frozenset(sentence for line in lines for sentence in line.sentences),
    )
