"""One way to write an entry as bytes, so that anybody can compute its hash again.

The form is that of RFC 8785 for what an entry may hold: keys sorted, no spaces, UTF-8, no fractions.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypeAlias

__all__ = ["GENESIS", "JSON", "Row", "canonical", "hash_of", "stamp"]

JSON: TypeAlias = "str | int | bool | Sequence[JSON] | Mapping[str, JSON] | None"

GENESIS = "0" * 64
"""What the first entry carries as the hash of the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry as plain values; `at` as `stamp` writes it."""

    seq: int
    at: str
    actor: str
    kind: str
    about: str
    details: Mapping[str, JSON]
    previous: str
    hash: str


def stamp(at: datetime) -> str:
    """Write a moment as ISO 8601 in UTC with microseconds.

    Raises:
        ValueError: the moment has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {at!r}")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def canonical(value: JSON) -> bytes:
    """Write a value as canonical JSON.

    Raises:
        TypeError: the value holds something that has no single canonical form, such as a fraction.
    """
    _check(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _check(value: JSON) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not key.isascii():
                raise TypeError(f"a key of an entry is plain ASCII text, not {key!r}")
            _check(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner)
    elif not isinstance(value, str | int | None):
        raise TypeError(f"an entry holds text, whole numbers, true, false, null, lists and objects, not {value!r}")


def hash_of(row: Row) -> str:
    """Compute the hash of an entry from everything in it but the hash itself."""
    content: dict[str, JSON] = {
        "seq": row.seq,
        "at": row.at,
        "actor": row.actor,
        "kind": row.kind,
        "about": row.about,
        "details": row.details,
        "previous": row.previous,
    }
    return sha256(canonical(content)).hexdigest()
