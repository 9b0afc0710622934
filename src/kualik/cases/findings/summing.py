"""What lists show of people, for many at once: the same pure functions as a person's page, in few questions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from kualik.cases.claims.models import Claim, Decision, Entity
from kualik.cases.findings.case import Episode, Known, Passage
from kualik.cases.findings.episodes import episodes, first_value
from kualik.cases.findings.passages import NEEDED, known, passages
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.ends import ending
from kualik.cases.people.models import Person
from kualik.cases.people.records import IN_FORCE
from kualik.cases.people.rows import NameForm, PersonRow, rows_among, seen_among
from kualik.cases.summaries.models import PersonSummary
from kualik.cases.summaries.tiers import GUARDED, LEVELS, TIERS
from kualik.engine.facts import Schema
from kualik.engine.facts.edtf import bounds, is_edtf
from kualik.engine.weighing import Grade

__all__ = ["person_summaries"]

HELD = "detainee"
OVER = frozenset({"released", "died in custody"})
HEAVY = ("document__text", "document__fingerprint", "document__warnings")
LABEL, PLACE, DATE = 500, 300, 40  # letters that the columns hold
LAST = "9"  # comes after every date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that one tier may see of one person: the row of a list, and the passages about them and their custody."""

    row: PersonRow
    own: tuple[Passage, ...]
    custody: Mapping[UUID, Sequence[Passage]]
    changed_at: datetime


def person_summaries(persons: Collection[UUID]) -> list[PersonSummary]:
    """Sum up persons for every tier; a tier that may see nothing of somebody gets nothing.

    Where no source is restricted or sealed, all tiers see the same, and it is worked out once.
    """
    guarded = _guarded(persons)
    last = TIERS[-1]
    everything = _summaries(persons, tier=last)
    copies = [_for_tier(one, tier) for one in everything if one.person_id not in guarded for tier in TIERS[:-1]]
    apart = [one for tier in TIERS[:-1] for one in _summaries(guarded, tier=tier)]
    return [*everything, *copies, *apart]


def _guarded(persons: Collection[UUID]) -> set[UUID]:
    entities = Entity.objects.filter(mention__person__in=persons, document__source__level__in=GUARDED)
    return set(entities.values_list("mention__person", flat=True))


def _for_tier(one: PersonSummary, tier: int) -> PersonSummary:
    values = {name: value for name, value in vars(one).items() if name not in {"_state", "id"}}
    return PersonSummary(**values | {"tier": tier})


def _summaries(persons: Collection[UUID], *, tier: int) -> list[PersonSummary]:
    if not persons:
        return []
    claims = Claim.objects.filter(document__source__level__in=LEVELS[tier])
    mentions = seen_among(Entity.objects.filter(document__source__level__in=LEVELS[tier]), persons=persons)
    return [_summary(one, tier) for one in _gathered(claims, mentions)]


def _gathered(claims: QuerySet[Claim], mentions: Mapping[UUID, Sequence[Entity]]) -> list[Told]:
    """Gather what claims tell of persons, for all in one go; whoever nothing is claimed of any more is left out."""
    standing = claims.filter(status__in=IN_FORCE)
    ids = {entity.pk: person for person, entities in mentions.items() for entity in entities}
    pointing = standing.filter(value_entity__in=ids).order_by().values_list("entity_id", "property", "value_entity_id")
    custody: dict[UUID, set[UUID]] = defaultdict(set)
    spoken_of: set[UUID] = set()
    for entity, name, mention in pointing:
        spoken_of.add(ids[mention])
        if name == HELD:
            custody[ids[mention]].add(entity)
    told = _by_entity(standing, {*ids, *(one for held in custody.values() for one in held)})
    present = spoken_of | {ids[entity] for entity in told if entity in ids}
    seen = {person: entities for person, entities in mentions.items() if person in present}
    persons = Person.objects.filter(pk__in=seen).order_by("number")
    changed = _changed(claims, {*ids, *told})
    return [
        Told(
            row=row,
            own=tuple(one for mention in row.mentions for one in told.get(mention, ())),
            custody={one: told[one] for one in custody[row.person.pk] if one in told},
            changed_at=max(changed.get(one, row.person.created_at) for one in (*row.mentions, *custody[row.person.pk])),
        )
        for row in rows_among(claims, persons=list(persons), mentions=seen)
    ]


def _by_entity(standing: QuerySet[Claim], entities: Collection[UUID]) -> dict[UUID, list[Passage]]:
    found: dict[UUID, list[Passage]] = defaultdict(list)
    asked = standing.filter(entity__in=entities).select_related(*NEEDED).defer(*HEAVY)
    for one in passages(asked.order_by("document", "start", "end", "pk")):
        found[one.entity].append(one)
    return found


def _changed(claims: QuerySet[Claim], entities: Collection[UUID]) -> dict[UUID, datetime]:
    """Say when a claim about an entity was last made or decided on."""
    made = claims.filter(entity__in=entities).order_by().values_list("entity").annotate(at=Max("made_at"))
    found: dict[UUID, datetime] = dict(made)
    decided = Decision.objects.filter(claim__in=claims.filter(entity__in=entities).order_by()).order_by()
    for entity, at in decided.values_list("claim__entity").annotate(last=Max("at")):
        found[entity] = max(found[entity], at)
    return found


def _summary(told: Told, tier: int) -> PersonSummary:
    row, subject = told.row, str(told.row.person.pk)
    own = known(subject, told.own, schema=Schema.PERSON.value)
    held = episodes(subject=subject, told=told.custody, chosen={})
    now = max(held, key=_standing, default=None)
    every = (*own, *(one for episode in held for one in episode.known))
    return PersonSummary(
        person_id=row.person.pk,
        tier=tier,
        number=row.person.number,
        label=row.label[:LABEL],
        described=row.described,
        sort_key=row.label.casefold()[:LABEL],
        names=[_name(form) for form in row.names],
        custody=[_line(line) for line in row.custody],
        mentions=[str(mention) for mention in row.mentions],
        documents=row.documents,
        proposals=row.proposals,
        disputed=any(one.finding is not None and one.finding.disputed for one in every),
        changed_at=told.changed_at,
        **_of_custody(now),
        **_of_person(told.own),
        **_how_well(now, own),
    )


def _standing(one: Episode) -> tuple[bool, str]:
    """Put stretches of custody in order, the present one last: accepted after proposed, then by when they began."""
    return (one.accepted, one.line.start or (LAST if one.line.state in OVER else ""))


def _name(form: NameForm) -> dict[str, Any]:
    return asdict(form) | {"documents": len(form.documents)}


def _line(line: CustodyLine) -> dict[str, Any]:
    return asdict(line) | {"documents": [], "others": list(line.others)}


def _of_custody(now: Episode | None) -> dict[str, Any]:
    line = now.line if now else CustodyLine(state="")
    ends = ending(line) if now else None
    first, last = bounds(line.start) if is_edtf(line.start) else (None, None)
    held = bool(now and line.accepted and not line.end and line.state not in OVER)
    return {
        "state": line.state,
        "state_accepted": line.accepted,
        "held": held,
        "since_day": first.month * 100 + first.day if held and first and first == last else None,
        "since": line.start[:DATE],
        "since_earliest": first,
        "since_latest": last,
        "ends_earliest": ends and ends[0],
        "ends_latest": ends and ends[1],
        "facility": _value(now.known if now else (), "Custody.facility")[:PLACE],
        "custody_place": line.place[:PLACE],
    }


def _of_person(own: Iterable[Passage]) -> dict[str, Any]:
    said = [(one.property, one.value, one.accepted) for one in own]
    birth = first_value(said, "birthDate")
    first, last = bounds(birth) if is_edtf(birth) else (None, None)
    return {
        "origin_place": (first_value(said, "birthPlace") or first_value(said, "address"))[:PLACE],
        "sex": first_value(said, "gender")[:DATE],
        "birth": birth[:DATE],
        "birth_year": first.year if first and last and first.year == last.year else None,
    }


def _value(told: Iterable[Known], name: str) -> str:
    """Take the best value of a finding; of what is only proposed the first."""
    one = next((one for one in told if one.property == name), None)
    if one is None:
        return ""
    if one.finding and one.finding.values:
        return one.finding.values[0].value
    return next((proposal.value for proposal in one.proposals), "")


def _how_well(now: Episode | None, own: Sequence[Known]) -> dict[str, Any]:
    """Say how well the present custody stands; where none was accepted, how well the name does."""
    for told, name in ((now.known if now else (), "Custody.state"), (own, "Person.name")):
        found = next((one.finding for one in told if one.property == name and one.finding), None)
        if found is not None and found.values and found.values[0].grade != Grade.UNSUPPORTED:
            return {"grade": found.values[0].grade.value, "witnesses": found.values[0].independent}
    return {"grade": "", "witnesses": 0}
