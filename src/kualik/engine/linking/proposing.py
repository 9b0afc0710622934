"""Which records may be of one human being, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import exp, log

from kualik.engine.linking.evidence import NAMED_ALIKE, PRIOR, evidence, name_score, plain_numbers
from kualik.engine.linking.records import Proposal, Record
from kualik.engine.names import keys, script, transliterate

__all__ = ["propose"]

CANDIDATES = 50  # records compared in full with each new one: those that share the rarest keys


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
        differently, since the document tells them apart.

    Source:
        docs/methods/linking.md; Fellegi and Sunter's sum of log-ratios, weights in evidence.py.
    """
    placing, placed = list(new), list(known)
    every = [*placing, *placed]
    index = _index(every)
    found = (
        _proposal(record, every[place])
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


def _index(records: Sequence[Record]) -> Mapping[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for row, record in enumerate(records):
        for key in set(_keys(record)):
            index[key].append(row)
    return index


def _candidates(record: Record, row: int, index: Mapping[str, list[int]], new: int) -> list[int]:
    """Find the records that share the rarest keys; of two new ones the pair is found once, from the later."""
    weights: dict[int, float] = defaultdict(float)
    for key in set(_keys(record)):
        rows = index[key]
        for other in rows:
            if other < row or other >= new:
                weights[other] += 1 / log(1 + len(rows))
    return nlargest(CANDIDATES, weights, key=lambda other: (weights[other], -other))


def _proposal(left: Record, right: Record) -> Proposal | None:
    if left.document and left.document == right.document and _told_apart(left, right):
        return None
    seen = evidence(left, right)
    odds = PRIOR + sum(one.weight for one in seen)
    why = tuple(f"{one.what} ({one.weight:+.1f})" for one in seen)
    return Proposal(left=left.id, right=right.id, probability=round(1 / (1 + exp(-odds)), 4), why=why)


def _told_apart(left: Record, right: Record) -> bool:
    """Say whether one document names two records differently; another script may be the same name again."""
    score, one, other = name_score(left, right)
    if not one:
        return False
    return score < NAMED_ALIKE or (script(one) == script(other) and transliterate(one) != transliterate(other))
