"""The ledger: who did what, when; only ever added to, each entry carrying the hash of the one before."""

from typing import ClassVar

from django.conf import settings
from django.db import models

__all__ = ["PUBLIC", "RESTRICTED", "SECRET", "Entry"]

PUBLIC, RESTRICTED, SECRET = "public", "restricted", "secret"
"""How a model's field is declared: public may leave in a release, restricted stays inside, secret is for custodians."""


class Entry(models.Model):
    """One act. It holds ids and commitments, never names or text, so that lawful erasure keeps the chain whole."""

    sensitivity: ClassVar = {
        "seq": RESTRICTED,
        "at": RESTRICTED,
        "actor": RESTRICTED,
        "kind": RESTRICTED,
        "about": RESTRICTED,
        "details": RESTRICTED,
        "previous": RESTRICTED,
        "hash": RESTRICTED,
    }

    seq = models.PositiveBigIntegerField(primary_key=True)  # 1, 2, 3 … without a gap
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)  # noun:deed, such as "source:added"
    about = models.CharField(max_length=100)  # noun:id, such as "claim:3f2a…"
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]
        constraints = [
            models.CheckConstraint(condition=models.Q(seq__gte=1), name="ledger_seq_from_one"),
        ]
        indexes = [
            models.Index(fields=["actor", "seq"]),  # what somebody did last
            models.Index(fields=["about"]),
            models.Index(fields=["kind"]),
            models.Index(fields=["at"]),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.about}"
