"""Which records may be of one human being, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest
from itertools import product
from math import exp, log

from kualik.engine.linking.evidence import NAMED_ALIKE, PRIOR, evidence, most, name_score, plain_numbers
from kualik.engine.linking.records import Proposal, Record
from kualik.engine.names import keys, parts, script

__all__ = ["propose"]

CALLED = "called "  # marks the key of a whole name
SAME = "same "  # marks the key of a whole name together with a relative's
NAMED_SO = 1000.0  # the same whole name comes before any number of keys in common

CANDIDATES = 50  # records compared with each new one: those that share the rarest keys
COMMON = 20  # records; a key that more share, such as a common given name, says little of who somebody is
NAMESAKES = 12  # records compared of those that share nothing but common keys; why 12: docs/methods/linking.md


def propose(new: Iterable[Record], known: Iterable[Record], *, least: float = 0.5) -> list[Proposal]:
    """Propose pairs of records that may be of one human being.

    Args:
        new: records to be placed; each is compared with the known ones and with the other new ones.
        known: records that were placed before; not compared with each other. Ids are unique over both.
        least: the smallest probability worth a person's time, 0 to 1.

    Returns:
        The pairs, likeliest first; left is always new.

    Assumes:
        Independent pieces of evidence. Two records of one document are never proposed when they are named
        differently, since the document tells them apart. Of those that share common keys alone only NAMESAKES
        are compared; one with the same name and the same relative always is.

    Source:
        docs/methods/linking.md; Fellegi and Sunter's sum of log-ratios, weights in evidence.py.
    """
    placing, placed = list(new), list(known)
    every = [*placing, *placed]
    index = _index(every)
    found = (
        _proposal(record, every[place], least)
        for row, record in enumerate(placing)
        for place in _candidates(record, row, index, len(placing))
    )
    likely = (one for one in found if one and one.probability >= least)
    return sorted(likely, key=lambda one: (-one.probability, one.left, one.right))


def _keys(record: Record) -> Iterator[str]:
    for name in record.names:
        yield from keys(name)
    for name in record.kin:
        yield from (f"kin {key}" for key in keys(name))
    for number in plain_numbers(record):
        yield f"number {number}"
    yield from _same(record)


def _same(record: Record) -> Iterator[str]:
    """Write what somebody is called, alone and with each relative, as keys that only the same share."""
    for name in record.names:
        yield f"{CALLED}{_plain(name)}"
    for name, relative in product(record.names or ("",), record.kin):
        yield f"{SAME}{_plain(name)} of {_plain(relative)}"


def _plain(name: str) -> str:
    return " ".join(sorted(part.text for part in parts(name)))


def _index(records: Sequence[Record]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for row, record in enumerate(records):
        for key in set(_keys(record)):
            index[key].append(row)
    return index


def _candidates(record: Record, row: int, index: Mapping[str, list[int]], new: int) -> list[int]:
    """Find the records that share the rarest keys; of two new ones the pair is found once, from the later."""
    weights: dict[int, float] = defaultdict(float)
    same: set[int] = set()
    near: set[int] = set()
    for key in set(_keys(record)):
        rows = [other for other in index[key] if other < row or other >= new]
        weight = NAMED_SO if key.startswith(CALLED) else 1 / log(1 + len(index[key]))
        for other in rows:
            weights[other] += weight
        if key.startswith(SAME):
            same.update(rows)
        elif len(index[key]) <= COMMON:
            near.update(rows)
    return _nearest(weights, same=same, near=near)


def _nearest(weights: Mapping[int, float], *, same: AbstractSet[int], near: AbstractSet[int]) -> list[int]:
    """Take all that are the same by name and kin, then the nearest, few of them where only common keys are shared."""

    def order(other: int) -> tuple[float, int]:
        return (weights[other], -other)

    rare = nlargest(CANDIDATES, near - same, key=order)
    rest = nlargest(NAMESAKES, weights.keys() - same - near, key=order)
    return [*sorted(same), *rare, *rest]


def _proposal(left: Record, right: Record, least: float) -> Proposal | None:
    if _probability(most(left, right)) < least:
        return None
    if left.document and left.document == right.document and _told_apart(left, right):
        return None
    seen = evidence(left, right)
    probability = _probability(PRIOR + sum(one.weight for one in seen))
    why = tuple(f"{one.what} ({one.weight:+.1f})" for one in seen)
    return Proposal(left=left.id, right=right.id, probability=probability, why=why)


def _probability(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 4)


def _told_apart(left: Record, right: Record) -> bool:
    """Say whether one document names two records differently; another script may be the same name again."""
    score, one, other = name_score(left, right)
    if not one:
        return False
    return score < NAMED_ALIKE or (script(one) == script(other) and _sounds(one) != _sounds(other))


def _sounds(name: str) -> list[str]:
    """Give a name in coarse sounds, in which two spellings of one alphabet are the same."""
    return [part.stems[0] for part in parts(name)]
