"""Keys under which spellings of one name meet: classes of consonants, vowels left out."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations, groupby, product

from kualik.engine.names.orthography import phones
from kualik.engine.names.preparing import NamePart, prepare

__all__ = ["keys", "shape", "skeleton"]

JOINED = {"R": "L"}  # Chinese writes r as l, and l at the end of a syllable as r
WEAK = "K"  # what is often not written: h, gh, and k at the end of a syllable
VOWEL = "V"
STARTS_WITH_VOWEL = "'"
SHORT = 2  # classes; with fewer, the skeleton alone would put too many names together
LONG = 4  # classes; from here on a name may lack one and still be found
HEAD = 2  # classes of each of two parts that together are a key
LEAST = 3  # signs in a key of two parts
TITLE_OR_INITIAL = 64 | 8


@cache
def _classes() -> dict[int, str]:
    return {phone.symbol: JOINED.get(phone.skeleton, phone.skeleton) for phone in phones()}


@cache
def _vowels() -> frozenset[int]:
    return frozenset(phone.symbol for phone in phones() if phone.kind == VOWEL)


@lru_cache(maxsize=65536)
def skeleton(symbols: bytes) -> str:
    """Reduce symbols to classes of consonants: b, p and f are one; r and l are one; vowels and w are none."""
    return _undoubled("".join(_classes().get(symbol, "") for symbol in symbols))


@lru_cache(maxsize=65536)
def shape(symbols: bytes) -> str:
    """Reduce symbols to classes of consonants and places of vowels."""
    return _undoubled("".join("a" if symbol in _vowels() else _classes().get(symbol, "") for symbol in symbols))


def _undoubled(text: str) -> str:
    return "".join(letter for letter, _ in groupby(text))


def keys(name: str) -> frozenset[str]:
    """Find the keys of a name for blocking.

    Args:
        name: a name in any of our scripts.

    Returns:
        Per part its consonant skeleton, and for a long one also the skeletons that lack one class; for a short one
        (Ali, Aya) its shape; the skeleton of all parts as one; and for every two parts how both begin.
        Two spellings of one name nearly always share a key (how nearly: docs/methods/names-search.md).
    """
    prepared = prepare(name)
    parts = [part for part in prepared.parts if part.length[0] and not part.flags & TITLE_OR_INITIAL]
    of_parts = (key for part in parts for symbols in _spellings(part) for key in _keys_of(symbols))
    return frozenset({*of_parts, *_whole(parts), *_pairs(parts)})


def _spellings(part: NamePart) -> Iterator[bytes]:
    for symbols, length, stem in zip(part.symbols, part.length, part.stem, strict=True):
        yield from {symbols[:length], symbols[:stem]} - {b""}


@lru_cache(maxsize=65536)
def _keys_of(symbols: bytes) -> tuple[str, ...]:
    bones = skeleton(symbols)
    if len(bones) < SHORT:
        return ("~" + shape(symbols),)
    return (bones, *_lacking(bones))


def _lacking(bones: str) -> Iterator[str]:
    if len(bones) >= LONG:
        yield from dict.fromkeys(bones[:place] + bones[place + 1 :] for place in range(len(bones)))


def _whole(parts: list[NamePart]) -> Iterator[str]:
    """Give the keys of a name written in one: parts may be joined in one list and apart in another."""
    for reading in (0, 1):
        if len(parts) > 1 and all(part.length[reading] for part in parts):
            bones = skeleton(b"".join(part.symbols[reading][: part.length[reading]] for part in parts))
            if len(bones) >= SHORT:
                yield from (bones, *_lacking(bones))


def _pairs(parts: list[NamePart]) -> Iterator[str]:
    """Join how two parts begin, in whichever order they stand."""
    for one, other in combinations(parts, 2):
        for two in product(_heads(one), _heads(other)):
            if len("".join(two)) >= LEAST:
                yield "+".join(sorted(two))


def _heads(part: NamePart) -> frozenset[str]:
    """Say how a part begins: its first classes, with the weak ones and without them."""
    found: set[str] = set()
    for symbols, stem in zip(part.symbols, part.stem, strict=True):
        if stem:
            first = STARTS_WITH_VOWEL if symbols[0] in _vowels() else ""
            bones = skeleton(symbols[:stem])
            strong = _undoubled(bones.replace(WEAK, ""))
            found |= {first + bones[:HEAD], first + strong[:HEAD]}
    return frozenset(found)
