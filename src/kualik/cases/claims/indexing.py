"""By which terms claims are found, and what they are about: every value, every voice, every name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from uuid import UUID

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents import actions, jobs
from kualik.cases.documents.full_text import Stream
from kualik.cases.documents.indexing import Row, kind_mark, mark, marks_of
from kualik.cases.documents.models import Document, SectionKind
from kualik.engine.facts import Status
from kualik.engine.searching import sections

__all__ = ["IN_FORCE", "catch_up", "claim_rows", "done_rows", "entity_rows", "property_mark", "schema_mark"]

IN_FORCE = (Status.PROPOSED.value, Status.ACCEPTED.value)
BATCH = 20  # documents whose claims are indexed in one transaction
LONGEST = 2000  # characters of a value that are indexed
BETWEEN = "§"  # stands between two values, so that no phrase runs from one into the other


def schema_mark(schema: str) -> str:
    """Mark of what kind the entity is that something is said about."""
    return mark("s", schema)


def property_mark(property_: str) -> str:
    """Mark which property a claim gives a value of."""
    return mark("f", property_)


def claim_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Give the sections by which claims are found: their values and those who say so. Rejected ones are found too."""
    for one in claims:
        named = one.value_entity.name if one.value_entity else ""
        texts = (one.value[:LONGEST], named, *one.voice)
        marks = (
            *marks_of(one.document, SectionKind.CLAIM),
            schema_mark(one.entity.schema),
            property_mark(one.property),
        )
        yield _row(SectionKind.CLAIM, one.document, one.pk, texts, marks)


def entity_rows(entities: Collection[UUID]) -> Iterator[Row]:
    """Give the sections by which entities are found: names, description, and every value that still stands."""
    said: dict[UUID, list[str]] = defaultdict(list)
    told = Claim.objects.filter(entity__in=entities, status__in=IN_FORCE).order_by("pk")
    for entity, value, pointed in told.values_list("entity_id", "value", "value_entity__name"):
        said[entity].append(value[:LONGEST] or pointed or "")
    for one in Entity.objects.filter(pk__in=entities).select_related("document").order_by("pk"):
        texts = (one.name, *one.aliases, one.description, *dict.fromkeys(said[one.pk]))
        marks = (*marks_of(one.document, SectionKind.ENTITY), schema_mark(one.schema))
        yield _row(SectionKind.ENTITY, one.document, one.pk, texts, marks)


def _row(kind: SectionKind, document: Document, of: UUID, texts: Iterable[str], marks: tuple[str, ...]) -> Row:
    read = [next(sections(text, language=document.language)) for text in texts if text]
    words = [word for one in read for word in (*one.words, BETWEEN)]
    stems = sorted({stem for one in read for stem in one.stems})
    return Row(kind=kind, document=document.pk, of=of, stream=Stream(tuple(words), (*marks, *stems)))


def done_rows(documents: Iterable[UUID]) -> Iterator[Row]:
    """Note that all claims of documents are in the index."""
    for one in documents:
        yield Row(kind=SectionKind.MARK, document=one, of=one, stream=Stream((), (kind_mark(SectionKind.MARK),)))


def catch_up(*, by: User, at: datetime) -> int:
    """Index the claims of documents where they are not indexed; safe to repeat and to interrupt.

    Returns:
        Of how many documents the claims were indexed.
    """
    indexed = 0
    while batch := list(jobs.lacking(SectionKind.MARK).values_list("pk", flat=True)[:BATCH]):
        claims = Claim.objects.filter(document__in=batch).select_related("document", "entity", "value_entity")
        entities = list(Entity.objects.filter(document__in=batch).values_list("pk", flat=True))
        rows = [*claim_rows(claims.order_by("pk")), *entity_rows(entities), *done_rows(batch)]
        actions.index(by=by, at=at, rows=rows, again=True)
        indexed += len(batch)
    return indexed
