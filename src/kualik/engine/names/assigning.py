"""Set the parts of one name against those of another, so that the sum of values is greatest: the law of core/assign.c.

One to one, or two or three adjacent parts joined against one. Every pair is better than none (the floor sees to it):
parts that are left over on both sides are set against each other, since how little they agree says how much the names
contradict each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kualik.engine.names.aligning import NAT, Costs, Met, Span, meet, span
from kualik.engine.names.preparing import INITIAL, TITLE, Name, NamePart

__all__ = ["Assignment", "Pair", "assign", "without_titles"]

FLOOR, BONUS, JOIN_COST = 5 * NAT, 6 * NAT, NAT
MOST_JOIN = 3
GOOD = NAT * 9 // 10  # nearness from which a part needs no joining


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans that were set against each other."""

    a: Span
    b: Span
    met: Met


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which spans answer each other, and the places of the parts that answer none."""

    pairs: tuple[Pair, ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A pair that may be chosen, and how much it is worth; mask: the parts of b that it takes."""

    pair: Pair
    weight: int
    mask: int


def without_titles(name: Name) -> Name:
    """Leave the titles of a name out, unless it is titles only."""
    parts = tuple(part for part in name.parts if not part.flags & TITLE)
    return replace(name, parts=parts) if 0 < len(parts) < len(name.parts) else name


def assign(costs: Costs, a: Name, b: Name) -> Assignment:
    """Choose which parts answer each other.

    Args:
        costs: what was learned.
        a: a name without its titles.
        b: another.

    Returns:
        The pairs, in the order of the parts of *a*; no part is in two of them.
    """
    moves = _moves(costs, a, b)
    pairs = tuple(move.pair for move in _chosen(moves, len(a.parts)))
    taken_a = {pair.a.first + more for pair in pairs for more in range(pair.a.count)}
    taken_b = {pair.b.first + more for pair in pairs for more in range(pair.b.count)}
    left_a = tuple(place for place in range(len(a.parts)) if place not in taken_a)
    return Assignment(pairs, left_a, tuple(place for place in range(len(b.parts)) if place not in taken_b))


def _moves(costs: Costs, a: Name, b: Name) -> list[list[Move]]:
    """List what may be chosen, by the first part of a in it."""
    singles = [span(a.parts, place, 1) for place in range(len(a.parts))]
    others = [span(b.parts, place, 1) for place in range(len(b.parts))]
    found = [_move(costs, one, other) for one, other in product(singles, others)]
    moves = [move for move in found if move]
    near_a = [_nearest(move for move in moves if move.pair.a is one) for one in singles]
    near_b = [_nearest(move for move in moves if move.pair.b is other) for other in others]
    for run, place in _runs(a.parts, b.parts, near_b):
        moves += filter(None, (_move(costs, run, others[place]),))
    for run, place in _runs(b.parts, a.parts, near_a):
        moves += filter(None, (_move(costs, singles[place], run),))
    return [[move for move in moves if move.pair.a.first == place] for place in range(len(a.parts))]


def _move(costs: Costs, a: Span, b: Span) -> Move | None:
    met = meet(costs, a, b)
    if met is None:
        return None
    weight = max(met.value, -FLOOR) + BONUS - (a.count + b.count - 2) * JOIN_COST
    return Move(Pair(a, b, met), weight, ((1 << b.count) - 1) << b.first)


def _nearest(moves: Iterable[Move]) -> int:
    """Say how near the best of some moves comes, in 64ths."""
    return max((move.pair.met.value * NAT // move.pair.met.expected for move in moves), default=0)


def _runs(many: Sequence[NamePart], parts: Sequence[NamePart], near: Sequence[int]) -> Iterator[tuple[Span, int]]:
    """Join runs of parts that might be spelt as a single part which found no good answer."""
    for place, part in enumerate(parts):
        if near[place] >= GOOD or part.flags & INITIAL:
            continue
        single = len(part.symbols[0])
        for count in range(2, MOST_JOIN + 1):
            for first in range(len(many) - count + 1):
                joined = sum(len(one.symbols[0]) for one in many[first : first + count])
                if joined <= 2 * single + 1 and single <= 2 * joined + 1:
                    yield span(many, first, count), place
                    yield span(many, first, count, turned=True), place


def _chosen(moves: Sequence[Sequence[Move]], parts: int) -> list[Move]:
    """Choose moves so that no part is used twice and the sum of weights is greatest."""
    known: dict[tuple[int, int], tuple[int, Move | None]] = {}

    def best(place: int, used: int) -> int:
        """Find the greatest sum from a part of a on, parts of b being used already."""
        if place >= parts:
            return 0
        if (place, used) not in known:
            found: tuple[int, Move | None] = (best(place + 1, used), None)
            for move in moves[place]:
                if not move.mask & used:
                    total = move.weight + best(place + move.pair.a.count, used | move.mask)
                    found = (total, move) if total > found[0] else found
            known[place, used] = found
        return known[place, used][0]

    best(0, 0)
    chosen: list[Move] = []
    place = used = 0
    while place < parts:
        move = known[place, used][1]
        if move is None:
            place += 1
            continue
        chosen.append(move)
        place, used = place + move.pair.a.count, used | move.mask
    return chosen
