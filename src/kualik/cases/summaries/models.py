"""Summaries: one row for each person, and each event, as lists, facets and numbers need it. Derived, never truth.

They are worked out from claims and kept up by following the ledger; losing them loses nothing. What is published, and
every page about one case, is worked out from the claims themselves.
"""

from typing import ClassVar

from django.db import models

from kualik.cases.claims.models import Entity
from kualik.cases.ledger.models import PUBLIC, RESTRICTED
from kualik.cases.people.models import Person

__all__ = ["EventPart", "EventSummary", "Followed", "Noun", "PersonSummary", "Stale", "Tally"]


class Noun(models.TextChoices):
    """What there are summaries of; a series is of events, and is named by its tier."""

    PERSON = "person"
    EVENT = "event"
    SERIES = "series"


class PersonSummary(models.Model):
    """What one tier may see of one person, in a line."""

    sensitivity: ClassVar = dict.fromkeys(
        (
            "id", "person", "tier", "number", "label", "described", "sort_key", "names", "custody", "mentions",
            "documents", "proposals", "state", "state_accepted", "held", "since", "since_earliest", "since_latest",
            "since_day", "ends_earliest", "ends_latest", "facility", "custody_place", "origin_place", "sex", "birth",
            "birth_year", "grade", "witnesses", "disputed", "changed_at",
        ),
        RESTRICTED,
    )  # fmt: skip

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="summaries")
    tier = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()  # the person's
    label = models.CharField(max_length=500)
    described = models.BooleanField()  # the label is a description, since no document gives a name
    sort_key = models.CharField(max_length=500)
    names = models.JSONField(default=list)  # people.rows.NameForm, with the number of documents
    custody = models.JSONField(default=list)  # people.custody.CustodyLine, as lists show it
    mentions = models.JSONField(default=list)  # ids of entities
    documents = models.PositiveIntegerField()
    proposals = models.PositiveIntegerField()  # claims that wait for a decision
    state = models.CharField(max_length=40, blank=True)  # of the present custody, of the closed list
    state_accepted = models.BooleanField()
    held = models.BooleanField()  # deprived of liberty now, as far as was accepted
    since = models.CharField(max_length=40, blank=True)  # EDTF
    since_earliest = models.DateField(null=True)
    since_latest = models.DateField(null=True)
    since_day = models.PositiveSmallIntegerField(null=True)  # 208 for 8 February, where held since a known day
    ends_earliest = models.DateField(null=True)  # when the sentence ends
    ends_latest = models.DateField(null=True)
    facility = models.CharField(max_length=300, blank=True)
    custody_place = models.CharField(max_length=300, blank=True)  # as written
    origin_place = models.CharField(max_length=300, blank=True)  # as written
    sex = models.CharField(max_length=40, blank=True)
    birth = models.CharField(max_length=40, blank=True)  # EDTF
    birth_year = models.SmallIntegerField(null=True)
    grade = models.CharField(max_length=20, blank=True)  # how well the present custody stands, else the name
    witnesses = models.PositiveIntegerField()
    disputed = models.BooleanField()  # any of the findings
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "tier"], name="person_summary_once_per_tier")]
        indexes = [
            models.Index(fields=["tier", "number"]),
            models.Index(fields=["tier", "sort_key", "number"]),
            models.Index(fields=["tier", "changed_at"]),
            models.Index(fields=["tier", "state", "number"]),
            models.Index(fields=["tier", "custody_place", "number"]),
            models.Index(fields=["tier", "origin_place", "number"]),
            models.Index(fields=["tier", "ends_earliest", "ends_latest"]),
            models.Index(fields=["tier", "since_earliest", "since_latest"]),
            models.Index(fields=["tier", "since_day"]),
            models.Index(fields=["tier", "birth_year", "number"]),
            models.Index(fields=["tier", "grade", "number"]),
            models.Index(fields=["tier", "held", "number"]),
            models.Index(fields=["tier", "disputed", "number"]),
            models.Index(fields=["tier", "proposals", "number"]),
        ]

    def __str__(self) -> str:
        return self.label


class EventSummary(models.Model):
    """What one tier may see of one event, in a line; `entity` is the first of its entities and its address."""

    sensitivity: ClassVar = dict.fromkeys(
        (
            "id", "tier", "entity", "entities", "schema", "kind", "type", "date", "end", "earliest", "latest", "year",
            "place", "who", "target", "crowd", "demand", "recurrence", "responses", "violent", "serial", "series",
            "words", "answered", "documents", "accepted", "proposals",
        ),
        RESTRICTED,
    )  # fmt: skip

    id = models.BigAutoField(primary_key=True)
    tier = models.PositiveSmallIntegerField()
    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="event_summaries")
    entities = models.JSONField(default=list)
    schema = models.CharField(max_length=40)
    kind = models.CharField(max_length=12)  # engine.facts.events.Kind
    type = models.CharField(max_length=40, blank=True)
    date = models.CharField(max_length=60, blank=True)  # EDTF
    end = models.CharField(max_length=60, blank=True)  # EDTF
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    year = models.SmallIntegerField(null=True)
    place = models.CharField(max_length=300, blank=True)  # as written
    who = models.CharField(max_length=500, blank=True)
    target = models.CharField(max_length=500, blank=True)
    crowd = models.CharField(max_length=200, blank=True)
    demand = models.TextField(blank=True)
    recurrence = models.CharField(max_length=200, blank=True)
    responses = models.JSONField(default=list)
    violent = models.BooleanField()
    serial = models.BooleanField()  # what is told is a series rather than one day
    series = models.UUIDField(null=True)  # address of the first event of its series
    words = models.CharField(max_length=100, blank=True)  # the first of the passage that tells most
    answered = models.BooleanField()
    documents = models.PositiveIntegerField()
    accepted = models.BooleanField()
    proposals = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entity", "tier"], name="event_summary_once_per_tier")]
        indexes = [
            models.Index(fields=["tier", "earliest", "latest"]),
            models.Index(fields=["tier", "kind", "earliest"]),
            models.Index(fields=["tier", "type", "earliest"]),
            models.Index(fields=["tier", "schema", "earliest"]),
            models.Index(fields=["tier", "place"]),
            models.Index(fields=["tier", "series"]),
            models.Index(fields=["tier", "year"]),
        ]

    def __str__(self) -> str:
        return f"{self.type or self.schema} {self.date}"


class EventPart(models.Model):
    """One entity that tells of an event, and when, so that the event of any of them is found, and what may be one."""

    sensitivity: ClassVar = dict.fromkeys(
        ("id", "tier", "summary", "entity", "type", "date", "earliest", "latest"), RESTRICTED
    )

    id = models.BigAutoField(primary_key=True)
    tier = models.PositiveSmallIntegerField()
    summary = models.ForeignKey(EventSummary, on_delete=models.CASCADE, related_name="parts")
    entity = models.ForeignKey(Entity, on_delete=models.CASCADE, related_name="event_parts")
    type = models.CharField(max_length=40, blank=True)
    date = models.CharField(max_length=60, blank=True)  # EDTF
    earliest = models.DateField(null=True)  # none where it may be one with no other by its days
    latest = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["type", "earliest", "latest"]), models.Index(fields=["type", "date"])]

    def __str__(self) -> str:
        return f"{self.entity_id} of {self.summary_id}"


class Tally(models.Model):
    """How many summaries of a tier have one value of one facet: a number that no page has to count."""

    sensitivity: ClassVar = {
        "id": RESTRICTED,
        "tier": RESTRICTED,
        "noun": PUBLIC,
        "facet": PUBLIC,
        "value": RESTRICTED,
        "count": RESTRICTED,
    }

    id = models.BigAutoField(primary_key=True)
    tier = models.PositiveSmallIntegerField()
    noun = models.CharField(max_length=8, choices=Noun.choices)
    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=300, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tier", "noun", "facet", "value"], name="tally_once")]
        indexes = [
            models.Index(
                models.F("tier"), models.F("noun"), models.F("facet"), models.F("count").desc(), name="tally_most"
            )
        ]

    def __str__(self) -> str:
        return f"{self.facet} {self.value}: {self.count}"


class Stale(models.Model):
    """A person or an event whose summaries are to be worked out anew."""

    sensitivity: ClassVar = {"id": RESTRICTED, "noun": PUBLIC, "subject": RESTRICTED}

    id = models.BigAutoField(primary_key=True)
    noun = models.CharField(max_length=8, choices=Noun.choices)
    subject = models.UUIDField()  # a person, an entity of an event

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "subject"], name="stale_once")]

    def __str__(self) -> str:
        return f"{self.noun} {self.subject}"


class Followed(models.Model):
    """How far the ledger was followed, by which way of summing up; there is one row."""

    sensitivity: ClassVar = {"id": PUBLIC, "seq": RESTRICTED, "version": PUBLIC}

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.PositiveBigIntegerField(default=0)
    version = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"followed to {self.seq}"
