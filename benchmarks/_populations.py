"""Populations made on paper, whose true number is known: how often the counting engine's intervals hold it.

Six of the study (five of HRDAG's StanLCMCR, import/hand/simulations.yaml, and one of independent lists) on which the
headline is judged, and others that the gates were chosen on. `python -m benchmarks._populations FILE` adds replicates
to FILE, one row each, until every population has as many as asked for; it goes on where it was stopped.
"""

import argparse
import csv
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kualik.engine.counting.averaging import average
from kualik.engine.counting.latent_classes import fit
from kualik.engine.counting.priors import Options
from kualik.engine.counting.sensitivity import vary_averaged
from kualik.engine.counting.table import Table, UnfitTable, tidy

__all__ = ["JUDGED", "OTHERS", "Population", "draw", "measure"]

ONCE, TWICE = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Classes of people: how many in each, and how likely each list has them.

    `copied` is the share of the first list's people that the last list takes over; `missed` and `false` are the
    shares of people on several lists who are split in two, and of wrong mergers of two people on one list each.
    """

    name: str
    classes: tuple[tuple[int, tuple[float, ...]], ...]
    copied: float = 0.0
    missed: float = 0.0
    false: float = 0.0

    @property
    def people(self) -> int:
        """How many there are in truth."""
        return sum(size for size, _ in self.classes)


INDEPENDENT = (0.2, 0.25, 0.3, 0.15, 0.1)
JUDGED = (
    Population(
        name="sim1",
        classes=((1800, (0.033, 0.033, 0.099, 0.132, 0.033)), (200, (0.660, 0.825, 0.759, 0.990, 0.693))),
    ),
    Population(
        name="sim2",
        classes=((1600, (0.013, 0.013, 0.099, 0.132, 0.033)), (400, (0.560, 0.825, 0.759, 0.990, 0.593))),
    ),
    Population(
        name="sim3",
        classes=((1600, (0.113, 0.113, 0.199, 0.232, 0.133)), (400, (0.860, 0.925, 0.859, 0.990, 0.793))),
    ),
    Population(
        name="sim4",
        classes=(
            (1600, (0.1, 0.05, 0.15, 0.2, 0.1)),
            (200, (0.5, 0.4, 0.6, 0.4, 0.5)),
            (200, (0.8, 0.9, 0.6, 0.7, 0.7)),
        ),
    ),
    Population(
        name="sim5",
        classes=((1600, (0.113, 0.113, 0.199, 0.832, 0.733)), (400, (0.860, 0.925, 0.859, 0.190, 0.193))),
    ),
    Population(name="indep", classes=((2000, INDEPENDENT),)),
)
"""HRDAG/StanLCMCR at commit f2a976e, import/hand/simulations.yaml; `indep` is of the study, methods/counting.md 4.3."""

OTHERS = (
    Population(name="avoid", classes=((1000, (0.5, 0.05, 0.2, 0.2, 0.15)), (1000, (0.05, 0.5, 0.2, 0.2, 0.15)))),
    Population(name="unreachable", classes=((1800, INDEPENDENT), (200, (0.0,) * 5))),
    Population(name="copied", classes=((2000, (0.2, 0.25, 0.3, 0.15, 0.02)),), copied=0.9),
    Population(name="linked-1", classes=((2000, INDEPENDENT),), missed=0.01, false=0.01),
    Population(name="linked-5", classes=((2000, INDEPENDENT),), missed=0.05, false=0.05),
    Population(
        name="three-classes",
        classes=(
            (1200, (0.05, 0.1, 0.05, 0.15, 0.1)),
            (500, (0.3, 0.2, 0.4, 0.2, 0.3)),
            (300, (0.6, 0.8, 0.5, 0.7, 0.6)),
        ),
    ),
    Population(
        name="four-classes",
        classes=(
            (1000, (0.05, 0.12, 0.08, 0.1, 0.06)),
            (500, (0.15, 0.1, 0.3, 0.1, 0.25)),
            (300, (0.5, 0.3, 0.2, 0.5, 0.4)),
            (200, (0.7, 0.9, 0.8, 0.6, 0.75)),
        ),
    ),
    Population(name="sparse", classes=((2000, (0.03, 0.05, 0.04, 0.06, 0.02)),)),
    Population(name="three-lists", classes=((1500, (0.1, 0.15, 0.2)), (500, (0.6, 0.5, 0.7)))),
    Population(name="four-lists", classes=((1500, (0.1, 0.15, 0.2, 0.1)), (500, (0.6, 0.5, 0.7, 0.5)))),
    Population(name="few", classes=((300, (0.2, 0.3, 0.25, 0.15)),)),
)


def draw(population: Population, *, seed: int) -> Table:
    """Draw who is on which list.

    Args:
        population: the classes.
        seed: from 0; another seed is another replicate.

    Returns:
        The capture table, without those on no list.
    """
    chance = np.random.default_rng([seed, *population.name.encode()])
    lists = len(population.classes[0][1])
    likely = np.repeat([chances for _, chances in population.classes], [size for size, _ in population.classes], axis=0)
    rows = (chance.random(likely.shape) < likely).astype(np.uint8)
    rows[:, -1] |= rows[:, 0] & (chance.random(len(rows)) < population.copied)
    rows = _mislinked(rows[rows.any(axis=1)], population, chance)
    names = [f"list {place + 1}" for place in range(lists)]
    return tidy(Table.of(names, rows, np.ones(len(rows), dtype=np.int64)))


def _mislinked(rows: NDArray[np.uint8], population: Population, chance: np.random.Generator) -> NDArray[np.uint8]:
    """Split some people who are on several lists, and take some pairs of people on one list each for one."""
    several = np.flatnonzero(rows.sum(axis=1) >= TWICE)
    split = several[chance.random(len(several)) < population.missed]
    halves = rows[split].copy()
    for row, half in zip(split, halves, strict=True):
        kept = chance.choice(np.flatnonzero(half))
        rows[row], half[kept] = 0, 0
        rows[row, kept] = 1
    once = chance.permutation(np.flatnonzero(rows.sum(axis=1) == ONCE))
    wrong = chance.binomial(len(several), population.false)
    gone: list[int] = []
    for one, other in zip(once[::2], once[1::2], strict=False):
        if len(gone) < wrong and not (rows[one] & rows[other]).any():
            rows[one] |= rows[other]
            gone.append(int(other))
    return np.concatenate((np.delete(rows, gone, axis=0), halves))


def measure(population: Population, *, seed: int) -> dict[str, object]:
    """Count one replicate with A, its variants and B, and say what gates look at.

    Args:
        population: what is drawn from.
        seed: of the replicate; the engine's own chance has it too.

    Returns:
        Figures by name, people where nothing else is said; empty where an estimator has no answer.
    """
    table = draw(population, seed=seed)
    lists = len(table.lists)
    pairs = [(one, other) for one in range(lists) for other in range(one)]
    row: dict[str, object] = {
        "population": population.name,
        "seed": seed,
        "people": population.people,
        "lists": lists,
        "listed": table.listed,
        "twice": int(table.counts[table.patterns.sum(axis=1) >= TWICE].sum()),
        "pairs_apart": sum(not table.on_both(*pair) for pair in pairs) / len(pairs),
    }
    try:
        return row | _averaged(table) | _classes(table, seed)
    except UnfitTable as refused:
        return row | {"refused": refused.why}


def _averaged(table: Table) -> dict[str, object]:
    began = time.process_time()
    found = average(table).posterior
    spent = time.process_time() - began
    low, high = found.interval()
    row: dict[str, object] = {"a_low": low, "a_median": found.median, "a_high": high, "a_seconds": round(spent, 3)}
    moved: dict[str, list[float]] = {}
    for variant in vary_averaged(table, options=Options()):
        moved.setdefault(variant.what, []).append(variant.median / found.median)
        if variant.what == "cap":
            row["a_cap_high"] = variant.high / high
    return row | {f"a_{what}": " ".join(f"{share:.4g}" for share in shares) for what, shares in moved.items()}


def _classes(table: Table, seed: int) -> dict[str, object]:
    began = time.process_time()
    found = fit(table, seed=seed)
    spent = time.process_time() - began
    low, high = found.posterior.interval()
    return {
        "b_low": low,
        "b_median": found.posterior.median,
        "b_high": high,
        "b_rhat": round(found.rhat, 5),
        "b_bulk": round(found.bulk_ess),
        "b_tail": round(found.tail_ess),
        "b_sweeps": found.sweeps,
        "b_modes": len(found.modes),
        "b_seconds": round(spent, 2),
    }


COLUMNS = (
    *("population", "seed", "people", "lists", "listed", "twice", "pairs_apart", "refused"),
    *("a_low", "a_median", "a_high", "a_seconds", "a_cap_high", "a_delta", "a_cap", "a_prior", "a_leave-out"),
    *("b_low", "b_median", "b_high", "b_rhat", "b_bulk", "b_tail", "b_sweeps", "b_modes", "b_seconds"),
)


def _wanted(file: Path, populations: tuple[Population, ...], first: int, each: int) -> Iterator[tuple[Population, int]]:
    """Give the replicates that are not in the file, one of each population in turn."""
    done = set()
    if file.exists():
        with file.open(encoding="utf-8", newline="") as kept:
            done = {(row["population"], int(row["seed"])) for row in csv.DictReader(kept)}
    for seed in range(first, first + each):
        yield from ((one, seed) for one in populations if (one.name, seed) not in done)


def main() -> int:
    """Add replicates to a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--each", type=int, default=500, help="replicates of each population")
    parser.add_argument("--first", type=int, default=1000, help="the first seed; those chosen on are below 1000")
    parser.add_argument("--others", action="store_true", help="the populations that the gates were chosen on")
    chosen = parser.parse_args()
    new = not chosen.file.exists()
    with chosen.file.open("a", encoding="utf-8", newline="") as kept:
        writer = csv.DictWriter(kept, COLUMNS)
        if new:
            writer.writeheader()
        for population, seed in _wanted(chosen.file, OTHERS if chosen.others else JUDGED, chosen.first, chosen.each):
            writer.writerow(measure(population, seed=seed))
            kept.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
