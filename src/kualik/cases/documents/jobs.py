"""What waits: documents that are not in the index of full text, after a restore or since terms changed."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.documents import actions, indexing
from kualik.cases.documents.models import Document, Section, SectionKind
from kualik.engine.searching import VERSION

__all__ = ["lacking", "run"]

BATCH = 50  # documents in one transaction


def lacking(kind: SectionKind) -> QuerySet[Document]:
    """Find the documents that have no section of a kind as terms are now."""
    there = Section.objects.filter(document=OuterRef("pk"), kind=kind, version=VERSION)
    return Document.objects.filter(~Exists(there)).order_by("read_at", "pk")


def run(*, by: User, at: datetime) -> int:
    """Index what is not indexed, batch by batch; safe to repeat and to interrupt.

    Returns:
        How many documents were indexed.
    """
    indexed = 0
    while batch := list(lacking(SectionKind.TEXT)[:BATCH]):
        actions.index(by=by, at=at, rows=list(indexing.text_rows(batch)), again=True)
        indexed += len(batch)
    return indexed
