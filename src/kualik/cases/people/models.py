"""Persons: mentions judged to be of one human being, and the judgements, each of which can be undone."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kualik.cases.claims.models import Entity
from kualik.cases.ledger.models import RESTRICTED
from kualik.cases.sources.models import Sensitivity

__all__ = ["Candidate", "Judgement", "Mention", "NameKey", "Person", "Verdict"]


class Verdict(models.TextChoices):
    """Whether two mentions are of one human being."""

    POSITIVE = "positive", _("The same")
    NEGATIVE = "negative", _("Not the same")
    UNSURE = "unsure", _("Unsure")


class Person(models.Model):
    """A human being, by an id that never vanishes: after a merge it leads to the person it was merged into."""

    sensitivity: ClassVar = {"id": RESTRICTED, "number": RESTRICTED, "created_at": RESTRICTED}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)  # a short name for people at work: K-000123
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"K-{self.number:06d}"


class Mention(models.Model):
    """An entity of a document, and the person it is of now. `origin` is the person it was given at first.

    `person` follows from the judgements in force: the person of lowest number among the connected mentions.
    """

    sensitivity: ClassVar = {
        "entity": RESTRICTED,
        "origin": RESTRICTED,
        "person": RESTRICTED,
        "keyed": RESTRICTED,
        "keyed_at": RESTRICTED,
    }

    entity = models.OneToOneField(Entity, on_delete=models.PROTECT, primary_key=True, related_name="mention")
    origin = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="first_mention")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentions")
    keyed = models.CharField(max_length=20, blank=True)  # which version of the name keys it is indexed under
    keyed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["keyed"])]

    def __str__(self) -> str:
        return f"{self.entity_id} is {self.person_id}"


class NameKey(models.Model):
    """One key of one mention's names, the same in every alphabet: an index, worked out again whenever keys change."""

    sensitivity: ClassVar = {"id": RESTRICTED, "mention": RESTRICTED, "key": RESTRICTED}

    id = models.BigAutoField(primary_key=True)
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="keys")
    key = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["key"])]
        constraints = [models.UniqueConstraint(fields=["mention", "key"], name="name_key_once_per_mention")]

    def __str__(self) -> str:
        return self.key


class Candidate(models.Model):
    """Two mentions that a matcher thinks may be of one human being: a proposal, nothing more.

    `waits`, `weight`, `stakes`, `level`, `turns` and `arranged_at` are worked out (pairs.py): whether this is the pair
    by which its two persons are asked about, and how much hangs on the answer.
    """

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "left": RESTRICTED,
        "right": RESTRICTED,
        "probability": RESTRICTED,
        "why": RESTRICTED,
        "method": RESTRICTED,
        "proposed_at": RESTRICTED,
        "waits": RESTRICTED,
        "weight": RESTRICTED,
        "stakes": RESTRICTED,
        "level": RESTRICTED,
        "turns": RESTRICTED,
        "arranged_at": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    left = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="+")
    probability = models.FloatField()
    why = models.JSONField(default=list)
    method = models.CharField(max_length=80)
    proposed_at = models.DateTimeField()
    waits = models.BooleanField(default=True)
    weight = models.FloatField(default=0)
    stakes = models.JSONField(default=list)  # names of pairs.Stake
    level = models.CharField(max_length=12, default=Sensitivity.INTERNAL.value)  # of the more guarded of its sources
    turns = models.DateField(null=True)  # from this day on it has to be arranged anew: a date comes near, or is past
    arranged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-probability", "id"]
        indexes = [
            models.Index(
                models.F("weight").desc(), "id", "level", condition=models.Q(waits=True), name="candidate_in_line"
            ),
            models.Index(fields=["turns"], condition=models.Q(waits=True), name="candidate_turns"),
            models.Index(fields=["arranged_at"], name="candidate_arranged"),
        ]
        constraints = [models.UniqueConstraint(fields=["left", "right"], name="candidate_once_per_pair")]

    def __str__(self) -> str:
        return f"{self.left_id} ~ {self.right_id}"


class Judgement(models.Model):
    """Somebody's decision about two mentions: who, when, why, and when it was undone."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "left": RESTRICTED,
        "right": RESTRICTED,
        "verdict": RESTRICTED,
        "by": RESTRICTED,
        "at": RESTRICTED,
        "why": RESTRICTED,
        "undone_by": RESTRICTED,
        "undone_at": RESTRICTED,
        "undone_why": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    left = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="judged_left")
    right = models.ForeignKey(Mention, on_delete=models.PROTECT, related_name="judged_right")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_why = models.TextField(blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["left", "right"],
                condition=models.Q(undone_at__isnull=True),
                name="judgement_one_in_force_per_pair",
            ),
            models.CheckConstraint(condition=~models.Q(left=models.F("right")), name="judgement_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} {self.verdict} {self.right_id}"
