"""Which mentions belong together: those joined by positive judgements in force."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Q, QuerySet

from kualik.cases.people.models import Judgement, Verdict

__all__ = ["binding", "components", "connected", "in_force", "joined_to"]


def in_force() -> QuerySet[Judgement]:
    """Find the judgements that were not undone."""
    return Judgement.objects.filter(undone_at=None)


def connected(start: UUID, *, without: UUID | None = None) -> frozenset[UUID]:
    """Find the mentions that positive judgements in force join to one, itself included."""
    return joined_to({start}, without=without)


def joined_to(mentions: Collection[UUID], *, without: UUID | None = None) -> frozenset[UUID]:
    """Find the mentions that positive judgements in force join to any of these, themselves included.

    Args:
        mentions: where to begin.
        without: a judgement that is left aside, to see what it alone holds together.
    """
    seen, frontier = set(mentions), set(mentions)
    joining = in_force().filter(verdict=Verdict.POSITIVE)
    if without is not None:
        joining = joining.exclude(pk=without)
    while frontier:
        joined = joining.filter(Q(left__in=frontier) | Q(right__in=frontier))
        frontier = {end for pair in joined.order_by().values_list("left_id", "right_id") for end in pair} - seen
        seen |= frontier
    return frozenset(seen)


def components(mentions: Collection[UUID]) -> Iterator[frozenset[UUID]]:
    """Split mentions, with all that is joined to them, into those that belong together."""
    waiting = set(mentions)
    while waiting:
        component = connected(waiting.pop())
        waiting -= component
        yield component


def binding(left: Collection[UUID], right: Collection[UUID]) -> Judgement | None:
    """Find a negative judgement in force between two groups of mentions."""
    between = Q(left__in=left, right__in=right) | Q(left__in=right, right__in=left)
    return in_force().filter(between, verdict=Verdict.NEGATIVE).first()
