"""Read a text without the marks that nobody sees, and say where everything stands in the text as it is.

Zero-width marks, marks of direction and soft hyphens come along when text is copied from a phone or a page; letters
with their accents apart, from some PDFs. They would divide words, so readers are given the text without them.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kualik.engine.facts.claims import Document, Reading, Spoken, Stretch, claim_id

__all__ = ["Places", "fold", "unfold"]

UNSEEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
ARABIC = "\u0620-\u06ff\u0750-\u077f"
ODD = re.compile(
    rf"(?P<unseen>[{UNSEEN}]+|(?<![{ARABIC}])[\u200c\u200d]|[\u200c\u200d](?![{ARABIC}]))"
    r"|[^\W_][\u0300-\u036f\u0653-\u0655]{1,8}"
)
"""What is left out, or may be one letter: joiners are letters between Arabic letters, and nothing elsewhere."""
TRAILING = re.compile(rf"[{UNSEEN}\u200c\u200d]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a folded text differs: the places in it from which on the distance is another, and those in the original."""

    folded: Sequence[int]
    original: Sequence[int]

    def to_original(self, place: int) -> int:
        """Find a place of the folded text in the original."""
        number = bisect_right(self.folded, place) - 1
        return self.original[number] + place - self.folded[number]

    def to_folded(self, place: int) -> int:
        """Find a place of the original in the folded text; what was left out is where the next letter is."""
        number = bisect_right(self.original, place) - 1
        found = self.folded[number] + place - self.original[number]
        return min(found, self.folded[number + 1]) if number + 1 < len(self.folded) else found


def fold(document: Document) -> tuple[Document, Places | None]:
    """Leave out of a document what nobody sees, and put letters and their accents together.

    Args:
        document: the document.

    Returns:
        The document to read, without pages, and where it differs; the document itself where there is nothing to fold.
    """
    pieces: list[str] = []
    folded, original = [0], [0]
    length = seen = 0
    for match in ODD.finditer(document.text):
        instead = "" if match["unseen"] else unicodedata.normalize("NFC", match[0])
        if instead == match[0]:
            continue
        pieces += [document.text[seen : match.start()], instead]
        length += match.start() - seen + len(instead)
        seen = match.end()
        folded.append(length)
        original.append(seen)
    if not seen:
        return document, None
    places = Places(folded=folded, original=original)
    return _moved(document, "".join((*pieces, document.text[seen:])), places), places


def _moved(document: Document, text: str, places: Places) -> Document:
    to = places.to_folded
    spoken = (Spoken(start=to(one.start), end=to(one.end), speaker=one.speaker) for one in document.spoken)
    languages = (Stretch(start=to(one.start), end=to(one.end), language=one.language) for one in document.languages)
    return replace(document, text=text, pages=(), spoken=tuple(spoken), languages=tuple(languages))


def unfold(reading: Reading, document: Document, places: Places | None) -> Reading:
    """Say of a reading of a folded document where everything stands in the document itself.

    Args:
        reading: of the folded document.
        document: as it is.
        places: where they differ.

    Returns:
        The reading with the document's own places and words; names of entities stay folded.
    """
    if places is None:
        return reading
    claims = []
    for claim in reading.claims:
        start = places.to_original(claim.start)
        quote = TRAILING.sub("", document.text[start : places.to_original(claim.end)])
        moved = replace(claim, start=start, end=start + len(quote), quote=quote)
        claims.append(replace(moved, id=claim_id(document.id, moved)))
    whole = replace(document, publisher=reading.document.publisher)
    return Reading(document=whole, entities=reading.entities, claims=tuple(claims))
