"""Find persons by a name in any alphabet, or by words that are said of them, and say why each was found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Value

from kualik.cases.accounts.models import User
from kualik.cases.claims.indexing import schema_mark
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import SectionKind, Terms
from kualik.cases.people.indexing import spelling_keys
from kualik.cases.people.models import NameKey
from kualik.cases.people.records import IN_FORCE, NAMES, names_of
from kualik.cases.people.rows import PersonRow
from kualik.engine import names
from kualik.engine.facts import Schema
from kualik.engine.searching import Question, ask

__all__ = ["MOST", "THESE_WORDS", "Hit", "explained", "search"]

LEAST = 0.5  # how likely two spellings must be one name for the one to be shown when the other is asked for
THESE_WORDS = "these words"
LITERAL = 0.99  # how well somebody fits of whom the very words are said
HELD = 0.9  # how well somebody fits of whose custody they are
MOST = 1000  # entities that are found by words; of more, those of the newest documents
COMPARED = 150  # mentions whose spelling is compared with the query: those that share most keys with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One person found: how well they fit (0 to 1), and why."""

    person: UUID
    number: int
    score: float
    why: tuple[names.Reason, ...]


def search(*, viewer: User, among: QuerySet[Entity], query: str) -> list[Hit]:
    """Find the persons whose name sounds like a query, or of whom its words are said; best first.

    However large the casebook, a bounded number of mentions is looked at.
    """
    asked = ask(query)
    best: dict[UUID, Hit] = {}
    by_words = () if asked.is_empty else _by_words(viewer, among, asked)
    for hit in (*_alike(among, query), *by_words):
        known = best.get(hit.person)
        if known is None or known.score < hit.score:
            best[hit.person] = hit
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.number))


def explained(row: PersonRow, *, why: tuple[names.Reason, ...]) -> PersonRow:
    """Say with a row of a list why it was found."""
    return replace(row, why=why)


def _alike(among: QuerySet[Entity], query: str) -> Iterable[Hit]:
    shared = NameKey.objects.filter(key__in=spelling_keys([query])).values("mention").annotate(keys=Count("pk"))
    nearest = shared.order_by("-keys", "mention").values("mention")[:COMPARED]
    near = list(among.filter(pk__in=nearest).select_related("mention__person").order_by("pk"))
    spelt: dict[UUID, list[str]] = defaultdict(list)
    told = Claim.objects.filter(entity__in=near, property__in=NAMES, status__in=IN_FORCE)
    for id_, value in told.order_by("pk").values_list("entity_id", "value") if near else ():
        spelt[id_].append(value)
    for entity in near:
        compared = names.compare_all((query, name, None, None) for name in names_of(entity, spelt[entity.pk]))
        best = max(compared, key=lambda found: found.score, default=None)
        if best and best.score >= LEAST:
            yield _hit(entity, best.score, best.why)


def _by_words(viewer: User, among: QuerySet[Entity], asked: Question) -> Iterable[Hit]:
    """Find of whom the words are said, or of whose custody: the facility, the grounds, the sentence."""
    custodies = _entities(viewer, asked, Schema.CUSTODY)
    held = Claim.objects.filter(entity__in=custodies, property="detainee", status__in=IN_FORCE).values("value_entity")
    told = _scored(among.filter(pk__in=_entities(viewer, asked, Schema.PERSON)), LITERAL)
    for person, number, name, description, score in told.union(_scored(among.filter(pk__in=held), HELD)):
        yield Hit(
            person=person, number=number, score=score, why=(names.Reason(what=THESE_WORDS, a=name or description),)
        )


def _scored(found: QuerySet[Entity], score: float) -> "QuerySet[Entity, tuple[Any, ...]]":
    columns = ("mention__person", "mention__person__number", "name", "description", "score")
    return found.order_by().annotate(score=Value(score)).values_list(*columns)


def _entities(viewer: User, asked: Question, schema: Schema) -> "QuerySet[Terms, Any]":
    marks = ((schema_mark(schema.value),),)
    found = documents.sections(viewer=viewer, kind=SectionKind.ENTITY, asked=asked, marks=marks)
    return found.values("section__of")[:MOST]


def _hit(entity: Entity, score: float, why: tuple[names.Reason, ...]) -> Hit:
    person = entity.mention.person
    return Hit(person=person.pk, number=person.number, score=score, why=why)
