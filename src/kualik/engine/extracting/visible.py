"""A text as it is seen: without invisible marks and with letters composed, and the way back to every place.

Zero-width and direction marks stand inside words of copied web pages; letters of PDF files and of macOS come apart
(и and a breve for й). Readers see neither; claims are put back to the places of the text as it is kept.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import is_normalized, normalize

from kualik.engine.facts.claims import Claim, Document, Reading, Spoken, claim_id

__all__ = ["Seen", "put_back", "seen"]

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
CLUSTER = re.compile(f"[^{MARKS}][{MARKS}]{{1,30}}")

Seen = tuple[Document, Sequence[int] | None]
"""A document as it is seen, and for each of its letters (and its end) the place in the text as kept, if another."""


def seen(document: Document) -> Seen:
    """Take the invisible out of a text and compose its letters.

    Args:
        document: the document as kept.

    Returns:
        The document to be read, and the places of its letters in the kept text; None where nothing was to be done.

    Source:
        Unicode Standard Annex 15 (NFC), Annex 9 (bidirectional marks).
    """
    text = document.text
    if is_normalized("NFC", text) and not INVISIBLE.search(text):
        return document, None
    letters: list[str] = []
    places: list[int] = []
    for start, end in _runs(text):
        piece = text[start:end]
        composed = normalize("NFC", piece) if len(piece) > 1 else piece
        letters.append(composed)
        places += [min(start + n, end - 1) for n in range(len(composed))] if len(composed) > 1 else [start]
    spoken = tuple(_shown(one, places) for one in document.spoken)
    return replace(document, text="".join(letters), spoken=spoken, pages=()), [*places, len(text)]


def _runs(text: str) -> list[tuple[int, int]]:
    """Cut a text into letters with their marks, the invisible left out."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        if INVISIBLE.match(text, at):
            at += 1
            continue
        cluster = CLUSTER.match(text, at)
        end = cluster.end() if cluster else at + 1
        runs.append((at, end))
        at = end
    return runs


def _shown(spoken: Spoken, places: Sequence[int]) -> Spoken:
    return replace(spoken, start=bisect_left(places, spoken.start), end=bisect_left(places, spoken.end))


def put_back(reading: Reading, document: Document, places: Sequence[int] | None) -> Reading:
    """Put what was read back to the places of the text as kept.

    Args:
        reading: read from the text as seen.
        document: the document as kept.
        places: what `seen` gave.

    Returns:
        The reading with the kept text's passages.
    """
    if places is None:
        return reading
    kept = replace(reading.document, text=document.text, spoken=document.spoken, pages=document.pages)
    claims = tuple(_back(claim, document, places) for claim in reading.claims)
    return replace(reading, document=kept, claims=claims)


def _back(claim: Claim, document: Document, places: Sequence[int]) -> Claim:
    start = places[claim.start]
    end = places[claim.end] if claim.end > claim.start else start
    quote = document.text[start:end]
    end -= len(quote) - len(_without_edge(quote))
    moved = replace(claim, start=start, end=end, quote=document.text[start:end])
    return replace(moved, id=claim_id(document.id, moved))


def _without_edge(quote: str) -> str:
    """Drop invisible marks at the end of a passage: they belong to what follows."""
    while quote and INVISIBLE.match(quote[-1]):
        quote = quote[:-1]
    return quote
