"""Everything that can be done to summaries. They are derived, so that nothing here is recorded in the ledger."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, Model, OuterRef

from kualik.cases.summaries.facets import Facet, counted
from kualik.cases.summaries.models import EventPart, EventSummary, Followed, Noun, PersonSummary, Stale, Tally

__all__ = ["follow_to", "mark", "replace_events", "replace_persons", "set_series", "start_over", "take"]

BATCH = 1000
VALUES = 200  # conditions in one question


@transaction.atomic
def mark(*, noun: Noun, subjects: Iterable[UUID]) -> None:
    """Say that summaries are to be worked out anew."""
    Stale.objects.bulk_create(
        [Stale(noun=noun, subject=one) for one in subjects], batch_size=BATCH, ignore_conflicts=True
    )


@transaction.atomic
def take(*, noun: Noun, most: int) -> list[UUID]:
    """Take the first of those that are to be worked out anew; whoever takes them works them out in this transaction."""
    found = list(Stale.objects.filter(noun=noun).order_by("pk").values_list("pk", "subject")[:most])
    Stale.objects.filter(pk__in=[pk for pk, _subject in found]).delete()
    return [subject for _pk, subject in found]


def follow_to(*, seq: int) -> None:
    """Note how far the ledger was followed."""
    Followed.objects.update(seq=seq)


@transaction.atomic
def start_over(*, version: int) -> Followed:
    """Begin with the first entry of the ledger, by this way of summing up; what there is stays until it is replaced."""
    followed, _made = Followed.objects.update_or_create(pk=1, defaults={"seq": 0, "version": version})
    return followed


@transaction.atomic
def replace_persons(*, persons: Collection[UUID], summaries: Collection[PersonSummary]) -> None:
    """Put summaries in the place of those that there were of persons; whoever has none any more has none."""
    before = list(PersonSummary.objects.filter(person__in=persons))
    kept = {_content(one): one.pk for one in before}
    new = [one for one in summaries if _content(one) not in kept]
    same = {kept[_content(one)] for one in summaries if _content(one) in kept}
    gone = [one for one in before if one.pk not in same]
    PersonSummary.objects.filter(pk__in=[one.pk for one in gone]).delete()
    PersonSummary.objects.bulk_create(new, batch_size=BATCH)
    _count(gone, new)


@transaction.atomic
def replace_events(
    *, tier: int, entities: Collection[UUID], summaries: Collection[EventSummary], parts: Collection[EventPart]
) -> None:
    """Put summaries in the place of those of one tier that any of these entities is part of; series stay."""
    touching = EventPart.objects.filter(summary=OuterRef("pk"), entity__in=entities)
    before = list(EventSummary.objects.filter(Exists(touching), tier=tier))
    series = {one.entity_id: one.series for one in before}
    for one in summaries:
        one.series = series.get(one.entity_id)
    kept = {_content(one): one.pk for one in before}
    new = [one for one in summaries if _content(one) not in kept]
    same = {kept[_content(one)] for one in summaries if _content(one) in kept}
    gone = [one for one in before if one.pk not in same]
    EventPart.objects.filter(entity__in=entities, tier=tier).delete()
    EventSummary.objects.filter(pk__in=[one.pk for one in gone]).delete()
    EventSummary.objects.bulk_create(new, batch_size=BATCH)
    rows = {one.entity_id: one.pk for one in (*before, *new) if one not in gone}
    for part in parts:
        part.summary_id = rows[part.summary.entity_id]
    EventPart.objects.bulk_create(parts, batch_size=BATCH)
    _count(gone, new)


def _content(one: Model) -> str:
    """Write all that a summary says, but the number of its row, so that two can be told apart."""
    return repr(sorted((name, value) for name, value in vars(one).items() if name not in {"_state", "id"}))


def _count(gone: Iterable[PersonSummary | EventSummary], new: Iterable[PersonSummary | EventSummary]) -> None:
    """Change the numbers by what is gone and what is new."""
    change = counted(new)
    change.subtract(counted(gone))
    wanted = {facet: by for facet, by in change.items() if by}
    known = _known(wanted)
    amounts: dict[int, list[int]] = defaultdict(list)
    for facet, pk in known.items():
        amounts[wanted[facet]].append(pk)
    for by, pks in amounts.items():
        for start in range(0, len(pks), VALUES):
            Tally.objects.filter(pk__in=pks[start : start + VALUES]).update(count=F("count") + by)
    made = [facet for facet in wanted if facet not in known]
    Tally.objects.bulk_create(
        [Tally(tier=tier, noun=noun, facet=name, value=value, count=wanted[tier, noun, name, value])
         for tier, noun, name, value in made],
        batch_size=BATCH,
    )  # fmt: skip


def _known(wanted: Collection[Facet]) -> dict[Facet, int]:
    """Find the numbers that are kept already of these facets."""
    grouped: Counter[tuple[int, str, str]] = Counter(facet[:3] for facet in wanted)
    found: dict[Facet, int] = {}
    for group in grouped:
        values = [facet[3] for facet in wanted if facet[:3] == group]
        tier, noun, name = group
        rows = Tally.objects.filter(tier=tier, noun=noun, facet=name, value__in=values).values_list("value", "pk")
        found |= {(*group, value): pk for value, pk in rows}
    return found


def set_series(*, tier: int, series: Mapping[UUID, UUID]) -> None:
    """Note to which series events of one tier belong, by their addresses; those left out belong to none."""
    known = dict(EventSummary.objects.filter(tier=tier).exclude(series=None).values_list("entity", "series"))
    changed: dict[UUID | None, list[UUID]] = defaultdict(list)
    for entity in {*known, *series}:
        if known.get(entity) != series.get(entity):
            changed[series.get(entity)].append(entity)
    for anchor, entities in changed.items():
        for start in range(0, len(entities), VALUES):
            part = entities[start : start + VALUES]
            EventSummary.objects.filter(entity__in=part, tier=tier).update(series=anchor)
