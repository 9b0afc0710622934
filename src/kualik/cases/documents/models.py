"""Documents: what was read from a source, with the place of every character."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from kualik.cases.documents.full_text import TermsField
from kualik.cases.ledger.models import PUBLIC, RESTRICTED
from kualik.cases.sources.models import Source

__all__ = ["Band", "Document", "Page", "Rendition", "Section", "SectionKind", "Terms"]


class Document(models.Model):
    """Text as read; never edited. A new reading is a new version and the old one stays."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "source": RESTRICTED,
        "part": RESTRICTED,
        "version": RESTRICTED,
        "title": PUBLIC,
        "language": PUBLIC,
        "publisher": PUBLIC,
        "published": PUBLIC,
        "text": RESTRICTED,
        "reader": RESTRICTED,
        "warnings": RESTRICTED,
        "read_at": RESTRICTED,
        "fingerprint": RESTRICTED,
        "copy_of": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="documents")
    part = models.PositiveIntegerField(default=1)  # from 1: a sheet of a workbook, a part of a message
    version = models.PositiveIntegerField(default=1)
    title = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=20, default="und")  # BCP 47
    publisher = models.CharField(max_length=300, blank=True)
    published = models.CharField(max_length=40, blank=True)  # EDTF
    text = models.TextField()
    reader = models.CharField(max_length=80)
    warnings = models.JSONField(default=list)
    read_at = models.DateTimeField()
    fingerprint = models.JSONField(default=list)  # MinHash, 64 values: engine.reading.near_duplicate
    copy_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="copies")

    class Meta:
        ordering = ["read_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "part", "version"], name="document_once_per_part_and_version"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.id)


class Page(models.Model):
    """One page of a document: its stretch of text, its size in points, the boxes of its words."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "document": RESTRICTED,
        "number": RESTRICTED,
        "start": RESTRICTED,
        "end": RESTRICTED,
        "width": RESTRICTED,
        "height": RESTRICTED,
        "boxes": RESTRICTED,
    }

    id = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="pages")
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    width = models.FloatField(default=0.0)
    height = models.FloatField(default=0.0)
    boxes = models.JSONField(default=list)  # [start, end, left, top, right, bottom] each

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="page_once_per_document")]

    def __str__(self) -> str:
        return f"{self.document_id} p. {self.number}"


class Band(models.Model):
    """A part of the fingerprint of a first document, so that its near-duplicates are found without a look at all."""

    sensitivity: ClassVar = {"id": RESTRICTED, "document": RESTRICTED, "value": RESTRICTED}

    id = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="bands")
    value = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.document_id} {self.value}"


class Rendition(models.Model):
    """A source is the translation, or the transcript, of another. Taken back, not deleted; in force at most once."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "source": RESTRICTED,
        "original": RESTRICTED,
        "declared_by": RESTRICTED,
        "declared_at": RESTRICTED,
        "undone_by": RESTRICTED,
        "undone_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="renders")
    original = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="rendered_by")
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["declared_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=models.Q(undone_at=None), name="rendition_of_one_original"
            ),
            models.CheckConstraint(condition=~models.Q(source=models.F("original")), name="rendition_of_another"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id[:12]} renders {self.original_id[:12]}"


class SectionKind(models.TextChoices):
    """What a section of the index stands for."""

    TEXT = "t", "Text"
    CLAIM = "c", "Claim"
    ENTITY = "e", "What claims are about"
    MARK = "m", "All claims of the document are in the index"


class Section(models.Model):
    """A stretch that is searched as a whole: some two pages of a text, a claim, what is said of an entity.

    The index is worked out from the rest: it is in no backup, and a job makes it again where it is missing.
    """

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "kind": RESTRICTED,
        "document": RESTRICTED,
        "of": RESTRICTED,
        "start": RESTRICTED,
        "end": RESTRICTED,
        "version": RESTRICTED,
    }

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=1, choices=SectionKind.choices)
    document = models.ForeignKey(Document, on_delete=models.DO_NOTHING, db_constraint=False, related_name="sections")
    of = models.UUIDField()  # the document, claim or entity
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    version = models.PositiveSmallIntegerField()  # engine.searching.VERSION

    class Meta:
        managed = False  # made by migration 0003, differently for each kind of database
        db_table = "documents_section"

    def __str__(self) -> str:
        return f"{self.kind} {self.of} {self.start}-{self.end}"


class Terms(models.Model):
    """The terms of a section: FTS5 on SQLite, a tsvector on PostgreSQL."""

    sensitivity: ClassVar = {"section": RESTRICTED, "terms": RESTRICTED}

    section = models.OneToOneField(
        Section,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        primary_key=True,
        db_column="rowid",
        related_name="terms",
    )
    terms = TermsField()

    class Meta:
        managed = False
        db_table = "documents_terms"

    def __str__(self) -> str:
        return str(self.section_id)
