"""Compare names by the million: columns in, numbers out.

A column is a sequence of texts (None: an empty one), or anything that offers Arrow memory (arrow.py). It is worked
through in pieces; several threads share them, since Python's lock is let go while the compiled core works. This module
imports NumPy, which `kualik.engine.names` by itself does not.
"""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from kualik.engine.facts import EngineError
from kualik.engine.names.blocking import keys
from kualik.engine.names.columns import Texts, read_column
from kualik.engine.names.core import Core, core
from kualik.engine.names.describing import FEATURES, describe, in_order
from kualik.engine.names.preparing import LAYOUT, prepare, to_bytes
from kualik.engine.names.scoring import law, score

__all__ = ["FEATURES", "UnequalColumns", "compare_columns", "features_columns", "keys_columns", "prepare_columns"]

PIECE = 8192  # rows that are worked through at a time: a few milliseconds, so that progress is seen
Progress = Callable[[int], None]
T = TypeVar("T")


class UnequalColumns(EngineError):
    """Two columns that should be compared row by row do not have as many rows."""

    def __init__(self, *, a: int, b: int) -> None:
        super().__init__(f"one column has {a} rows, the other {b}; give as many of both")
        self.a, self.b = a, b


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A function of the core, the columns that it reads, and where its answers go, one row for each."""

    core: Core
    function: str
    columns: tuple[Texts, ...]
    out: NDArray[Any]

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Cut the rows so that no piece reaches over a chunk of a column."""
        rows = len(self.out)
        breaks = {*range(0, rows, PIECE), rows, *(row for column in self.columns for row in column.breaks)}
        return pairwise(sorted(breaks))

    def do(self, begin: int, end: int) -> int:
        """Work through one piece: how many rows that were."""
        held = [column.column(begin, end) for column in self.columns]
        where = self.out[begin:end].ctypes.data_as(ctypes.c_void_p)
        self.core.call(self.function, *(ctypes.byref(column) for column, _ in held), 0, end - begin, where)
        return end - begin


def compare_columns(*, a: object, b: object, threads: int = 1, progress: Progress | None = None) -> NDArray[np.float64]:
    """Compare two columns of names row by row.

    Args:
        a: names: a sequence of texts (None: an empty one), or an Arrow column of utf8 or large_utf8.
        b: as many names.
        threads: how many work at once, from 1; with the compiled core only.
        progress: is told how many rows are done, now and then.

    Returns:
        For every row the probability that `compare` gives.

    Raises:
        NotAColumn: a column is something else.
        UnequalColumns: one has more rows than the other.
        CoreFailure: the model holds nothing to score with.

    Assumes:
        As `compare`: personal names.

    Source:
        docs/methods/names.md.
    """
    columns, compiled = _both(a, b), core()
    out = np.zeros(len(columns[0]), dtype=np.float64)
    if compiled is None:
        _by_law(columns, lambda one, other: score(law(), prepare(one), prepare(other)), out, progress)
    else:
        _run(Job(core=compiled, function="kn_compare_columns", columns=columns, out=out), threads, progress)
    return out


def features_columns(
    *, a: object, b: object, threads: int = 1, progress: Progress | None = None
) -> NDArray[np.float32]:
    """Describe two columns of names row by row, for a model of one's own.

    Args:
        a: names: a sequence of texts (None: an empty one), or an Arrow column of utf8 or large_utf8.
        b: as many names.
        threads: how many work at once, from 1; with the compiled core only.
        progress: is told how many rows are done, now and then.

    Returns:
        A row of FEATURES for every row; zeros where one of the two holds no name.

    Raises:
        NotAColumn: a column is something else.
        UnequalColumns: one has more rows than the other.
        CoreFailure: the model holds nothing to describe with.

    Assumes:
        As `compare`: personal names.

    Source:
        docs/methods/names.md.
    """
    columns, compiled = _both(a, b), core()
    out = np.zeros((len(columns[0]), len(FEATURES)), dtype=np.float32)
    if compiled is None:
        _by_law(columns, _described, out, progress)
    else:
        _run(Job(core=compiled, function="kn_features_columns", columns=columns, out=out), threads, progress)
    return out


def prepare_columns(*, names: object, threads: int = 1, progress: Progress | None = None) -> NDArray[np.void]:
    """Prepare a column of names for comparing.

    Args:
        names: a sequence of texts (None: an empty one), or an Arrow column of utf8 or large_utf8.
        threads: how many work at once, from 1; with the compiled core only.
        progress: is told how many rows are done, now and then.

    Returns:
        For every row 616 bytes in the layout of `preparing.LAYOUT`.

    Raises:
        NotAColumn: the column is something else.

    Assumes:
        As `prepare`: one person's name a row.

    Source:
        The tables in orthographies/, each with its own.
    """
    column, compiled = read_column(names), core()
    if compiled is None:
        laid_out = _counted((to_bytes(prepare(text)) for text in column.texts()), progress)
        return np.frombuffer(b"".join(laid_out), dtype=LAYOUT)
    out = np.zeros(len(column), dtype=LAYOUT)
    _run(Job(core=compiled, function="kn_prepare", columns=(column,), out=out), threads, progress)
    return out


def keys_columns(*, names: object, progress: Progress | None = None) -> tuple[list[str], NDArray[np.int64]]:
    """Find the keys of a column of names, under which those that can be one person's lie together.

    Args:
        names: a sequence of texts (None: an empty one), or an Arrow column of utf8 or large_utf8.
        progress: is told how many rows are done, now and then.

    Returns:
        The keys of all rows, one after another, and where each row's begin among them (one number more than rows):
        an Arrow list array's parts.

    Raises:
        NotAColumn: the column is something else.

    Assumes:
        As `keys`.

    Source:
        docs/methods/names.md.
    """
    found = [sorted(keys(text)) for text in _counted(read_column(names).texts(), progress)]
    offsets = np.cumsum([0, *map(len, found)], dtype=np.int64)
    return [key for own in found for key in own], offsets


def _both(a: object, b: object) -> tuple[Texts, Texts]:
    columns = (read_column(a), read_column(b))
    if len(columns[0]) != len(columns[1]):
        raise UnequalColumns(a=len(columns[0]), b=len(columns[1]))
    return columns


def _described(one: str, other: str) -> list[float]:
    told = describe(law().learned, *in_order(prepare(one), prepare(other)))
    return [0.0] * len(FEATURES) if told is None else list(told.values())


def _by_law(
    columns: tuple[Texts, Texts], answer: Callable[[str, str], object], out: NDArray[Any], progress: Progress | None
) -> None:
    pairs = zip(columns[0].texts(), columns[1].texts(), strict=True)
    for row, (one, other) in enumerate(_counted(pairs, progress)):
        out[row] = answer(one, other)


def _run(job: Job, threads: int, progress: Progress | None) -> None:
    with ThreadPoolExecutor(max_workers=threads) as pool:
        pieces = [pool.submit(job.do, begin, end) for begin, end in job.pieces()]
        done = 0
        for piece in pieces:
            done += piece.result()
            if progress is not None:
                progress(done)


def _counted(values: Iterable[T], progress: Progress | None) -> Iterator[T]:
    for done, value in enumerate(values, start=1):
        yield value
        if progress is not None and done % PIECE == 0:
            progress(done)
