"""What somebody keeps at hand to work with: saved searches, collections of people, and what was done to many at once.

Nothing here says anything about anybody: it is the order of a desk.
"""

from enum import StrEnum
from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kualik.cases.ledger.models import RESTRICTED
from kualik.cases.people.models import Person

__all__ = ["Bulk", "Collection", "Deed", "How", "Membership", "SavedSearch"]


class How(StrEnum):
    """What becomes of those who are in a collection already."""

    APPEND = "append"
    REPLACE = "replace"
    REMOVE = "remove"


class SavedSearch(models.Model):
    """A search that somebody keeps under a name; it is theirs alone. Ended rather than deleted."""

    sensitivity: ClassVar = dict.fromkeys(
        ("id", "owner", "name", "search", "saved_at", "seen_at", "ended_at"), RESTRICTED
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_searches")
    name = models.CharField(max_length=100)
    search = models.JSONField()  # findings.asking.Search
    saved_at = models.DateTimeField()
    seen_at = models.DateTimeField()  # when its owner last looked; what came since is new
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Collection(models.Model):
    """People put together under a title, for everybody: those of one village, those of one submission."""

    sensitivity: ClassVar = dict.fromkeys(("id", "title", "made_by", "made_at"), RESTRICTED)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=100, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class Membership(models.Model):
    """Somebody is in a collection; ended rather than deleted."""

    sensitivity: ClassVar = dict.fromkeys(
        ("id", "collection", "person", "added_by", "added_at", "ended_at"), RESTRICTED
    )

    id = models.BigAutoField(primary_key=True)
    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "person"], condition=models.Q(ended_at__isnull=True), name="member_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.collection_id}"


class Deed(models.TextChoices):
    """What can be done to many at once."""

    COLLECT = "collect", _("Put into a collection")
    DECIDE = "decide", _("Claims decided")
    CLASSIFY = "classify", _("Sensitivity changed")


class Bulk(models.Model):
    """One deed done to many, with how each was before, so that it can be undone."""

    sensitivity: ClassVar = dict.fromkeys(("id", "deed", "by", "at", "changes", "collection", "undone_at"), RESTRICTED)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    deed = models.CharField(max_length=12, choices=Deed.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    changes = models.JSONField()  # by id: how it was, how it became
    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return f"{self.deed} {len(self.changes)}"
