"""An index of names: which of many are nearest to one."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import log
from pathlib import Path
from typing import Self

from kualik.engine.facts import EngineError
from kualik.engine.names.blocking import keys
from kualik.engine.names.comparing import compare

__all__ = ["Hit", "NameIndex", "NotAnIndex"]

HEADER = "kualik names index 1"
CANDIDATES = 300  # names compared in full per query: more find more, and take longer (docs/methods/names.md)


class NotAnIndex(EngineError):
    """The file is no index of names, or of a form that this version does not know."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(f"{path}: not an index of names; make one with: kualik names index FILE -o INDEX")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name found: its row (from 0), the name, the probability that it can be the name asked for."""

    row: int
    name: str
    score: float


class NameIndex:
    """Names by their keys. Build it from names, or load one that was saved."""

    def __init__(self, names: list[str], postings: dict[str, list[int]]) -> None:
        """Take names and, per key, the rows that have it."""
        self.names = names
        self.postings = postings

    @classmethod
    def build(cls, names: Iterable[str]) -> Self:
        """Index names; rows count from 0 in the order given."""
        listed = list(names)
        postings: dict[str, list[int]] = defaultdict(list)
        for row, name in enumerate(listed):
            for key in keys(name):
                postings[key].append(row)
        return cls(listed, dict(postings))

    def search(self, q: str, k: int = 10) -> list[Hit]:
        """Find the names nearest to one.

        Args:
            q: a name in any of our scripts.
            k: how many at most, from 1.

        Returns:
            The best first; of equal ones the earlier row first.
        """
        hits = (Hit(row=row, name=self.names[row], score=self._score(q, row)) for row in self.candidates(q))
        return nlargest(k, hits, key=lambda hit: (hit.score, -hit.row))

    def _score(self, q: str, row: int) -> float:
        return compare(q, self.names[row]).score

    def candidates(self, q: str, most: int = CANDIDATES) -> list[int]:
        """Find the rows that share the rarest keys with a name, at most *most*."""
        weights: dict[int, float] = defaultdict(float)
        for key in keys(q):
            rows = self.postings.get(key, ())
            for row in rows:
                weights[row] += log(1 + len(self.names) / len(rows))
        return nlargest(most, weights, key=lambda row: (weights[row], -row))

    def save(self, path: Path) -> None:
        """Write the index as JSON; nothing in it is run when it is loaded."""
        content = {"form": HEADER, "names": self.names, "postings": self.postings}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read an index that was saved.

        Raises:
            NotAnIndex: the file is something else.
        """
        if not is_index(path):
            raise NotAnIndex(path=path)
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            return cls(content["names"], content["postings"])
        except (ValueError, KeyError) as error:
            raise NotAnIndex(path=path) from error


def is_index(path: Path) -> bool:
    """Say whether a file begins as a saved index does."""
    with path.open("rb") as file:
        return file.read(len(HEADER) + 16).startswith(f'{{"form": "{HEADER}"'.encode())
