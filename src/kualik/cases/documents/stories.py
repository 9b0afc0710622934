"""Which documents tell the same story in the same words: near-duplicates, found without comparing all with all.

A fingerprint of 64 MinHash values is cut into 16 bands of 4. Two texts whose values agree in a share *s* meet in at
least one band with probability 1 - (1 - s⁴)¹⁶: 0.9998 at 0.8, the least likeness of a copy.
Source: Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3rd edition, section 3.4.
"""

from collections.abc import Sequence
from hashlib import blake2b
from struct import pack

from kualik.cases.documents.models import Band, Document
from kualik.engine.reading.near_duplicate import similarity

__all__ = ["LEAST", "bands", "first_telling"]

LEAST = 0.8
ROWS = 4


def bands(fingerprint: Sequence[int]) -> list[int]:
    """Cut a fingerprint into bands, each a whole number that a database keeps in 64 bits; none for a text too short."""
    return [_value(at, fingerprint[at : at + ROWS]) for at in range(0, len(fingerprint), ROWS)]


def _value(at: int, part: Sequence[int]) -> int:
    packed = pack(f">{len(part) + 1}Q", at, *part)
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "big", signed=True)


def first_telling(document: Document) -> Document | None:
    """Find the first document whose words this one repeats; None where it is the first.

    Only first tellings have bands, so a hundred copies of one dispatch cost one comparison each.
    """
    near = Band.objects.filter(value__in=bands(document.fingerprint)).exclude(document__source=document.source_id)
    known = Document.objects.filter(pk__in=near.values("document_id")).only("id", "fingerprint", "read_at")
    likeness = {one: similarity(document.fingerprint, one.fingerprint) for one in known}
    alike = [one for one, value in likeness.items() if value >= LEAST]
    return max(alike, key=lambda one: likeness[one], default=None)
