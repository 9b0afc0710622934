"""Sources: bytes as given, where they came from, and how far the reading of them has come."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kualik.cases.ledger.models import PUBLIC, RESTRICTED, SECRET

__all__ = ["Earlier", "Handover", "RowMapping", "Sensitivity", "Source", "State"]


class Sensitivity(models.TextChoices):
    """Who may know of a source at all. New material is internal until somebody says otherwise."""

    PUBLIC = "public", _("Public")
    INTERNAL = "internal", _("Internal")
    RESTRICTED = "restricted", _("Restricted")
    SEALED = "sealed", _("Sealed")


class State(models.TextChoices):
    """How far the reading has come."""

    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    READ = "read", _("Read")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Source(models.Model):
    """Bytes as given, known by their SHA-256; the bytes themselves are in the vault."""

    sensitivity: ClassVar = {
        "sha256": RESTRICTED,
        "object_name": RESTRICTED,
        "size": RESTRICTED,
        "media_type": RESTRICTED,
        "added_by": RESTRICTED,
        "added_at": RESTRICTED,
        "level": RESTRICTED,
        "state": RESTRICTED,
        "refusal": RESTRICTED,
        "refusal_detail": RESTRICTED,
        "attempts": RESTRICTED,
        "lease_holder": RESTRICTED,
        "lease_until": RESTRICTED,
        "publisher": PUBLIC,
        "published": PUBLIC,
        "language": PUBLIC,
        "encoding": RESTRICTED,
        "official": PUBLIC,
        "mapping": RESTRICTED,
        "opened": RESTRICTED,
    }

    sha256 = models.CharField(max_length=64, primary_key=True)
    object_name = models.CharField(max_length=64, unique=True)  # in the vault: HMAC of the SHA-256
    size = models.PositiveBigIntegerField()  # bytes
    media_type = models.CharField(max_length=120, blank=True)  # sniffed, never what the sender says
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    level = models.CharField(max_length=12, choices=Sensitivity.choices, default=Sensitivity.INTERNAL)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    refusal = models.CharField(max_length=40, blank=True)  # engine.reading.Refusal
    refusal_detail = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_holder = models.CharField(max_length=64, blank=True)
    lease_until = models.DateTimeField(null=True)
    publisher = models.CharField(max_length=300, blank=True)  # as told at intake; may be empty
    published = models.CharField(max_length=40, blank=True)  # EDTF, as told at intake
    language = models.CharField(max_length=20, blank=True)  # BCP 47, as told at intake
    encoding = models.CharField(max_length=40, blank=True)  # of a text, where somebody said so
    official = models.BooleanField(default=False)  # an official paper: a verdict, a notice, a certificate
    mapping = models.ForeignKey("RowMapping", on_delete=models.PROTECT, null=True, related_name="sources")
    opened = models.BooleanField(default=False)  # what it holds came in as sources of its own, and is not read with it

    class Meta:
        ordering = ["added_at", "sha256"]
        indexes = [
            models.Index(fields=["state", "added_at"]),
            models.Index(fields=["state", "refusal", "level"], name="source_counted"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="refused") | models.Q(refusal=""), name="source_refusal_has_its_state"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="refused") | ~models.Q(refusal=""), name="source_refused_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class Handover(models.Model):
    """Where a source came from and who handed it over: a secret of its own, for custodians."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "source": RESTRICTED,
        "file_name": RESTRICTED,
        "origin": SECRET,
        "provider": SECRET,
        "note": SECRET,
        "consent": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="handover")
    file_name = models.CharField(max_length=500)
    origin = models.TextField(blank=True)  # path or address it was taken from
    provider = models.TextField(blank=True)  # who handed it over
    note = models.TextField(blank=True)
    consent = models.TextField(blank=True)  # what whoever handed it over allowed, in their words

    def __str__(self) -> str:
        return self.file_name


class Earlier(models.Model):
    """What was told of a source before somebody told more, or told it otherwise. Nothing of it is lost."""

    sensitivity: ClassVar = {"id": RESTRICTED, "source": RESTRICTED, "was": SECRET, "by": RESTRICTED, "at": RESTRICTED}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="earlier")
    was = models.JSONField()  # what `verification.stated` gives
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")  # who changed it
    at = models.DateTimeField()  # until when it stood

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.source_id[:12]} until {self.at}"


class RowMapping(models.Model):
    """Which column of a spreadsheet says what; saved by name. A new version is a new row."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "name": RESTRICTED,
        "version": RESTRICTED,
        "definition": RESTRICTED,
        "saved_by": RESTRICTED,
        "saved_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=100)
    version = models.PositiveIntegerField(default=1)
    definition = models.JSONField()  # as kualik.engine.extracting.rows.Mapping says
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="mapping_once_per_version")]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
