"""Two names part against part: which belong together, how near they are, what is left over."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Indel

from kualik.engine.names.blocking import shape, skeleton
from kualik.engine.names.splitting import Part, parts

__all__ = ["Alignment", "Pair", "align", "nearness"]

APART = 0.6  # nearness below which two fathers' names are different names


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts set against each other: how near by letters, by consonant classes, and on the whole (0 to 1)."""

    a: Part
    b: Part
    letters: float
    bones: float
    near: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two names lie against each other. Shares are of sounds, 0 to 1."""

    pairs: tuple[Pair, ...]
    letters: float
    bones: float
    worst: float
    joined: float
    left_over: float
    fathers_differ: bool
    unpaired: tuple[Part, ...]


@lru_cache(maxsize=131072)
def nearness(left: str, right: str) -> tuple[float, float, float]:
    """Say how near two sounds are: by letters, by consonant classes, on the whole (each 0 to 1)."""
    letters = Indel.normalized_similarity(left, right)
    shapes = Indel.normalized_similarity(shape(left), shape(right))
    one, other = skeleton(left), skeleton(right)
    bones = Indel.normalized_similarity(one, other) if one or other else shapes
    return letters, bones, (letters + bones + shapes) / 3


def align(a: str, b: str) -> Alignment:
    """Set the parts of two names against each other, the nearest first.

    Args:
        a: a name.
        b: another; the order of the two makes no difference to any figure.

    Returns:
        The pairs in the order found, with figures over all of them.
    """
    left, right = parts(a), parts(b)
    pairs = _pairs(left, right)
    weights = [_weight(pair) for pair in pairs]
    total = sum(weights) or 1.0
    return Alignment(
        pairs=pairs,
        letters=sum(pair.letters * weight for pair, weight in zip(pairs, weights, strict=True)) / total,
        bones=sum(pair.bones * weight for pair, weight in zip(pairs, weights, strict=True)) / total,
        worst=min((pair.near for pair in pairs), default=0.0),
        joined=_joined(left, right, pairs),
        left_over=_left_over(left, right, pairs),
        fathers_differ=any(pair.a.of_father and pair.b.of_father and pair.near < APART for pair in pairs),
        unpaired=_unpaired(left, right, pairs),
    )


def _pairs(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[Pair, ...]:
    every = [(_pair(one, other), i, j) for i, one in enumerate(left) for j, other in enumerate(right)]
    # Ties are broken by what the parts are, not by which name came first, so that compare(a, b) == compare(b, a).
    every.sort(key=lambda found: (-found[0].near, abs(found[1] - found[2]), sorted((found[0].a.text, found[0].b.text))))
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen: list[Pair] = []
    for pair, i, j in every:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            chosen.append(pair)
    return tuple(chosen)


def _pair(left: Part, right: Part) -> Pair:
    spoken = product(_spoken(left, right), _spoken(right, left))
    letters, bones, near = max((nearness(one, other) for one, other in spoken), key=lambda found: found[2])
    return Pair(left, right, letters, bones, near)


def _spoken(part: Part, other: Part) -> tuple[str, ...]:
    """Leave endings off where both have one: two fathers are no nearer for both having a child."""
    return part.stems if other.stems != other.readings else tuple(dict.fromkeys(part.stems + part.readings))


def _weight(pair: Pair) -> float:
    return (len(pair.a.stems[0]) + len(pair.b.stems[0])) / 2


def _joined(left: tuple[Part, ...], right: tuple[Part, ...], pairs: tuple[Pair, ...]) -> float:
    """Compare the names as one word each, in the order written and in the order of the pairs."""
    written = nearness("".join(part.stems[0] for part in left), "".join(part.stems[0] for part in right))[2]
    paired = nearness("".join(pair.a.stems[0] for pair in pairs), "".join(pair.b.stems[0] for pair in pairs))[2]
    return written if len(left) != len(right) else max(written, paired)


def _left_over(left: tuple[Part, ...], right: tuple[Part, ...], pairs: tuple[Pair, ...]) -> float:
    lengths = [sum(len(part.stems[0]) for part in name) for name in (left, right)]
    covered = [sum(len(pair.a.stems[0]) for pair in pairs), sum(len(pair.b.stems[0]) for pair in pairs)]
    longer = max(lengths)
    return max((length - part) / longer for length, part in zip(lengths, covered, strict=True)) if longer else 1.0


def _unpaired(left: tuple[Part, ...], right: tuple[Part, ...], pairs: tuple[Pair, ...]) -> tuple[Part, ...]:
    paired = [id(part) for pair in pairs for part in (pair.a, pair.b)]
    return tuple(part for part in left + right if id(part) not in paired)
