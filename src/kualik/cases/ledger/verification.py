"""Whether a chain of entries is whole. Plain values in, problems out; `tools/verify_ledger.py` does the same alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kualik.cases.ledger.canonical import GENESIS, Row, hash_of

__all__ = ["Problem", "check_chain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is not as it was written: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def check_chain(rows: Iterable[Row]) -> list[Problem]:
    """Check that entries are numbered 1, 2, 3 …, each whole, each carrying the hash of the one before.

    Args:
        rows: the entries in order of their number.

    Returns:
        What is wrong; empty when nothing is.
    """
    return list(_problems(rows))


def _problems(rows: Iterable[Row]) -> Iterator[Problem]:
    expected, previous = 1, GENESIS
    for row in rows:
        where = f"ledger entry {row.seq}"
        if row.seq != expected:
            yield Problem(where=where, what=f"entry {expected} is missing")
        if row.previous != previous:
            yield Problem(where=where, what="does not follow from the entry before it")
        if hash_of(row) != row.hash:
            yield Problem(where=where, what="was changed after it was written")
        expected, previous = row.seq + 1, row.hash
