"""An index of names that is the same in every alphabet: under which keys a mention is found."""

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from uuid import UUID

from django.db.models import Count

from kualik.cases.claims.models import Entity
from kualik.cases.people.models import NameKey
from kualik.cases.people.records import records
from kualik.engine import names
from kualik.engine.linking import Record

__all__ = ["VERSION", "keys_of", "known_like", "sharing", "spelling_keys"]

VERSION = "2"
"""Raised when `names.keys` changes; mentions indexed under an older one are indexed again by the job."""

MOST = 100  # mentions that one new record is compared with, unless all its keys are common
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
    """Gather the records of mentions that share rare keys with new ones; they alone are worth comparing.

    A key that a great many share, such as a common given name, is left out as long as rarer ones lead somewhere,
    so that the work for one new record does not grow with the casebook.
    """
    wanted = {record.id: keys_of(record) for record in found}
    counted = NameKey.objects.filter(key__in={key for keys in wanted.values() for key in keys}).values("key")
    frequency = dict(counted.annotate(count=Count("id")).values_list("key", "count"))
    telling = {key for keys in wanted.values() for key in _telling(keys, frequency)}
    near = sharing(telling) - {UUID(record.id) for record in found}
    return records(Entity.objects.filter(pk__in=near))


def _telling(keys: Collection[str], frequency: Mapping[str, int]) -> list[str]:
    """Take the rarest keys, as many as do not lead to too many mentions; the rarest in any case."""
    known = sorted((key for key in keys if key in frequency), key=lambda key: (frequency[key], key))
    sums = accumulate(frequency[key] for key in known)
    return [key for place, (key, total) in enumerate(zip(known, sums, strict=True)) if place == 0 or total <= MOST]
