"""Score two names: description, boosted trees, and the curve that makes a probability of their sum: core/score.c.

It is used where the core was not compiled, and gives the same scores.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, product
from struct import Struct

from kualik.engine.facts import EngineError
from kualik.engine.names.describing import NO_FATHER, Learned, describe, in_order
from kualik.engine.names.model import Model, shipped
from kualik.engine.names.preparing import Name, NamePart
from kualik.engine.names.sounding import FATHER

__all__ = ["Law", "NothingLearned", "law", "law_of", "same_part", "score"]

TILT, NEAREST, LEAST_STEP, AGREES, DIFFERS = 0.1, 2.0, 0.1, 0.8, 0.5
"""How the trees' sum is finished: see `_total` and `_with_fathers`. Nearness is value per value expected."""

TREE, NODE, LEAF, KNOT = Struct("<II"), Struct("<fhhHH"), Struct("<f"), Struct("<ff")


class NothingLearned(EngineError):
    """The model holds tables only."""

    def __init__(self) -> None:
        super().__init__("the model of names holds nothing to score with; write it with: python -m tools.learn_names")


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes (threshold, left, right, number of the feature) and leaves. A child below 0 is leaf -child - 1."""

    nodes: tuple[tuple[float, int, int, int], ...]
    leaves: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """All that scoring reads: what was learned of symbols and parts, trees, and the curve's sums and probabilities."""

    learned: Learned
    trees: tuple[Tree, ...]
    sums: tuple[float, ...]
    probabilities: tuple[float, ...]


@cache
def law() -> Law:
    """Read the model that we ship, once.

    Raises:
        NothingLearned: it holds tables only.
        BadModel: it is missing or damaged.
    """
    return law_of(shipped())


def law_of(model: Model) -> Law:
    """Read a model."""
    if not model.section("m.trees"):
        raise NothingLearned
    sums, probabilities = zip(*KNOT.iter_unpack(model.section("m.curve")), strict=True)
    return Law(learned=Learned.of(model), trees=tuple(_trees(model)), sums=sums, probabilities=probabilities)


def _trees(model: Model) -> list[Tree]:
    starts = list(TREE.iter_unpack(model.section("m.trees")))
    nodes = list(NODE.iter_unpack(model.section("m.nodes")))
    leaves = [leaf for (leaf,) in LEAF.iter_unpack(model.section("m.leaves"))]
    return [
        Tree(nodes=tuple(node[:4] for node in nodes[first:after]), leaves=tuple(leaves[leaf:last]))
        for (first, leaf), (after, last) in pairwise(starts)
    ]


def score(law: Law, one: Name, other: Name) -> float:
    """Say how likely it is that two prepared names can be one person's.

    Args:
        law: what was learned.
        one: a name.
        other: another; their order makes no difference.

    Returns:
        A probability; 0 where one of them holds no name, 1 only where they have the same sounds.
    """
    a, b = in_order(one, other)
    told = _total(law, a, b)
    if told is None:
        return 0.0
    if _same_name(law.learned.alike, a, b):
        return 1.0
    total, near = told
    return _curve(law, _with_fathers(law, a, b, near=near, total=total))


def _total(law: Law, a: Name, b: Name) -> tuple[float, float] | None:
    """Sum the trees, with a little of the alignment itself, so that what they call equal still has an order.

    Returns the sum, and how near the fathers' names are.
    """
    told = describe(law.learned, a, b)
    if told is None:
        return None
    features, total = list(told.values()), 0.0
    for tree in law.trees:
        total += _leaf(tree, features)
    near = told["father_near"]
    if told["sex"] < 0 and near >= AGREES:
        near = NO_FATHER  # a son and a daughter of one father do not agree in the father
    return total + TILT * min(max(told["near"], -NEAREST), NEAREST), near


def _leaf(tree: Tree, features: Sequence[float]) -> float:
    at = 0 if tree.nodes else -1
    while at >= 0:
        threshold, left, right, feature = tree.nodes[at]
        at = left if features[feature] <= threshold else right
    return tree.leaves[-at - 1]


def _with_fathers(law: Law, a: Name, b: Name, *, near: float, total: float) -> float:
    """See that a father's name that differs lowers what the names without it have, and one that agrees raises it."""
    if near >= NO_FATHER or DIFFERS <= near < AGREES:
        return total
    plain_a, plain_b = _without_fathers(a), _without_fathers(b)
    plain = _total(law, plain_a, plain_b) if plain_a.parts and plain_b.parts else None
    if plain is None:
        return total
    return max(total, plain[0] + LEAST_STEP) if near >= AGREES else min(total, plain[0] - LEAST_STEP)


def _without_fathers(name: Name) -> Name:
    return replace(name, parts=tuple(part for part in name.parts if not part.flags & FATHER))


def _curve(law: Law, total: float) -> float:
    if total <= law.sums[0]:
        return law.probabilities[0]
    if total >= law.sums[-1]:
        return law.probabilities[-1]
    low = bisect_right(law.sums, total) - 1
    part = (total - law.sums[low]) / (law.sums[low + 1] - law.sums[low])
    return law.probabilities[low] + part * (law.probabilities[low + 1] - law.probabilities[low])


def _same_name(alike: Sequence[int], a: Name, b: Name) -> bool:
    """Say whether the names have the same sounds part for part, in any order: one is perhaps transliterated."""
    if len(a.parts) != len(b.parts):
        return False
    free = list(b.parts)
    for part in a.parts:
        found = next((other for other in free if same_part(alike, part, other)), None)
        if found is None:
            return False
        free.remove(found)
    return True


def same_part(alike: Sequence[int], a: NamePart, b: NamePart) -> bool:
    return any(_same_sounds(alike, one, other) for one, other in product(a.symbols, b.symbols))


def _same_sounds(alike: Sequence[int], a: bytes, b: bytes) -> bool:
    return 0 < len(a) == len(b) and all(alike[x << 5 | y >> 3] >> (y & 7) & 1 for x, y in zip(a, b, strict=True))
