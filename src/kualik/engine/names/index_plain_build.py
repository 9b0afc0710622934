"""Build a segment of an index without the compiled core: the same bytes as core/index_build.c writes."""

from array import array
from dataclasses import replace
from itertools import accumulate, chain
from struct import Struct

from kualik.engine.names.index_bytes import (
    NO_WORD,
    NODE_BYTES,
    SCRIPTS,
    Head,
    Progress,
    packed_texts,
    places_of,
    script_of,
)
from kualik.engine.names.model import Model
from kualik.engine.names.preparing import Name, NamePart, prepare

__all__ = ["build", "counted", "spellings"]

TITLE_OR_INITIAL = 64 | 8  # flags of a part
NODE = Struct("<IiBBH")


def counted(name: Name) -> list[NamePart]:
    """Give the parts that say who somebody is: titles and initials are not looked for."""
    return [part for part in name.parts if part.length[0] and not part.flags & TITLE_OR_INITIAL]


def spellings(part: NamePart) -> list[bytes]:
    """Give the spellings of a part that are indexed: each reading whole, without family ending, without case."""
    lengths = zip(part.length, part.stem, part.bare, strict=True)
    return [
        part.symbols[reading][:length]
        for reading, three in enumerate(lengths)
        for length in dict.fromkeys(three)
        if length
    ]


def build(model: Model, names: list[str], progress: Progress) -> bytearray:
    """Build a segment.

    Args:
        model: whose symbols are indexed.
        names: any texts; rows count from 0.
        progress: called after every name; what it raises ends the building.

    Returns:
        The segment.
    """
    rows: dict[bytes, list[int]] = {}
    parts = bytearray(len(names))
    for row, name in enumerate(names):
        found = counted(prepare(name))
        parts[row] = len(found)
        for spelling in {one for part in found for one in spellings(part)}:
            rows.setdefault(spelling, []).append(row)
        progress(row + 1, len(names))
    words = sorted(rows)
    nodes, begin = _trie(words)
    offsets, text = packed_texts(names)
    first = accumulate((len(rows[word]) for word in words), initial=0)
    every = chain.from_iterable(rows[word] for word in words)
    arrays = (nodes, _numbers(first), _numbers(every), offsets, bytes(parts), text)
    return _laid_out(model.fingerprint, arrays, begin, words=len(words))


def _numbers(values: "chain[int] | accumulate[int]") -> bytes:
    return b"".join(value.to_bytes(4, "little") for value in values)


def _laid_out(model: int, arrays: tuple[bytes, ...], begin: tuple[int, ...], *, words: int) -> bytearray:
    nodes, _, rows, _, parts, text = map(len, arrays)
    head = Head(
        model=model,
        rows=parts,
        words=words,
        nodes=nodes // NODE_BYTES,
        postings=rows // 4,
        begin=begin,
        text=text,
        size=0,
    )
    *places, end = places_of(head)
    content = bytearray(end)
    for place, one in zip((0, *places), (replace(head, size=end).packed(), *arrays), strict=True):
        content[place : place + len(one)] = one
    return content


def _trie(words: list[bytes]) -> tuple[bytes, tuple[int, ...]]:
    """Lay the trie of sorted words out in the order of a walk; say where each script begins in it."""
    ends, ending, symbols, depths = array("L"), array("l"), bytearray(), bytearray()
    begin, path, before = [0] * (SCRIPTS + 1), list[int](), b""
    for number, word in enumerate((*words, b"")):
        same = _shared(before, word)
        for node in path[same:]:
            ends[node] = len(ends)
        del path[same:]
        for depth, symbol in enumerate(word[same:], start=same + 1):
            path.append(len(ends))
            ends.append(0)
            ending.append(NO_WORD)
            symbols.append(symbol)
            depths.append(depth)
            begin[script_of(symbol) + 1 :] = [len(ends)] * (SCRIPTS - script_of(symbol))
        if word:
            ending[path[-1]] = number
        before = word
    nodes = zip(ends, ending, symbols, depths, strict=True)
    return b"".join(NODE.pack(*node, 0) for node in nodes), tuple(begin)


def _shared(one: bytes, other: bytes) -> int:
    """Count the symbols that two words begin with alike."""
    both = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(both) if a != b), min(len(one), len(other)))
