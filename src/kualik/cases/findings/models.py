"""Findings are worked out, not kept. What is kept is which of several values a person chose to publish, and why.

Counts are kept, every one that was asked for: so that nobody can try models until one suits, unseen.
"""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kualik.cases.claims.models import Entity
from kualik.cases.ledger.models import RESTRICTED
from kualik.cases.people.models import Person

__all__ = ["Choice", "Count", "CountState", "SeriesPlacing"]


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


class CountState(models.TextChoices):
    """How far a count has come."""

    WAITING = "waiting", _("Waiting to be counted")
    COUNTING = "counting", _("Being counted")
    DONE = "done", _("Counted")
    FAILED = "failed", _("Broken off")


class Count(models.Model):
    """One question of how many, the table it is asked of, and the report; asked once and never changed."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "asked_by": RESTRICTED,
        "asked_at": RESTRICTED,
        "title": RESTRICTED,
        "levels": RESTRICTED,
        "question": RESTRICTED,
        "chosen": RESTRICTED,
        "tables": RESTRICTED,
        "known": RESTRICTED,
        "seed": RESTRICTED,
        "methods": RESTRICTED,
        "state": RESTRICTED,
        "share": RESTRICTED,
        "attempts": RESTRICTED,
        "lease_holder": RESTRICTED,
        "lease_until": RESTRICTED,
        "checkpoint": RESTRICTED,
        "report": RESTRICTED,
        "failure": RESTRICTED,
        "ended_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    title = models.CharField(max_length=200)
    levels = models.JSONField(default=list)  # the sensitivities of what was counted: whoever looks must be allowed all
    question = models.JSONField()  # engine.counting.Question, in findings.counts
    chosen = models.JSONField()  # findings.captures.Chosen
    tables = models.JSONField()  # by stratum: lists, and people by pattern, as they were when it was asked
    known = models.JSONField()  # what must be known of the table: missingness, derived lists, pairs not judged
    seed = models.PositiveBigIntegerField()
    methods = models.CharField(max_length=20)
    state = models.CharField(max_length=12, choices=CountState.choices, default=CountState.WAITING)
    share = models.FloatField(default=0.0)  # of the work that is done
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_holder = models.CharField(max_length=64, blank=True)
    lease_until = models.DateTimeField(null=True)
    checkpoint = models.TextField(blank=True)  # what an interrupted run left behind, in base 64
    report = models.JSONField(null=True)  # engine.counting.keeping
    failure = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="done") | models.Q(report__isnull=False), name="count_done_with_a_report"
            ),
            models.CheckConstraint(
                condition=models.Q(share__gte=0) & models.Q(share__lte=1), name="count_share_0_to_1"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SeriesPlacing(models.Model):
    """Somebody's decision that an event belongs to a series, or (without one) to none; ended rather than deleted."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "event": RESTRICTED,
        "series": RESTRICTED,
        "by": RESTRICTED,
        "at": RESTRICTED,
        "why": RESTRICTED,
        "undone_by": RESTRICTED,
        "undone_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="placings")
    series = models.ForeignKey(Entity, on_delete=models.PROTECT, null=True, related_name="+")  # any event of the series
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event"],
                condition=models.Q(undone_at__isnull=True),
                name="series_placing_one_in_force_per_event",
            ),
            models.CheckConstraint(
                condition=models.Q(series__isnull=True) | ~models.Q(series=models.F("event")),
                name="series_placing_of_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} in {self.series_id or 'no series'}"
