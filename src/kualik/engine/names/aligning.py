"""Align two readings by learned log-likelihood ratios: the law that core/align.c follows, in plain Python.

It is used where the core was not compiled. All costs are whole numbers, 64 to the nat, so that both agree to the last
bit. A span is one part, or several adjacent ones joined; it has one reading or two (pinyin).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kualik.engine.names.model import Model
from kualik.engine.names.preparing import INITIAL, NamePart

__all__ = ["NAT", "Costs", "Met", "Reading", "Span", "Step", "context", "expected", "meet", "span", "steps"]

NAT = 64  # to the nat
SYMBOLS = 256
MOST_JOINED = 48
MOST_INITIAL = 3  # symbols that an initial can stand for
CUT_COST = NAT // 2  # of taking an ending off
NEXTS, PREVIOUS = 3, 32
VOWEL = 1
START, TWIN = 0, 31  # what stands before: nothing; the same symbol
NEXT_END, NEXT_VOWEL, NEXT_CONSONANT = 0, 1, 2
BASES = (48, 96, 144)  # of the symbols of Cyrl, Arab and Hani


@dataclass(frozen=True, slots=True, eq=False)
class Costs:
    """What was learned of symbols.

    match: [256][256], one against another. drop, keep: [4][3][32][256], of a symbol being silent and not, by the other
    script, what follows and what precedes. expect: [4][256], what a symbol brings on average in a name that is the
    same. symbol: [256][4], kind, what it is to the next one, its sound whatever the script, its bone.
    """

    match: Sequence[int]
    drop: Sequence[int]
    keep: Sequence[int]
    expect: Sequence[int]
    symbol: Sequence[int]

    @classmethod
    def of(cls, model: Model, kind: str = "m") -> "Costs":
        """Read the costs of a model; "m.close" are those of Central Asian names only."""
        match, drop, keep, expect = (
            model.section(f"{kind}.{name}").cast("h") for name in ("match", "drop", "keep", "expect")
        )
        return cls(match=match, drop=drop, keep=keep, expect=expect, symbol=model.section("m.symbol"))


@dataclass(frozen=True, slots=True)
class Reading:
    """Symbols, how many of them are stem and bare, and the script of the first (1 Latn to 4 Hani)."""

    symbols: bytes
    stem: int
    bare: int
    script: int


@dataclass(frozen=True, slots=True)
class Span:
    """Parts first … first + count - 1 of a name, joined; turned: the last of them stands first."""

    first: int
    count: int
    flags: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """How two spans are best read against each other: `lengths` symbols of `readings`, worth `value`."""

    value: int
    expected: int
    lengths: tuple[int, int]
    readings: tuple[Reading, Reading]
    initial: bool = False
    cut: int = 0

    @property
    def lost(self) -> int:
        """Say what is missing from what was expected; the smallest is the best."""
        return self.expected - 2 * self.value


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: the symbols of either side, counted from 0 (-1: silent), and what it is worth."""

    i: int
    j: int
    worth: int


def span(parts: Sequence[NamePart], first: int, count: int, *, turned: bool = False) -> Span:
    """Join adjacent parts of a name."""
    joined = parts[first : first + count]
    in_order = (joined[-1], *joined[:-1]) if turned else joined
    flags = 0
    for part in joined:
        flags |= part.flags
    readings = 2 if all(part.symbols[1] for part in joined) else 1
    return Span(
        first=first,
        count=count,
        flags=flags & ~INITIAL if count > 1 else flags,
        readings=tuple(_joined(in_order, number) for number in range(readings)),
    )


def _joined(parts: Sequence[NamePart], number: int) -> Reading:
    symbols, stem, bare = b"", 0, 0
    for part in parts:
        taken = part.symbols[number][: MOST_JOINED - len(symbols)]
        stem = len(symbols) + min(part.stem[number], len(taken))
        bare = len(symbols) + min(part.bare[number], len(taken))
        symbols += taken
    return Reading(symbols, stem, bare, 1 + sum(symbols[:1] >= bytes((base,)) for base in BASES))


def context(costs: Costs, reading: Reading, place: int, other: int) -> int:
    """Find where the cost of a symbol against another script stands in `Costs.drop` and `Costs.keep`."""
    symbols = reading.symbols
    symbol, before, following = symbols[place], START, NEXT_END
    if place:
        before = TWIN if symbols[place - 1] == symbol else costs.symbol[4 * symbols[place - 1] + 1]
    if place + 1 < len(symbols):
        following = NEXT_VOWEL if costs.symbol[4 * symbols[place + 1]] == VOWEL else NEXT_CONSONANT
    return (((other - 1) * NEXTS + following) * PREVIOUS + before) * SYMBOLS + symbol


def expected(costs: Costs, reading: Reading, length: int, other: int) -> int:
    """Add up what the first symbols of a reading bring on average against a script."""
    base = (other - 1) * SYMBOLS
    return sum(costs.expect[base + symbol] for symbol in reading.symbols[:length])


@lru_cache(maxsize=4096)
def _ends(costs: Costs, reading: Reading, other: int) -> tuple[list[int], list[int]]:
    """Look up what it costs each symbol to be silent, and not to be."""
    places = [context(costs, reading, place, other) for place in range(len(reading.symbols))]
    return [costs.drop[place] for place in places], [costs.keep[place] for place in places]


def _cells(costs: Costs, a: Reading, b: Reading) -> list[list[int]]:
    """Fill cells[i][j]: the best value of the first i symbols of a against the first j of b."""
    (drop_a, keep_a), (drop_b, keep_b) = _ends(costs, a, b.script), _ends(costs, b, a.script)
    above = [0]
    for drop in drop_b:
        above.append(above[-1] + drop)
    cells = [above]
    for symbol, keep, drop in zip(a.symbols, keep_a, drop_a, strict=True):
        match = costs.match[SYMBOLS * symbol : SYMBOLS * (symbol + 1)]
        left = above[0] + drop
        row = [left]
        for j, met in enumerate(b.symbols):
            best = max(above[j] + match[met] + keep + keep_b[j], above[j + 1] + drop, left + drop_b[j])
            row.append(best)
            left = best
        cells.append(row)
        above = row
    return cells


def _lengths(a: Reading, b: Reading, initials: tuple[bool, bool]) -> Iterator[tuple[int, int, int]]:
    """Say how much of each reading may be set against the other, and how many endings are then cut off."""
    whole_a, whole_b = len(a.symbols), len(b.symbols)
    if initials[0] != initials[1]:
        for count in range(1, min(MOST_INITIAL, whole_b if initials[0] else whole_a) + 1):
            yield (whole_a, count, 0) if initials[0] else (count, whole_b, 0)
        return
    ends_a, ends_b = a.stem < whole_a, b.stem < whole_b
    if ends_a and ends_b:
        yield a.stem, b.stem, 0
        return
    yield whole_a, whole_b, 0
    if ends_a or ends_b:
        yield a.stem, b.stem, 0
    if a.bare < whole_a:
        yield a.bare, whole_b, 1
    if b.bare < whole_b:
        yield whole_a, b.bare, 1
    if a.bare < whole_a and b.bare < whole_b:
        yield a.bare, b.bare, 1


def meet(costs: Costs, a: Span, b: Span) -> Met | None:
    """Find how two spans are best read against each other; None if one of them has no symbol.

    Args:
        costs: what was learned.
        a: a span of one name.
        b: a span of the other.
    """
    initials = bool(a.flags & INITIAL), bool(b.flags & INITIAL)
    best: Met | None = None
    for one, other in product(a.readings, b.readings):
        if not one.symbols or not other.symbols:
            continue
        cells = _cells(costs, one, other)
        for i, j, cut in _lengths(one, other, initials):
            due = max(NAT, expected(costs, one, i, other.script) + expected(costs, other, j, one.script))
            value = cells[i][j] - cut * CUT_COST
            if best is None or due - 2 * value < best.lost:
                best = Met(value, due, (i, j), (one, other), initials[0] != initials[1], cut)
    return best


def steps(costs: Costs, met: Met) -> list[Step]:
    """Follow the best path back, from the last step to the first."""
    a, b = met.readings
    cells = _cells(costs, a, b)
    (drop_a, keep_a), (drop_b, keep_b) = _ends(costs, a, b.script), _ends(costs, b, a.script)
    i, j = met.lengths
    found: list[Step] = []
    while i or j:
        match = costs.match[SYMBOLS * a.symbols[i - 1] + b.symbols[j - 1]] if i and j else 0
        if i and j and cells[i][j] == cells[i - 1][j - 1] + match + keep_a[i - 1] + keep_b[j - 1]:
            i, j = i - 1, j - 1
            found.append(Step(i, j, match + keep_a[i] + keep_b[j]))
        elif i and cells[i][j] == cells[i - 1][j] + drop_a[i - 1]:
            i -= 1
            found.append(Step(i, -1, drop_a[i]))
        else:
            j -= 1
            found.append(Step(-1, j, drop_b[j]))
    return found
