"""How far the review of each document has come: counted when something is done, so that no list has to count."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import CharField, Count, QuerySet, Sum, Value

from kualik.cases.accounts.models import User
from kualik.cases.claims.models import Claim, Tally
from kualik.cases.documents.models import Document
from kualik.cases.sources.models import Source
from kualik.cases.sources.policy import unseen
from kualik.engine.facts import Status

__all__ = ["COUNTED", "counted", "waiting"]

COUNTED = tuple(sorted(status.value for status in Status))
REPEATED = ("source_id", "read_at", "published", "language")
"""What a tally repeats of its document."""


def counted(documents: Collection[UUID]) -> list[Tally]:
    """Count the claims of documents as they stand now; nothing is kept.

    Assumes:
        It is called after the deed's entry in the ledger: the entry's lock puts writers in a row, so the last to count
        has seen every claim.
    """
    known = {one["pk"]: one for one in Document.objects.filter(pk__in=documents).values("pk", *REPEATED)}
    many = {id_: dict.fromkeys(COUNTED, 0) for id_ in known}
    found = Claim.objects.filter(document__in=documents).order_by().values_list("document", "status")
    for id_, status, count in found.annotate(count=Count("pk")):
        many[id_][status] = count
    return [
        Tally(document_id=id_, **{name: known[id_][name] for name in REPEATED}, **counts)
        for id_, counts in many.items()
    ]


def waiting(*, viewer: User) -> QuerySet[Tally, tuple[str, int]]:
    """Count the claims that wait for a decision, as far as somebody may know of them: a part of a union."""
    hidden = Source.objects.filter(level__in=unseen(viewer)).order_by()
    found = Tally.objects.filter(proposed__gt=0).exclude(source__in=hidden).order_by()
    named = found.annotate(what=Value("claims", output_field=CharField()))
    return named.values("what").annotate(many=Sum("proposed")).values_list("what", "many")
