"""What the gates let through of the replicates that `python -m benchmarks._populations FILE` wrote, as a table.

`python -m benchmarks._coverage FILE`. The gates are those of `kualik.engine.counting.gates`, without the variants of B.
"""

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks._populations import JUDGED, OTHERS, draw
from kualik.engine.counting import gates
from kualik.engine.counting.averaging import average
from kualik.engine.counting.hiding import hide
from kualik.engine.counting.latent_classes import ENOUGH, PROVISIONAL
from tools.steps import say

__all__ = ["Judged", "judge", "line"]

POPULATIONS = {one.name: one for one in (*JUDGED, *OTHERS)}
HEAD = (
    "| population | tables | A holds, width | B holds, width | envelope holds, width | refused | given: holds, width |"
    " refused by |\n|---|---:|---:|---:|---:|---:|---:|---|\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One replicate: the intervals of A and B in people, the truth, and the gates that refuse it."""

    truth: float
    a: tuple[float, float]
    b: tuple[float, float]
    refused: frozenset[str]

    @property
    def envelope(self) -> tuple[float, float]:
        """The headline, were it given."""
        return min(self.a[0], self.b[0]), max(self.a[1], self.b[1])


def judge(row: Mapping[str, str]) -> Judged | None:
    """Read a replicate and apply the gates; None where an estimator had no answer."""
    if not row["a_low"] or not row["b_low"]:
        return None
    a, b = (float(row["a_low"]), float(row["a_high"])), (float(row["b_low"]), float(row["b_high"]))
    return Judged(truth=float(row["people"]), a=a, b=b, refused=frozenset(_refused(row, a, b)))


def _refused(row: Mapping[str, str], a: tuple[float, float], b: tuple[float, float]) -> Iterator[str]:
    listed, twice = float(row["listed"]), float(row["twice"])
    if twice < gates.LEAST_TWICE or twice < gates.LEAST_SHARE * listed:
        yield "overlap"
    if float(row["b_rhat"]) > PROVISIONAL:
        yield "convergence"
    if min(float(row["b_bulk"]), float(row["b_tail"])) < ENOUGH:
        yield "sample"
    if max(a[1], b[1]) > gates.WIDEST * min(a[0], b[0]):
        yield "width"
    if _apart(float(row["a_median"]) / float(row["b_median"])) > gates.MOST_RATIO or a[0] > b[1] or b[0] > a[1]:
        yield "agreement"
    if _apart(float(row["a_cap_high"])) > gates.AT_CAP:
        yield "cap"
    moved = [float(one) for name in ("a_delta", "a_prior") for one in row[name].split()]
    if max(map(_apart, moved)) > gates.MOVED_FAR:
        yield "prior"
    table = draw(POPULATIONS[row["population"]], seed=int(row["seed"]))
    hidden = hide(table)
    if sum(one.too_few for one in hidden) > gates.MOST_LOW * len(hidden):
        yield "hidden"
    if gates.valley(average(table).posterior) < gates.SHALLOWEST:
        yield "modes"


def _apart(ratio: float) -> float:
    return max(ratio, 1 / ratio)


def line(name: str, judged: Sequence[Judged | None]) -> str:
    """Write what became of a population's replicates."""
    answered = [one for one in judged if one]
    given = [one for one in answered if not one.refused]
    by = Counter(gate for one in answered for gate in one.refused)
    cells = (
        name,
        str(len(judged)),
        _held([(one.a, one.truth) for one in answered]),
        _held([(one.b, one.truth) for one in answered]),
        _held([(one.envelope, one.truth) for one in answered]),
        f"{1 - len(given) / len(judged):.2f}",
        _held([(one.envelope, one.truth) for one in given]),
        ", ".join(f"{gate} {count}" for gate, count in by.most_common()),
    )
    return "| " + " | ".join(cells) + " |\n"


def _held(intervals: Sequence[tuple[tuple[float, float], float]]) -> str:
    """Say what share of intervals hold the truth, with its standard error, and how wide they are at the median."""
    if not intervals:
        return "-"
    held = float(np.mean([low <= truth <= high for (low, high), truth in intervals]))
    error = np.sqrt(held * (1 - held) / len(intervals))
    wide = float(np.median([high - low for (low, high), _ in intervals]))
    return f"{held:.3f} ± {error:.3f}, {wide:,.0f}"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    found: dict[str, list[Judged | None]] = defaultdict(list)
    with parser.parse_args().file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found[row["population"]].append(judge(row))
    say(HEAD + "".join(line(name, judged) for name, judged in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
