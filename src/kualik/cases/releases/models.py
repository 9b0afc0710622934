"""Releases: a frozen, approved copy of selected findings for one audience, each item under a recorded consent."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kualik.cases.ledger.models import PUBLIC, RESTRICTED, SECRET
from kualik.cases.people.models import Person

__all__ = ["Audience", "Consent", "Item", "Release", "ReleaseState"]


class Audience(models.TextChoices):
    """For whom something leaves the house."""

    PUBLIC = "public", _("The public")
    UN = "un", _("A body of the United Nations")
    LAWYERS = "lawyers", _("Lawyers")
    PARTNERS = "partners", _("Partner organisations")


class ReleaseState(models.TextChoices):
    """How far a release has come."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Consent(models.Model):
    """That somebody may be shown to an audience: who allowed it, when, who recorded it, and when withdrawn."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "person": RESTRICTED,
        "audience": RESTRICTED,
        "given_by": SECRET,
        "given_on": RESTRICTED,
        "recorded_by": RESTRICTED,
        "recorded_at": RESTRICTED,
        "withdrawn_by": RESTRICTED,
        "withdrawn_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    given_by = models.TextField()  # who allowed it, and what they are to the person
    given_on = models.CharField(max_length=40)  # EDTF
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.person_id} to {self.audience}"


class Release(models.Model):
    """A selection for one audience. Once approved it does not change; it can be withdrawn."""

    sensitivity: ClassVar = {
        "id": PUBLIC,
        "title": PUBLIC,
        "audience": PUBLIC,
        "state": RESTRICTED,
        "drafted_by": RESTRICTED,
        "drafted_at": RESTRICTED,
        "approved_by": RESTRICTED,
        "approved_at": PUBLIC,
        "withdrawn_by": RESTRICTED,
        "withdrawn_at": RESTRICTED,
        "digest": PUBLIC,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=300)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    state = models.CharField(max_length=12, choices=ReleaseState.choices, default=ReleaseState.DRAFT)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the frozen items, set on approval

    class Meta:
        ordering = ["drafted_at", "id"]

    def __str__(self) -> str:
        return self.title


class Item(models.Model):
    """One person as shown in a release: a copy, so that nothing behind it can be reached by following a key."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "release": PUBLIC,
        "position": PUBLIC,
        "person": RESTRICTED,
        "consent": RESTRICTED,
        "content": PUBLIC,
        "withheld": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()  # what is shown; public fields alone
    withheld = models.JSONField(default=list)  # [property, why]

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["release", "person"], name="item_once_per_person"),
            models.UniqueConstraint(fields=["release", "position"], name="item_one_per_position"),
        ]

    def __str__(self) -> str:
        return f"{self.release_id} {self.position}"
