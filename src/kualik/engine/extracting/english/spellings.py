"""One person under two spellings in one text: "Serikzhan Bilash" and "Serikjan Bilash"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from kualik.engine.names import compare

__all__ = ["same_spelled"]

SURE = 0.95  # score of the names engine from which two spellings may be of one name
ALIKE = 0.82  # and each word must look alike besides: the engine alone takes Hasan for Husein
MOST = 400  # pairs that are compared in one document
LOOSE = str.maketrans({"q": "k", "ü": "u", "ö": "o", "ä": "a", "ı": "i", "y": "i", "x": "h", "w": "v", "ş": "s"})


def same_spelled(names: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Find names that are other spellings of others.

    Args:
        names: names as casefolded words, no two the same.

    Returns:
        Pairs of places: the fuller (or earlier) name, and its other spelling.

    Assumes:
        In one text two names that sound the same and look alike, word by word, are one person's.

    Source:
        The score is that of `kualik.engine.names.compare`.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        blocks[name[0].translate(LOOSE)[:1] + name[0].translate(LOOSE)[-1:]].append(place)
    left = MOST
    for members in blocks.values():
        for one, other in combinations(members, 2):
            left -= 1
            if left < 0:
                return
            if _same(names[one], names[other]):
                yield (one, other) if len(names[one]) >= len(names[other]) else (other, one)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short = min(len(one), len(other))
    if (len(one) != len(other) and short > 1) or one[:short] == other[:short]:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if any(min(len(a), len(b)) < 4 or _ratio(a, b) < ALIKE for a, b in pairs):
        return False
    return compare(" ".join(one[:short]).title(), " ".join(other[:short]).title()).score >= SURE


def _ratio(one: str, other: str) -> float:
    return float(JaroWinkler.similarity(one.translate(LOOSE), other.translate(LOOSE)))
