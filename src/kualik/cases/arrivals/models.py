"""What came in together: batches of files and text, and tables whose rows become claims."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kualik.cases.claims.models import Entity
from kualik.cases.documents.models import Document
from kualik.cases.ledger.models import RESTRICTED
from kualik.cases.sources.models import RowMapping, Source

__all__ = ["Arrival", "Batch", "Import", "Match", "Outcome", "Row", "Stage", "Standing"]


class Standing(models.TextChoices):
    """Whether what a batch brought holds."""

    IN = "in", pgettext_lazy("batch", "Taken in")
    UNDOING = "undoing", pgettext_lazy("batch", "Being undone")
    UNDONE = "undone", pgettext_lazy("batch", "Undone")
    RETURNING = "returning", pgettext_lazy("batch", "Being put back")


class Outcome(models.TextChoices):
    """What became of one thing that was handed in."""

    NEW = "new", pgettext_lazy("handed in", "New")
    KNOWN = "known", pgettext_lazy("handed in", "Here already")
    REFUSED = "refused", pgettext_lazy("handed in", "Not taken")


class Stage(models.TextChoices):
    """How far the rows of a table have come."""

    CHECKING = "checking", pgettext_lazy("table", "Being tried out")
    CHECKED = "checked", pgettext_lazy("table", "Tried out, nothing taken in yet")
    IMPORTING = "importing", pgettext_lazy("table", "Being taken in")
    DONE = "done", pgettext_lazy("table", "Taken in")
    DROPPED = "dropped", pgettext_lazy("table", "Given up")


class Match(models.TextChoices):
    """By what a row is known to be one that came before."""

    NOTHING = "", _("By nothing: every row is new")
    NUMBER = "number", _("By the column with the number")
    NAME = "name", _("By name and date of birth")


class Batch(models.Model):
    """One act of handing in: whatever it brought can be undone as one."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "title": RESTRICTED,
        "by": RESTRICTED,
        "at": RESTRICTED,
        "standing": RESTRICTED,
        "with_decided": RESTRICTED,
        "moved_by": RESTRICTED,
        "moved_at": RESTRICTED,
        "why": RESTRICTED,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=200)  # the name of what came first
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    standing = models.CharField(max_length=12, choices=Standing.choices, default=Standing.IN)
    with_decided = models.BooleanField(default=False)  # undone with what people had decided meanwhile
    moved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    moved_at = models.DateTimeField(null=True)  # when it was undone
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "id"]
        indexes = [models.Index(fields=["standing"]), models.Index(fields=["-at"])]

    def __str__(self) -> str:
        return self.title


class Arrival(models.Model):
    """One file, text, letter or attachment as it was handed in, and what became of it."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "batch": RESTRICTED,
        "name": RESTRICTED,
        "source": RESTRICTED,
        "inside": RESTRICTED,
        "outcome": RESTRICTED,
        "reason": RESTRICTED,
        "at": RESTRICTED,
    }

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="arrivals")
    name = models.CharField(max_length=500)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="arrivals")
    inside = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="contents")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    reason = models.TextField(blank=True)  # why it was not taken
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="refused", source=None) | models.Q(source__isnull=False),
                name="arrival_taken_has_its_source",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Import(models.Model):
    """A table on its way to become claims: under which mapping, how far it has come, what was found on trial."""

    sensitivity: ClassVar = {
        "batch": RESTRICTED,
        "document": RESTRICTED,
        "mapping": RESTRICTED,
        "match": RESTRICTED,
        "stage": RESTRICTED,
        "total": RESTRICTED,
        "row": RESTRICTED,
        "place": RESTRICTED,
        "counted": RESTRICTED,
        "faults": RESTRICTED,
        "holder": RESTRICTED,
        "until": RESTRICTED,
    }

    batch = models.OneToOneField(Batch, on_delete=models.PROTECT, primary_key=True, related_name="table")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="imports")
    mapping = models.ForeignKey(RowMapping, on_delete=models.PROTECT, related_name="imports")
    match = models.CharField(max_length=8, choices=Match.choices, blank=True)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.CHECKING)
    total = models.PositiveIntegerField()  # rows without the headers
    row = models.PositiveIntegerField(default=2)  # the next one; the headers are row 1
    place = models.PositiveIntegerField()  # where in the text it begins
    counted = models.JSONField(default=dict)  # new, changed, same, left, faults: so far
    faults = models.JSONField(default=list)  # the first of them: [row, column, value, code]
    holder = models.CharField(max_length=64, blank=True)
    until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["stage"])]

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.stage}"


class Row(models.Model):
    """One row that was taken in: by what it is known again, what it said, and which claims say so."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "imported": RESTRICTED,
        "number": RESTRICTED,
        "key": RESTRICTED,
        "entity": RESTRICTED,
        "claims": RESTRICTED,
    }

    id = models.BigAutoField(primary_key=True)
    imported = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()  # as in the table; the headers are row 1
    key = models.CharField(max_length=300, blank=True)
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")  # the row's person
    claims = models.JSONField(default=dict)  # what each cell said, and its claim: {slot: [value, id]}

    class Meta:
        ordering = ["imported", "number"]
        indexes = [models.Index(fields=["key"])]
        constraints = [models.UniqueConstraint(fields=["imported", "number"], name="row_once_per_import")]

    def __str__(self) -> str:
        return f"row {self.number}"
