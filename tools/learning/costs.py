"""Learn what one symbol against another says (Viterbi expectation-maximisation over parts that are the same name).

A cost is a log-likelihood ratio: how much likelier two symbols are to answer each other in one name than in two names
put side by side. Counts are smoothed towards what the articulation of the phones leads one to expect, and towards the
same phones in other pairs of scripts.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kualik.engine.names.orthography import BASES, SCRIPTS, Phone, phones
from tools.learning.names import Asked

__all__ = ["Costs", "Counts", "counted", "first_costs", "sections", "symbol_table", "updated"]

NAT = 64
OTHERS, NEXTS, PREVIOUS, SYMBOLS = 4, 3, 32, 256
KINDS = {"V": 1, "C": 2, "G": 3}
CONSONANT = KINDS["C"]
BONES = "PTKSMNLRHVJ"
VOWEL_BEFORE, GLIDE_BEFORE, OTHER_BEFORE = 20, 21, 22
LEAST, MOST = -7.0, 8.0  # nats


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What met what, what was silent and what was said, what each symbol brought."""

    match: NDArray[np.float64]
    drop: NDArray[np.float64]
    keep: NDArray[np.float64]
    brought: NDArray[np.float64]

    @classmethod
    def none(cls) -> "Counts":
        """Begin at nothing."""
        silent = (OTHERS, NEXTS, PREVIOUS, SYMBOLS)
        return cls(
            match=np.zeros((SYMBOLS, SYMBOLS)),
            drop=np.zeros(silent),
            keep=np.zeros(silent),
            brought=np.zeros((OTHERS, SYMBOLS)),
        )


def counted(
    asked: Asked, a: NDArray[np.void], b: NDArray[np.void], weight: NDArray[np.float64], least: float
) -> Counts:
    """Count what met what in pairs of names said to be one, under the costs that are open."""
    counts = Counts.none()
    asked.count(a, b, weight, least, (counts.match, counts.drop, counts.keep, counts.brought))
    return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Log-likelihood ratios, in nats."""

    match: NDArray[np.float64]
    drop: NDArray[np.float64]
    keep: NDArray[np.float64]
    expect: NDArray[np.float64]


def symbol_table() -> NDArray[np.uint8]:
    """Give per symbol its kind, what it is to the next one, its sound whatever the script, its bone."""
    table = np.zeros((SYMBOLS, 4), np.uint8)
    names = {name: place for place, name in enumerate(dict.fromkeys(phone.name for phone in phones()), start=1)}
    for phone in phones():
        bone = BONES.index(phone.skeleton) + 1 if phone.skeleton else 0
        table[phone.symbol] = (KINDS[phone.kind], _before(phone, bone), names[phone.name], bone)
    return table


def _before(phone: Phone, bone: int) -> int:
    if phone.kind == "V":
        return VOWEL_BEFORE
    if phone.kind == "G":
        return GLIDE_BEFORE
    return bone or OTHER_BEFORE


def script_of(symbol: int) -> int:
    """Number the script of a symbol from 0."""
    return sum(symbol >= BASES[script] for script in SCRIPTS[1:])


def likeness(a: Phone, b: Phone) -> float:
    """Say how like two phones are by their articulation: 0 not at all, 1 the same."""
    if a.name == b.name:
        return 1.0
    if a.kind == b.kind == "V":
        return float(np.exp(-1.0 * _distance(a, b, (3, 4, 5), (0.5, 1.0, 0.7))))
    if "V" in (a.kind, b.kind):
        return 0.25 if "G" in (a.kind, b.kind) else 0.002
    return 0.8 * float(np.exp(-1.0 * _distance(a, b, (0, 1, 2), (0.9, 0.9, 0.5))))


def _distance(a: Phone, b: Phone, columns: tuple[int, ...], weights: tuple[float, ...]) -> float:
    sides = [((a.articulation[column] or 0.0), (b.articulation[column] or 0.0)) for column in columns]
    return sum(weight * abs(one - other) for weight, (one, other) in zip(weights, sides, strict=True))


def prior_match() -> NDArray[np.float64]:
    """Expect of each pair of symbols how often it stands in one name: per row of the first, summing to 1 per script."""
    table = np.zeros((SYMBOLS, SYMBOLS))
    for a in phones():
        for b in phones():
            table[a.symbol, b.symbol] = likeness(a, b) ** 2
    for script in SCRIPTS:
        own = [phone.symbol for phone in phones() if phone.script == script]
        block = table[:, own]
        sums = block.sum(axis=1, keepdims=True)
        table[:, own] = np.divide(block, sums, out=np.zeros_like(block), where=sums > 0)
    return table


def first_costs() -> Costs:
    """Guess costs from articulation alone."""
    prior = prior_match()
    match = np.clip(np.log(np.maximum(prior, 1e-4) * 25), -4, 4)
    silent = (OTHERS, NEXTS, PREVIOUS, SYMBOLS)
    kinds = symbol_table()[:, 0]
    drop = np.broadcast_to(np.where(kinds == CONSONANT, -3.0, -1.5), silent).copy()
    expect = np.full((OTHERS, SYMBOLS), 1.2)
    return Costs(match=match, drop=drop, keep=np.full(silent, -0.1), expect=expect)


def updated(counts: Counts, *, strength: float = 6.0, wider: Counts | None = None) -> Costs:
    """Turn counts into costs.

    Args:
        counts: of one pass over the data.
        strength: how many observations the expectation (by articulation, or by *wider*) counts for.
        wider: counts of more data, to expect instead where these say little.
    """
    match = _match(counts.match, strength, prior_match() if wider is None else _shares(wider.match))
    drop, keep = _silent(counts, strength, wider)
    said = counts.keep.sum(axis=(1, 2)) + counts.drop.sum(axis=(1, 2))
    mean = counts.brought.sum(axis=1, keepdims=True) / np.maximum(said.sum(axis=1, keepdims=True), 1)
    expect = (counts.brought + 20 * mean) / (said + 20)
    return Costs(match=match, drop=drop, keep=keep, expect=np.maximum(expect, 0.02))


def _shares(match: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give of each symbol how often each one of another script answers it."""
    smoothed = match + 3.0 * prior_match()
    for script in SCRIPTS:
        own = [phone.symbol for phone in phones() if phone.script == script]
        block = smoothed[:, own]
        sums = block.sum(axis=1, keepdims=True)
        smoothed[:, own] = np.divide(block, sums, out=np.zeros_like(block), where=sums > 0)
    return smoothed


def _match(counts: NDArray[np.float64], strength: float, prior: NDArray[np.float64]) -> NDArray[np.float64]:
    own = [[phone.symbol for phone in phones() if phone.script == script] for script in SCRIPTS]
    match = np.full((SYMBOLS, SYMBOLS), LEAST)
    for rows in own:
        for columns in own:
            block = np.ix_(rows, columns)
            seen = counts[block]
            smoothed = seen + strength * (prior[block] * _share(seen, 1) + prior.T[block] * _share(seen, 0)) + 0.01
            joint = smoothed / smoothed.sum()
            apart = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
            match[block] = np.log(joint / apart)
    return np.asarray(np.clip((match + match.T) / 2, LEAST, MOST), dtype=np.float64)


def _share(seen: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    sums = seen.sum(axis=axis, keepdims=True)
    return np.asarray(sums / (sums + 5.0) + 0.05, dtype=np.float64)


def _silent(counts: Counts, strength: float, wider: Counts | None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Estimate how often a symbol is silent: per context, backing off to less of it, in four steps."""
    share = _rates(counts.drop, counts.keep, strength)
    if wider is not None:
        base = _rates(wider.drop, wider.keep, strength)
        share = (counts.drop + strength * base) / (counts.drop + counts.keep + strength)
    share = np.clip(share, 0.001, 0.98)
    return np.log(share), np.log1p(-share)


def _rates(drop: NDArray[np.float64], keep: NDArray[np.float64], strength: float) -> NDArray[np.float64]:
    kinds = symbol_table()[:, 0]
    base = np.broadcast_to(np.where(kinds == CONSONANT, 0.03, 0.10), drop.shape)
    for axes in ((0, 1, 2), (1, 2), (2,), ()):
        silent = drop.sum(axis=axes, keepdims=True) if axes else drop
        said = keep.sum(axis=axes, keepdims=True) if axes else keep
        base = (silent + strength * base) / (silent + said + strength)
    return np.asarray(base, dtype=np.float64)


def sections(costs: Costs, close: Costs) -> dict[str, bytes]:
    """Write costs as the core reads them: whole numbers, 64 to the nat."""
    own = {f"m.{name}": content for name, content in _whole(costs).items()}
    closer = {f"m.close.{name}": content for name, content in _whole(close).items()}
    return own | closer | {"m.symbol": symbol_table().tobytes()}


def _whole(costs: Costs) -> dict[str, bytes]:

    def whole(values: NDArray[np.float64]) -> bytes:
        return np.round(values * NAT).astype("<i2").tobytes()

    return {
        "match": whole(costs.match),
        "drop": whole(costs.drop),
        "keep": whole(costs.keep),
        "expect": whole(costs.expect),
    }
