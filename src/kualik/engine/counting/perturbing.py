"""How far the answer moves when some people were not recognised, or some taken for others."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kualik.engine.counting.averaging import average
from kualik.engine.counting.table import Table, UnfitTable

__all__ = ["FALSE", "MISSED", "Perturbed", "Wrong", "linked_wrongly", "perturb"]

MISSED = (0.05, 0.1, 0.2)
FALSE = (0.02, 0.05, 0.1)
TIMES = 20

Wrong: TypeAlias = Literal["missed", "false"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perturbed:
    """What A says on average when a share of links is wrong, in people; `sd` is between perturbations.

    `kind`: "missed" (a person on several lists was split in two) or "false" (two people on one list each were taken
    for one). `rate`: as a share of the people who are on several lists.
    """

    kind: Wrong
    rate: float
    median: float
    sd: float


def perturb(
    table: Table,
    *,
    seed: int,
    missed: tuple[float, ...] = MISSED,
    false: tuple[float, ...] = FALSE,
    times: int = TIMES,
) -> tuple[Perturbed, ...]:
    """Count again, with A, tables in which some links more were missed or made wrongly.

    Args:
        table: three to seven lists, as they were linked.
        seed: chance is drawn from it.
        missed: rates of missed links to try, shares of the people on several lists, in [0, 1].
        false: rates of false links to try, likewise.
        times: perturbations of each kind and rate, from 1.

    Returns:
        A row for each kind and rate. A perturbed table that A cannot answer for is left out; a rate at which there
        is none has no row.

    Assumes:
        Errors strike everybody alike. In truth they strike names that are common or written in several alphabets.

    Source:
        The study, methods/counting.md 4.4: linkage error moves N as much as chance does, and false links more.
    """
    rows = (_row(table, kind, rate, seed, times) for kind, rates in _kinds(missed, false) for rate in rates)
    return tuple(row for row in rows if row is not None)


def _kinds(missed: tuple[float, ...], false: tuple[float, ...]) -> Iterator[tuple[Wrong, tuple[float, ...]]]:
    yield "missed", missed
    yield "false", false


def _row(table: Table, kind: Wrong, rate: float, seed: int, times: int) -> Perturbed | None:
    # The same streams at every rate: rates differ by what they are, not by chance.
    streams = np.random.SeedSequence([seed, kind == "false"]).spawn(times)
    medians = []
    for stream in streams:
        try:
            wrong = linked_wrongly(table, kind=kind, rate=rate, chance=np.random.default_rng(stream))
            medians.append(average(wrong).posterior.median)
        except UnfitTable:
            continue
    if not medians:
        return None
    return Perturbed(kind=kind, rate=rate, median=float(np.mean(medians)), sd=float(np.std(medians)))


def linked_wrongly(table: Table, *, kind: Wrong, rate: float, chance: np.random.Generator) -> Table:
    """Make a table in which links more are wrong.

    Args:
        table: lists and patterns.
        kind: "missed" or "false".
        rate: share of the people on several lists, in [0, 1].
        chance: a source of chance.

    Returns:
        The table that such a linkage would have given: more people where links are missed, fewer where they are false.

    Assumes:
        Somebody whose link is missed is split by putting one of the lists, any with equal chance, apart. Two people
        who are wrongly taken for one are on one list each, on two different lists.

    Source:
        The study, methods/counting.md 4.4.
    """
    several = table.patterns.sum(axis=1) > 1
    patterns, counts = (_split if kind == "missed" else _merged)(table, several, rate, chance)
    return Table.of(table.lists, np.concatenate((table.patterns, patterns)), np.concatenate(counts))


def _split(
    table: Table, several: NDArray[np.bool_], rate: float, chance: np.random.Generator
) -> tuple[NDArray[np.uint8], tuple[NDArray[np.int64], ...]]:
    """Take people out of the patterns of several lists, and put them back as two people each."""
    gone = np.where(several, chance.binomial(table.counts, rate), 0)
    on = table.patterns / table.patterns.sum(axis=1, keepdims=True)
    apart = chance.multinomial(gone, on)
    single = np.eye(len(table.lists), dtype=np.uint8)
    rest = table.patterns[:, None, :] & (1 - single)
    patterns = np.concatenate((rest.reshape(-1, len(table.lists)), single))
    return patterns, (table.counts - gone, apart.reshape(-1), apart.sum(axis=0))


def _merged(
    table: Table, several: NDArray[np.bool_], rate: float, chance: np.random.Generator
) -> tuple[NDArray[np.uint8], tuple[NDArray[np.int64], ...]]:
    """Take pairs of people who are on one list each, and put them back as one person on two."""
    single = np.eye(len(table.lists), dtype=np.uint8)
    alone = np.array([table.counts[(table.patterns == one).all(axis=1)].sum() for one in single])
    pairs = np.array(list(combinations(range(len(single)), 2)))
    likely = alone[pairs].astype(np.float64).prod(axis=1)
    wrong = chance.binomial(int(table.counts[several].sum()), rate)
    made = chance.multinomial(wrong, likely / likely.sum()) if likely.any() else np.zeros(len(pairs), dtype=np.int64)
    for pair, place in enumerate(pairs):  # where a list runs out of people, no more are merged
        made[pair] = min(made[pair], *alone[place])
        alone[place] -= made[pair]
    kept = table.counts.copy()
    for one, left in zip(single, alone, strict=True):
        kept[(table.patterns == one).all(axis=1)] = left
    return single[pairs[:, 0]] | single[pairs[:, 1]], (kept, made)
