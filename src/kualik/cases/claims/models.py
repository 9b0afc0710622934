"""Claims: who says, denies or won't comment on what, about whom, with the exact passage."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from kualik.cases.documents.models import Document
from kualik.cases.ledger.models import PUBLIC, RESTRICTED
from kualik.cases.sources.models import Source
from kualik.engine.facts import Stance, Status

__all__ = ["Claim", "Decision", "Entity", "Tally"]


class Entity(models.Model):
    """What claims of one document are about. Persons across documents are in people/."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "document": RESTRICTED,
        "local_id": RESTRICTED,
        "schema": PUBLIC,
        "name": PUBLIC,
        "description": PUBLIC,
        "aliases": PUBLIC,
        "count": PUBLIC,
        "roles": PUBLIC,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="entities")
    local_id = models.CharField(max_length=40)  # as in `kualik read`: e1, e2 …; p1 … for those added by a person
    schema = models.CharField(max_length=40)
    name = models.CharField(max_length=300, blank=True)
    description = models.CharField(max_length=500, blank=True)
    aliases = models.JSONField(default=list)
    count = models.PositiveIntegerField(null=True)
    roles = models.JSONField(default=list)

    class Meta:
        ordering = ["document", "local_id"]
        indexes = [models.Index(fields=["schema", "name"])]
        constraints = [models.UniqueConstraint(fields=["document", "local_id"], name="entity_once_per_document")]

    def __str__(self) -> str:
        return self.name or self.description or self.schema


class Claim(models.Model):
    """Somebody takes a stance on a value of a property of an entity, in a passage. Never edited: superseded."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "document": RESTRICTED,
        "entity": RESTRICTED,
        "property": PUBLIC,
        "value": PUBLIC,
        "value_entity": RESTRICTED,
        "stance": PUBLIC,
        "voice": RESTRICTED,
        "start": RESTRICTED,
        "end": RESTRICTED,
        "quote": RESTRICTED,
        "method": PUBLIC,
        "confidence": PUBLIC,
        "status": RESTRICTED,
        "supersedes": RESTRICTED,
        "made_by": RESTRICTED,
        "made_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="claims")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="claims")
    property = models.CharField(max_length=60)
    value = models.TextField()  # text; empty where value_entity says it
    value_entity = models.ForeignKey(Entity, on_delete=models.PROTECT, null=True, related_name="pointed_at_by")
    stance = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Stance])
    voice = models.JSONField(default=list)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    method = models.CharField(max_length=80)  # reader and version, or "person"
    confidence = models.FloatField()
    status = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in Status], default=Status.PROPOSED.value
    )
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["document", "start", "end", "id"]
        indexes = [
            models.Index(fields=["document", "status"]),
            models.Index(fields=["entity", "property"]),
            models.Index(fields=["document", "start", "end", "id"], name="claim_in_order_of_text"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="claim_passage_not_empty"),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0) & models.Q(confidence__lte=1), name="claim_confidence_0_to_1"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.property}: {self.value or self.value_entity_id} ({self.stance})"


class Decision(models.Model):
    """A change of a claim's status, by whom, when and why."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "claim": RESTRICTED,
        "was": RESTRICTED,
        "became": RESTRICTED,
        "by": RESTRICTED,
        "at": RESTRICTED,
        "why": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="decisions")
    was = models.CharField(max_length=12)
    became = models.CharField(max_length=12)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.was} → {self.became}"


class Tally(models.Model):
    """How many claims of a document stand where: what the list of documents is sorted by, and nothing else.

    What it repeats of its document never changes; it is here so that a list need not read the documents, whose texts
    are long.
    """

    sensitivity: ClassVar = {
        "document": RESTRICTED,
        "source": RESTRICTED,
        "read_at": RESTRICTED,
        "published": PUBLIC,
        "language": PUBLIC,
        "proposed": RESTRICTED,
        "accepted": RESTRICTED,
        "rejected": RESTRICTED,
        "withdrawn": RESTRICTED,
    }

    document = models.OneToOneField(Document, on_delete=models.CASCADE, primary_key=True, related_name="tally")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()
    published = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=20, blank=True)
    proposed = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["-proposed", "-read_at", "document"], name="tally_waiting_first"),
            models.Index(fields=["-read_at", "document"], name="tally_read_first"),
            models.Index(fields=["-published", "document"], name="tally_published_first"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.proposed} proposed"
