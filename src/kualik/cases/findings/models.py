"""Findings are worked out, not kept. What is kept is which of several values a person chose to publish, and why."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models

from kualik.cases.ledger.models import RESTRICTED
from kualik.cases.people.models import Person

__all__ = ["Choice"]


class Choice(models.Model):
    """The value of a disputed property chosen for publication; ended rather than deleted."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "person": RESTRICTED,
        "property": RESTRICTED,
        "value": RESTRICTED,
        "by": RESTRICTED,
        "at": RESTRICTED,
        "why": RESTRICTED,
        "ended_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="choices")
    property = models.CharField(max_length=60)  # schema.property, such as "Custody.sentence"
    value = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "property"],
                condition=models.Q(ended_at__isnull=True),
                name="choice_one_in_force_per_property",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.property} = {self.value}"
