"""Search a segment of an index without the compiled core: the same rows, the same worth, but slowly.

The law of finding candidates, in C in core/walk.c and core/index.c:

1. A spelling costs, against the first j symbols of what is asked, the least sum over all ways to match their symbols
   or leave them silent, by the costs of section `i.near`. Between two symbols of the spelling a cell that is dearer
   than first + each * j (at the edge: first), or than longest, is closed; no way leads through it.
2. A part that is asked for is met by the spellings whose last cell is open: as a whole, without its family ending,
   without its case, joined to the part after it, or joined to all after it.
3. Of the spellings that a part met, ordered by cost and then by where they were found, each is worth
   lg(rows) - lg(rows of its script that are met as cheaply) + bonus - weight * cost / 16, where lg is sixteen times
   the logarithm to the base 2 in whole numbers; a list shorter than LEAST_LIST counts as one of so many rows.
   A row is worth its best spelling's worth, summed over the parts.
4. The rows worth most are candidates; of equal ones the earlier.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from kualik.engine.names.index_bytes import (
    LOWEST,
    NO_WORD,
    SCRIPTS,
    BadSegment,
    head_of,
    places_of,
    script_of,
    texts_of,
)
from kualik.engine.names.index_plain_build import counted
from kualik.engine.names.model import Model
from kualik.engine.names.preparing import Name, NamePart, prepare
from kualik.engine.names.scoring import law, score

__all__ = ["Near", "PlainSegment"]

MOST_SYMBOLS, MOST_RUN, MOST_STOPS = 32, 48, 36
LEAST_CUT, LEAST_WHOLE = 3, 8  # symbols of a piece; of a part that may be several in one
BEFORE_CUT, AFTER_CUT = 1, 2  # groups of the two pieces
LEAST_LIST = 65_536  # rows; rarity in a shorter list is as in one of these
CLOSED = 9000
MOST_WORTH = 16383
NODE = np.dtype([("end", "<u4"), ("word", "<i4"), ("symbol", "u1"), ("depth", "u1"), ("spare", "<u2")])
SETTINGS = Struct("<16i")


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Section `i.near` of the model."""

    longest: int
    first: int
    each: int
    weight: int
    bonus: int
    joined: int
    penalty: int
    budget: int
    most: int
    few: int
    good: int
    match: NDArray[np.int32]  # symbol × symbol
    gap: NDArray[np.int32]  # symbol × script

    @classmethod
    def of(cls, model: Model) -> "Near":
        """Read it from a model."""
        section = model.section("i.near")
        settings = SETTINGS.unpack_from(section)
        small = np.frombuffer(section, np.uint8, offset=SETTINGS.size).astype(np.int32)
        names = ("longest", "first", "each", "weight", "bonus", "joined", "penalty", "budget", "most", "few", "good")
        return cls(
            **dict(zip(names, settings, strict=False)),
            match=small[: 256 * 256].reshape(256, 256),
            gap=small[256 * 256 :].reshape(256, 4),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Symbols to look for, and which beginnings of them are spellings of which part."""

    symbols: bytes
    stops: tuple[tuple[int, int], ...]  # how many symbols, of which part or parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A spelling that was met: by which part or parts, at what cost, in which script."""

    group: int
    cost: int
    word: int
    script: int


def logarithm(x: int) -> int:
    """Give sixteen times the logarithm to the base 2, in whole numbers."""
    if x < 1:
        return 0
    bits = x.bit_length() - 1
    return 16 * bits + (((x << 4) >> bits) & 15)


def runs_of(parts: list[NamePart]) -> list[Run]:
    """Say what to look for: every reading of every part, going on into the parts after it; a lone part also cut."""
    return [
        run
        for place, part in enumerate(parts)
        for reading in (0, 1)
        if part.length[reading]
        for run in _cut(_run(parts, place, reading), lone=len(parts) == 1)
    ]


def _cut(run: Run, *, lone: bool) -> Iterator[Run]:
    """Two parts may have been written as the only one asked for: look for every beginning of it, and every end."""
    length = len(run.symbols)
    cuts = range(LEAST_CUT, length - LEAST_CUT + 1) if lone and length >= LEAST_WHOLE else range(0)
    begun = [(at, BEFORE_CUT) for at in cuts]
    yield Run(symbols=run.symbols, stops=tuple(dict.fromkeys((*run.stops, *begun)))[:MOST_STOPS])
    for at in cuts:
        yield Run(symbols=run.symbols[at:], stops=((length - at, AFTER_CUT),))


def _run(parts: list[NamePart], place: int, reading: int) -> Run:
    part, count = parts[place], len(parts)
    symbols = part.symbols[reading][: part.length[reading]]
    stops = [(length, place) for length in (len(symbols), part.stem[reading], part.bare[reading])]
    for after in range(place + 1, count):
        more = parts[after].symbols[reading][: parts[after].length[reading]]
        if not more or len(symbols) + len(more) > MOST_RUN or parts[after].script != part.script:
            break
        symbols += more
        if after == place + 1:
            stops.append((len(symbols), count + 2 * place))
        elif place == 0 and after == count - 1:
            stops.append((len(symbols), count + 1))
    kept = [stop for stop in dict.fromkeys(stops) if 1 <= stop[0] <= len(symbols)]
    return Run(symbols=symbols, stops=tuple(kept[:MOST_STOPS]))


class PlainSegment:
    """A segment, searched by NumPy."""

    def __init__(self, model: Model, content: memoryview) -> None:
        """Open a segment.

        Raises:
            BadSegment: it is damaged, or of another model.
        """
        self.head, self.near, self.content = head_of(content), Near.of(model), content
        if self.head.model != model.fingerprint:
            raise BadSegment("of another model")
        self.texts = texts_of(content)

    def _array(self, which: int, kind: str | np.dtype, count: int) -> NDArray[np.void]:
        return np.frombuffer(self.content, kind, count, places_of(self.head)[which])

    @cached_property
    def postings(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where each spelling's rows begin, and the rows."""
        first = self._array(1, "<u4", self.head.words + 1).astype(np.int64)
        rows = self._array(2, "<u4", self.head.postings).astype(np.int64)
        if (np.diff(first) < 0).any() or first[-1] > len(rows) or (rows >= self.head.rows).any():
            raise BadSegment("damaged")
        return first, rows

    @cached_property
    def words(self) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """The spellings, filled up with 0, and how long each is."""
        symbols = np.zeros((self.head.words, MOST_SYMBOLS), np.uint8)
        lengths = np.zeros(self.head.words, np.int64)
        path = bytearray(MOST_SYMBOLS)
        for _, word, symbol, depth, _ in self._array(0, NODE, self.head.nodes).tolist():
            if not 1 <= depth <= MOST_SYMBOLS or not NO_WORD <= word < self.head.words:
                raise BadSegment("damaged")
            path[depth - 1] = symbol
            if word != NO_WORD:
                symbols[word, :depth] = np.frombuffer(path, np.uint8, depth)
                lengths[word] = depth
        return symbols, lengths

    def search(self, q: str, k: int, *, in_full: bool = True) -> list[tuple[int, int, float]]:
        """Find rows: row, worth as a candidate, score; candidates alone by worth, with score 0, unless *in_full*.

        Raises:
            BadSegment: the segment is damaged.
        """
        asked = prepare(q)
        portion = max(self.near.few, 2 * min(k, self.head.rows))
        found = self._candidates(counted(asked), max(portion, self.near.most))
        scored = self._compared(asked, found, portion) if in_full else [(row, worth, 0.0) for row, worth in found]
        return sorted(scored, key=lambda one: (-one[2], -one[1], one[0]))[:k]

    def _compared(self, asked: Name, found: list[tuple[int, int]], portion: int) -> list[tuple[int, int, float]]:
        """Compare the candidates worth most, a portion at a time, until one is good."""
        scored: list[tuple[int, int, float]] = []
        for begin in range(0, len(found), portion):
            for row, worth in found[begin : begin + portion]:
                scored.append((row, worth, score(law(), asked, prepare(self.texts.at(row)))))
            if max(one[2] for one in scored) >= self.near.good / 1000:
                break
        return scored

    def _candidates(self, parts: list[NamePart], most: int) -> list[tuple[int, int]]:
        worth = np.zeros(self.head.rows, np.int64)
        met = [hit for run in runs_of(parts) for script in range(SCRIPTS) for hit in self._met(run, script)]
        for group in range(3 * len(parts)):
            bonus = self.near.bonus if group < len(parts) else self.near.joined
            self._credit(worth, [one for one in met if one.group == group], bonus)
        rows = np.flatnonzero(worth)
        apart = np.abs(self._array(4, "u1", self.head.rows)[rows].astype(np.int64) - len(parts))
        final = np.clip(worth[rows] - self.near.penalty * apart, 1, MOST_WORTH)
        order = np.lexsort((rows, -final))[:most]
        return [(int(rows[place]), int(final[place])) for place in order]

    def _met(self, run: Run, script: int) -> list[Met]:
        """Find the spellings of one script that a run meets."""
        symbols, lengths = self.words
        own = np.flatnonzero((symbols[:, 0] >= max(1, LOWEST[script])) & (symbols[:, 0] < LOWEST[script + 1]))
        costs = self._costs(run, symbols[own], lengths[own], script)
        ends = np.array([at - 1 for at, _ in run.stops])
        return [
            Met(group=run.stops[stop][1], cost=int(costs[place, ends[stop]]), word=int(own[place]), script=script)
            for place, stop in zip(*np.nonzero(costs[:, ends] < CLOSED), strict=True)
        ]

    def _costs(
        self, run: Run, symbols: NDArray[np.uint8], lengths: NDArray[np.int64], script: int
    ) -> NDArray[np.int64]:
        """Give each spelling's costs against every beginning of the run."""
        near, asked = self.near, np.frombuffer(run.symbols, np.uint8)
        gaps = np.cumsum(near.gap[asked, script])
        bounds = np.minimum(near.first + near.each * (1 + np.arange(len(asked))), near.longest)
        row = np.broadcast_to(np.where(gaps <= bounds, gaps, CLOSED), (len(symbols), len(asked)))
        edge, last = np.zeros(len(symbols), np.int64), np.full((len(symbols), len(asked)), CLOSED)
        for depth in range(int(lengths.max(initial=0))):
            symbol = symbols[:, depth]
            gap = near.gap[symbol, script_of(run.symbols[0])]
            before = np.column_stack((edge, row[:, :-1]))
            edge = np.where(edge + gap <= near.first, edge + gap, CLOSED)
            cells = np.minimum(before + near.match[asked][:, symbol].T, row + gap[:, None]) - gaps
            cells = np.minimum(np.minimum.accumulate(cells, axis=1), edge[:, None]) + gaps
            row = np.where(cells <= bounds, cells, CLOSED)
            ending = lengths == depth + 1
            last[ending] = row[ending]
        return last

    def _credit(self, worth: NDArray[np.int64], met: list[Met], bonus: int) -> None:
        """Credit the rows of one part, the nearest spellings first, until so many rows were looked at."""
        first, rows = self.postings
        borne, looked, seen = [0] * SCRIPTS, 0, np.zeros(self.head.rows, bool)
        for cost, block in groupby(_once(met), key=lambda one: one.cost):
            if looked > self.near.budget:
                return
            alike = list(block)
            for one in alike:
                borne[one.script] += int(first[one.word + 1] - first[one.word])
            for one in alike:
                rare = logarithm(max(self.head.rows, LEAST_LIST)) - logarithm(borne[one.script])
                more = rare + bonus - self.near.weight * cost // 16
                if more > 0:
                    bearing = rows[first[one.word] : first[one.word + 1]]
                    looked += len(bearing)
                    fresh = bearing[~seen[bearing]]
                    worth[fresh] += more
                    seen[fresh] = True


def _once(met: list[Met]) -> Iterator[Met]:
    """Order by cost, then as they were found; each spelling once."""
    seen: set[int] = set()
    for one in sorted(met, key=lambda one: one.cost):
        if one.word not in seen:
            seen.add(one.word)
            yield one
