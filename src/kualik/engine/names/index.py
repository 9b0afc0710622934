"""An index of names: which of many are nearest to one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Protocol, Self, overload

from kualik.engine.names import index_core, index_plain_build
from kualik.engine.names.core import core
from kualik.engine.names.index_bytes import BadSegment, Progress, Texts, texts_of
from kualik.engine.names.index_file import NotAnIndex, OldIndex, is_index, read_segments, write_segments
from kualik.engine.names.model import shipped

__all__ = ["Hit", "NameIndex", "Names", "NotAnIndex", "OldIndex", "is_index", "stored_names"]

SEALED = 1024  # names added one by one before they become a segment of their own
GROWTH = 4  # a segment at least so many times its successor is left alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name found: its row (from 0), the name, the probability that it can be the name asked for."""

    row: int
    name: str
    score: float


class Searcher(Protocol):
    """A segment that is open, in the compiled core or in NumPy."""

    def search(self, q: str, k: int, *, in_full: bool = True) -> list[tuple[int, int, float]]:
        """Find rows: row, worth as a candidate, score."""


class Names(Sequence[str]):
    """The names of an index by their rows, read from where they are stored."""

    def __init__(self, stored: list[Texts], added: list[str]) -> None:
        """Take the segments' names in their order, and those that are in none yet."""
        self.stored, self.added = stored, added
        self.ends = list(accumulate(map(len, stored)))

    def __len__(self) -> int:
        """Count them."""
        return (self.ends[-1] if self.ends else 0) + len(self.added)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> list[str]: ...
    def __getitem__(self, row: int | slice) -> str | list[str]:
        """Give the name of a row, or of several."""
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        at = row + len(self) if row < 0 else row
        if not 0 <= at < len(self):
            raise IndexError(f"no row {row} among {len(self)} names")
        begin = 0
        for end, texts in zip(self.ends, self.stored, strict=True):
            if at < end:
                return texts.at(at - begin)
            begin = end
        return self.added[at - begin]


class NameIndex:
    """Names by how they sound. Build it from names, or load one that was saved; one search at a time."""

    def __init__(self, segments: Sequence[bytearray | memoryview], *, path: Path | None = None) -> None:
        """Open segments that `build` made or `load` mapped.

        Raises:
            NotAnIndex: a segment is damaged.
        """
        self._path = path
        self._segments: list[memoryview] = []
        self._open: list[Searcher] = []
        self._texts: list[Texts] = []
        self._added: list[str] = []
        self._fresh: Searcher | None = None
        for segment in segments:
            self._take(memoryview(segment))

    @classmethod
    def build(cls, names: Iterable[str], *, progress: Progress | None = None) -> Self:
        """Index names; rows count from 0 in the order given.

        Args:
            names: any texts; one that is no name keeps its row and is never found.
            progress: told now and then how many names of how many are read.
        """
        return cls([_built(list(names), progress or _quiet)])

    @classmethod
    def load(cls, path: Path) -> Self:
        """Open an index that was saved. It is mapped into memory, so that searching starts at once.

        Raises:
            NotAnIndex: the file is something else, or damaged.
            OldIndex: it was made with another version of the model.
        """
        model, segments = read_segments(path)
        if model != shipped().fingerprint:
            raise OldIndex(path=path)
        return cls(segments, path=path)

    def save(self, path: Path) -> None:
        """Write the index, whole or not at all; names added since are in it."""
        self._seal()
        write_segments(path, self._segments, model=shipped().fingerprint)

    def __len__(self) -> int:
        """Count the names."""
        return len(self.names)

    @property
    def names(self) -> Names:
        """The names by their rows."""
        return Names(self._texts, self._added)

    def add(self, name: str) -> int:
        """Take one more name, which is found from now on.

        Returns:
            Its row.
        """
        self._added.append(name)
        self._fresh = None
        row = len(self) - 1
        if len(self._added) >= SEALED:
            self._seal()
        return row

    def search(self, q: str, k: int = 10) -> list[Hit]:
        """Find the names nearest to one.

        Args:
            q: a name in any of our scripts.
            k: how many at most, from 1.

        Returns:
            The best first; of equal ones the one that more of its parts speak for, then the earlier row.

        Raises:
            NotAnIndex: the index is damaged.
        """
        try:
            found = [(-score, -worth, row) for row, worth, score in self._found(q, k)]
            names = self.names
            return [Hit(row=row, name=names[row], score=-score) for score, _, row in sorted(found)[:k]]
        except BadSegment as error:
            raise NotAnIndex(path=self._path or Path("index")) from error

    def search_many(self, queries: Iterable[str], k: int = 10) -> Iterator[list[Hit]]:
        """Find the names nearest to each of many, one answer after another."""
        return (self.search(q, k) for q in queries)

    def candidates(self, q: str, k: int = 100) -> list[int]:
        """Find the rows that would be compared in full, the likeliest first: for measuring."""
        found = sorted((-worth, row) for row, worth, _ in self._found(q, k, in_full=False))
        return [row for _, row in found[:k]]

    def _found(self, q: str, k: int, *, in_full: bool = True) -> Iterator[tuple[int, int, float]]:
        begin = 0
        if self._added and self._fresh is None:
            self._fresh = _opened(memoryview(_built(self._added, _quiet)))
        for searcher, count in zip((*self._open, self._fresh), (*map(len, self._texts), 0), strict=True):
            if searcher is not None:
                for row, worth, score in searcher.search(q, k, in_full=in_full):
                    yield begin + row, worth, score
            begin += count

    def _seal(self) -> None:
        """Make a segment of the names that were added; join it to those before it that are not much longer."""
        names = self._added
        while names and self._texts and len(self._texts[-1]) < GROWTH * len(names):
            names = [*_every(self._texts[-1]), *names]
            del self._segments[-1], self._open[-1], self._texts[-1]
        if names:
            self._take(memoryview(_built(names, _quiet)))
        self._added, self._fresh = [], None

    def _take(self, segment: memoryview) -> None:
        try:
            self._open.append(_opened(segment))
            self._texts.append(texts_of(segment))
        except BadSegment as error:
            raise NotAnIndex(path=self._path or Path("index")) from error
        self._segments.append(segment)


def stored_names(path: Path) -> list[str]:
    """Read the names out of a saved index, whichever version made it.

    Raises:
        NotAnIndex: the file is something else, or damaged.
    """
    _, segments = read_segments(path)
    try:
        return [name for segment in segments for name in _every(texts_of(segment))]
    except BadSegment as error:
        raise NotAnIndex(path=path) from error


def _every(texts: Texts) -> Iterator[str]:
    return (texts.at(row) for row in range(len(texts)))


def _quiet(_read: int, _of: int) -> None:
    """Say nothing."""


def _built(names: list[str], progress: Progress) -> bytearray:
    compiled = core()
    if compiled is None:
        return index_plain_build.build(shipped(), names, progress)
    return index_core.build(compiled, names, progress)


def _opened(segment: memoryview) -> Searcher:
    compiled = core()
    if compiled is not None:
        return index_core.CoreSegment(compiled, segment)
    from kualik.engine.names.index_plain import PlainSegment  # noqa: PLC0415 - NumPy, only where the core is absent

    return PlainSegment(shipped(), segment)
