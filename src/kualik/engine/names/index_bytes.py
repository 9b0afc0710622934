"""Where things lie in a segment of an index: core/index.h in Python.

A segment is written once and then read in place, by the compiled core or by `index_plain.py`. It holds the names
themselves too, so that an index needs no other file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from struct import Struct

__all__ = [
    "HEAD",
    "LOWEST",
    "MAGIC",
    "NODE_BYTES",
    "NO_WORD",
    "SCRIPTS",
    "BadSegment",
    "Head",
    "Progress",
    "Texts",
    "head_of",
    "packed_texts",
    "places_of",
    "script_of",
    "texts_of",
]

Progress = Callable[[int, int], None]
"""Told how many names of how many are read."""

HEAD = Struct("<8sIIIII5IQQ")
OFFSET = Struct("<QQ")
MAGIC = b"KNSEGM01"
ALIGNMENT = 64
NODE_BYTES = 12
NO_WORD = -1  # a node where no spelling ends
SCRIPTS = 4
LOWEST = (0, 48, 96, 144, 256)  # the first symbol of each script, and the end


class BadSegment(ValueError):
    """The bytes are no whole segment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands at the beginning: of which model the symbols are, and how many there are of everything."""

    model: int  # its fingerprint
    rows: int
    words: int
    nodes: int
    postings: int
    begin: tuple[int, ...]  # the first node of each script, and the end
    text: int  # bytes
    size: int  # bytes of the whole segment

    def packed(self) -> bytes:
        """Write the head as it lies in the segment."""
        counts = (self.model, self.rows, self.words, self.nodes, self.postings)
        return HEAD.pack(MAGIC, *counts, *self.begin, self.text, self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The names of a segment, read where they lie."""

    content: memoryview
    head: Head
    offsets: int
    text: int

    def __len__(self) -> int:
        """Count them."""
        return self.head.rows

    def at(self, row: int) -> str:
        """Give the name of a row.

        Raises:
            BadSegment: the segment is damaged.
        """
        begin, end = OFFSET.unpack_from(self.content, self.offsets + 8 * row)
        if not begin <= end <= self.head.text:
            raise BadSegment("a name lies outside its segment")
        try:
            return str(self.content[self.text + begin : self.text + end], "utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            raise BadSegment("a name is no text") from error


def script_of(symbol: int) -> int:
    """Say which script a symbol is of, from 0."""
    return sum(symbol >= lowest for lowest in LOWEST[1:SCRIPTS])


def packed_texts(names: list[str]) -> tuple[bytes, bytes]:
    """Write names as a segment holds them: their offsets, and the text."""
    encoded = [name.encode("utf-8", "surrogatepass") for name in names]
    offsets = bytearray(8 * (len(names) + 1))
    at = 0
    for row, one in enumerate(encoded, start=1):
        at += len(one)
        offsets[8 * row : 8 * row + 8] = at.to_bytes(8, "little")
    return bytes(offsets), b"".join(encoded)


def places_of(head: Head) -> tuple[int, ...]:
    """Say where nodes, first rows of spellings, rows, offsets of texts, parts and text begin; last, where all ends."""
    sizes = (
        head.nodes * NODE_BYTES,
        (head.words + 1) * 4,
        head.postings * 4,
        (head.rows + 1) * 8,
        head.rows,
        head.text,
    )
    places = [HEAD.size]
    for size in sizes:
        places.append(places[-1] + size + -size % ALIGNMENT)
    return tuple(places)


def head_of(content: memoryview) -> Head:
    """Read the head of a segment, and see that the segment is as long as it says.

    Raises:
        BadSegment: it is something else, or broken off.
    """
    if len(content) < HEAD.size:
        raise BadSegment("broken off")
    magic, model, rows, words, nodes, postings, *rest = HEAD.unpack_from(content)
    head = Head(
        model=model,
        rows=rows,
        words=words,
        nodes=nodes,
        postings=postings,
        begin=tuple(rest[:5]),
        text=rest[5],
        size=rest[6],
    )
    if magic != MAGIC or head.size != len(content) or places_of(head)[-1] != head.size:
        raise BadSegment("not a segment, or broken off")
    return head


def texts_of(content: memoryview) -> Texts:
    """Open the names of a segment.

    Raises:
        BadSegment: it is something else, or broken off.
    """
    head = head_of(content)
    places = places_of(head)
    return Texts(content=content, head=head, offsets=places[3], text=places[5])
