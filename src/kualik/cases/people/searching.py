"""Find persons by a name in any alphabet, or by words of a description, and say why each was found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q, QuerySet

from kualik.cases.claims.models import Claim, Entity
from kualik.cases.people.indexing import sharing, spelling_keys
from kualik.cases.people.records import IN_FORCE, NAMES, names_of
from kualik.cases.people.rows import PersonRow
from kualik.engine import names

__all__ = ["THESE_WORDS", "Hit", "explained", "search"]

LEAST = 0.5  # how likely two spellings must be one name for the one to be shown when the other is asked for
THESE_WORDS = "these words"
LITERAL = 0.99  # how well a text that contains the very words fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One person found: how well they fit (0 to 1), and why."""

    person: UUID
    number: int
    score: float
    why: tuple[names.Reason, ...]


def search(*, among: QuerySet[Entity], query: str) -> list[Hit]:
    """Find the persons whose name sounds like a query, or whose name or description holds its words; best first."""
    best: dict[UUID, Hit] = {}
    for hit in (*_alike(among, query), *_literal(among, query)):
        known = best.get(hit.person)
        if known is None or known.score < hit.score:
            best[hit.person] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.number))


def explained(row: PersonRow, *, why: tuple[names.Reason, ...]) -> PersonRow:
    """Say with a row of a list why it was found."""
    return replace(row, why=why)


def _alike(among: QuerySet[Entity], query: str) -> Iterable[Hit]:
    near = among.filter(pk__in=sharing(spelling_keys([query]))).select_related("mention__person")
    spelt: dict[UUID, list[str]] = defaultdict(list)
    told = Claim.objects.filter(entity__in=near, property__in=NAMES, status__in=IN_FORCE)
    for id_, value in told.order_by("pk").values_list("entity_id", "value"):
        spelt[id_].append(value)
    for entity in near:
        compared = names.compare_all((query, name, None, None) for name in names_of(entity, spelt[entity.pk]))
        best = max(compared, key=lambda found: found.score, default=None)
        if best and best.score >= LEAST:
            yield _hit(entity, best.score, best.why)


def _literal(among: QuerySet[Entity], query: str) -> Iterable[Hit]:
    fits = Q()
    for word in query.split():
        fits &= Q(name__icontains=word) | Q(description__icontains=word)
    for entity in among.filter(fits).select_related("mention__person"):
        yield _hit(entity, LITERAL, (names.Reason(what=THESE_WORDS, a=str(entity)),))


def _hit(entity: Entity, score: float, why: tuple[names.Reason, ...]) -> Hit:
    person = entity.mention.person
    return Hit(person=person.pk, number=person.number, score=score, why=why)
