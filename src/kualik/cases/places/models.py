"""Places: decisions that a written name is a place of the gazetteer, and boundaries drawn on the map."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from kualik.cases.ledger.models import PUBLIC, RESTRICTED

__all__ = ["Boundaries", "Naming"]


class Naming(models.Model):
    """Somebody's decision that a written name is a place of the gazetteer, or none; undone rather than deleted."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "key": RESTRICTED,
        "written": RESTRICTED,
        "place": RESTRICTED,
        "by": RESTRICTED,
        "at": RESTRICTED,
        "why": RESTRICTED,
        "undone_by": RESTRICTED,
        "undone_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.CharField(max_length=300)  # the name folded: what all its spellings share
    written = models.CharField(max_length=300)
    place = models.CharField(max_length=16, blank=True)  # id of the gazetteer; empty: no place that could be shown
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(undone_at__isnull=True), name="naming_one_in_force_per_name"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.written} = {self.place or 'no place'}"


class Boundaries(models.Model):
    """Outlines from somebody's file, simplified, with the licence under which they may be shown."""

    sensitivity: ClassVar = {
        "id": PUBLIC,
        "title": PUBLIC,
        "licence": PUBLIC,
        "sha256": PUBLIC,
        "areas": PUBLIC,
        "count": PUBLIC,
        "by": RESTRICTED,
        "at": RESTRICTED,
        "removed_by": RESTRICTED,
        "removed_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=200)
    licence = models.CharField(max_length=300)  # as the map's attribution says it
    sha256 = models.CharField(max_length=64)  # of the file as it was given
    areas = models.JSONField()  # engine.placing.geojson.Area
    count = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return self.title
