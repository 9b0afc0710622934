"""The pairs and searches that names are measured on: people (and places) set aside, whom learning never saw."""

import csv
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kualik.engine.names.model import shipped
from tools.learning.data import FITTED, TEST, is_test
from tools.learning.material import Labelled, labelled
from tools.learning.names import opened
from tools.steps import ROOT

__all__ = ["Searches", "folder", "pairs", "searches"]

EVERY = 8  # of the pairs that were fitted on, every eighth gives each method its threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Searches:
    """A list of names, queries, the set of each, and the rows that would be right."""

    names: list[str]
    queries: list[str]
    sets: list[str]
    right: list[set[int]]


def folder() -> Path | None:
    """Find the data: where KUALIK_NAMES_DATA says, else ../shared/eval/names; None where there is none."""
    place = Path(os.environ.get("KUALIK_NAMES_DATA", ROOT.parent / "shared" / "eval" / "names"))
    return place if (place / "person_pairs.tsv").is_file() else None


def pairs(place: Path) -> Labelled:
    """Read the pairs of people set aside, and every eighth of those fitted on, for thresholds."""
    rows = labelled(opened({name: bytes(held) for name, held in shipped().sections.items()}), place)
    sampled = (rows.part == FITTED) & (np.arange(len(rows.a)) % EVERY == 0)
    return _of(rows, np.flatnonzero((rows.part == TEST) | sampled))


def _of(rows: Labelled, which: NDArray[np.int64]) -> Labelled:
    return Labelled(
        features=rows.features[which],
        label=rows.label[which],
        weight=rows.weight[which],
        set=rows.set[which],
        kind=rows.kind[which],
        part=rows.part[which],
        family=rows.family[which],
        fold=rows.fold[which],
        a=[rows.a[row] for row in which],
        b=[rows.b[row] for row in which],
    )


def searches(place: Path) -> Searches:
    """Read the searches for people set aside, among all targets and 163,520 others."""
    targets, asked = _rows(place / "retrieval_targets.tsv"), _rows(place / "retrieval_queries.tsv")
    asked = [one for one in asked if is_test(one["id"])]
    own: dict[str, set[int]] = {}
    for row, target in enumerate(targets):
        own.setdefault(target["id"], set()).add(row)
    return Searches(
        names=[one["name"] for one in (*targets, *_rows(place / "distractors.tsv"))],
        queries=[one["query"] for one in asked],
        sets=[one["set"] for one in asked],
        right=[own.get(one["id"], set()) for one in asked],
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
