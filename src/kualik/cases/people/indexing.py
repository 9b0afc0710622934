"""An index of names that is the same in every alphabet: under which keys a mention is found."""

from collections.abc import Collection, Sequence
from uuid import UUID

from kualik.cases.claims.models import Entity
from kualik.cases.people.models import NameKey
from kualik.cases.people.records import records
from kualik.engine import names
from kualik.engine.linking import Record

__all__ = ["VERSION", "keys_of", "known_like", "sharing", "spelling_keys"]

VERSION = "1"
"""Raised when `names.keys` changes; mentions indexed under an older one are indexed again by the job."""

LONGEST = 80  # characters, the length of the column
NUMBER = "number:"
KIN = "kin:"  # marks the keys of those who have no name of their own and are known by their kin


def spelling_keys(spellings: Collection[str]) -> frozenset[str]:
    """Find the keys of all spellings of a name."""
    return frozenset(key[:LONGEST] for spelling in spellings for key in names.keys(spelling))


def keys_of(record: Record) -> frozenset[str]:
    """Find the keys of a record: of its names, or of its kin's where it has none; and its numbers."""
    named = spelling_keys(record.names) or {KIN + key for key in spelling_keys(record.kin)}
    numbers = {NUMBER + "".join(filter(str.isalnum, number.casefold())) for number in record.numbers}
    return frozenset(key[:LONGEST] for key in named | numbers)


def sharing(keys: Collection[str]) -> set[UUID]:
    """Find the mentions that are indexed under any of these keys."""
    return set(NameKey.objects.filter(key__in=keys).values_list("mention_id", flat=True))


def known_like(found: Sequence[Record]) -> list[Record]:
    """Gather the records of mentions that share a key with new ones; they alone are worth comparing."""
    near = sharing({key for record in found for key in keys_of(record)})
    new = {UUID(record.id) for record in found}
    return records(Entity.objects.filter(pk__in=near - new))
