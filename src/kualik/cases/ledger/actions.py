"""The one thing that can be done to the ledger: an entry is added."""

from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import DEFAULT_DB_ALIAS, connections

from kualik.cases.ledger.canonical import GENESIS, JSON, Row, hash_of, stamp
from kualik.cases.ledger.errors import OutsideTransaction
from kualik.cases.ledger.models import Entry
from kualik.cases.ledger.policy import Actor

__all__ = ["write"]

LOCK = 0x6B75616C  # "kual": the advisory lock that puts writers in a row on PostgreSQL


def write(*, by: Actor, at: datetime, kind: str, about: str, details: Mapping[str, JSON] | None = None) -> Entry:
    """Write one entry, within the transaction of the act that it records.

    Args:
        by: who acts.
        at: when.
        kind: noun:deed, such as "source:added".
        about: noun:id of what was acted on.
        details: ids and commitments only, never names or text: what is erased by law leaves the chain whole.

    Returns:
        The entry, numbered one more than the last and carrying its hash.

    Raises:
        OutsideTransaction: there is no open transaction.
        TypeError: `details` hold something that has no canonical form.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if not connection.in_atomic_block:
        raise OutsideTransaction(kind=kind)
    if connection.vendor == "postgresql":  # SQLite's transactions are IMMEDIATE: there is one writer already
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    row = _next(by=by, at=at, kind=kind, about=about, details=dict(details or {}))
    return Entry.objects.create(
        seq=row.seq,
        at=at.astimezone(UTC),
        actor_id=by.pk,
        kind=kind,
        about=about,
        details=row.details,
        previous=row.previous,
        hash=hash_of(row),
    )


def _next(*, by: Actor, at: datetime, kind: str, about: str, details: Mapping[str, JSON]) -> Row:
    last = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
    seq, previous = last or (0, GENESIS)
    return Row(
        seq=seq + 1,
        at=stamp(at),
        actor=str(by.pk),
        kind=kind,
        about=about,
        details=details,
        previous=previous,
        hash="",
    )
