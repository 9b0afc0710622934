"""From pairs to groups: records that are, taken together, of one human being."""

from collections.abc import Iterable, Mapping, Sequence

from kualik.engine.linking.records import Proposal

__all__ = ["cluster"]


def cluster(
    ids: Sequence[str], proposals: Iterable[Proposal], *, least: float = 0.8, once: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Group records by the proposals that are likely enough, the likeliest first.

    Args:
        ids: every record's id.
        proposals: pairs of them.
        least: the probability from which a pair is joined, 0 to 1.
        once: for a record of a list that has each human being once, the name of that list; two records of one
            such list never come into one group.

    Returns:
        The number of each record's group, counted from 0 in the order of *ids*.
    """
    lists = once or {}
    leader = {one: one for one in ids}
    members = {one: [one] for one in ids}
    for pair in sorted(proposals, key=lambda one: (-one.probability, one.left, one.right)):
        kept, gone = leader[pair.left], leader[pair.right]
        if pair.probability < least or kept == gone or _clash(members[kept], members[gone], lists):
            continue
        for one in members[gone]:
            leader[one] = kept
        members[kept] += members.pop(gone)
    numbers: dict[str, int] = {}
    return {one: numbers.setdefault(leader[one], len(numbers)) for one in ids}


def _clash(ones: Iterable[str], others: Iterable[str], lists: Mapping[str, str]) -> bool:
    taken = {lists[one] for one in ones if one in lists}
    return any(lists.get(other) in taken for other in others)
