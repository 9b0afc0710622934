"""Measure: F1 at a threshold of the fitted part, AUC, expected calibration error.

Pairs of two people are rarer among those set aside than in all the data, since both must be set aside; weights undo
that, so that the figures are those of data as it comes.
"""

import numpy as np
from numpy.typing import NDArray

from tools.learning.data import FITTED, TEST
from tools.learning.material import Labelled

__all__ = ["auc", "best_threshold", "calibration_error", "f1", "figures"]

BINS = 10
LEAST_PAIRS = 60
Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


def f1(label: Labels, score: Floats, weight: Floats, threshold: float) -> float:
    """Harmonic mean of precision and recall of "at least the threshold"."""
    said = score >= threshold
    right = weight[said & (label == 1)].sum()
    return float(2 * right / (weight[said].sum() + weight[label == 1].sum()))


def best_threshold(label: Labels, score: Floats, weight: Floats) -> float:
    """Find the threshold at which F1 is best."""
    order = np.argsort(-score, kind="stable")
    right = np.cumsum((label * weight)[order])
    at = 2 * right / (np.cumsum(weight[order]) + (label * weight).sum())
    last = np.append(np.diff(score[order]) != 0, np.array([True]))
    return float(score[order][int(np.argmax(np.where(last, at, 0)))])


def auc(label: Labels, score: Floats) -> float:
    """Probability that a pair of one person scores above one of two, ties counting half."""
    _, inverse, counts = np.unique(score, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    ones = label == 1
    n1, n0 = ones.sum(), (~ones).sum()
    return float((ranks[ones].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)) if n1 and n0 else float("nan")


def calibration_error(label: Labels, score: Floats, weight: Floats) -> float:
    """Mean distance between what was said and what was so, over ten equal bins of the score."""
    bins = np.minimum(BINS - 1, (score * BINS).astype(int))
    off = weight * (score - label)
    return float(sum(abs(off[bins == one].sum()) for one in range(BINS)) / weight.sum())


def figures(rows: Labelled, score: Floats) -> dict[str, object]:
    """Measure on the pairs set aside; thresholds are of the fitted part."""
    found: dict[str, object] = {
        name: _of_set(rows, score, rows.set == name) for name in dict.fromkeys(rows.set.tolist())
    }
    persons = (rows.part == TEST) & ~np.char.startswith(rows.set, "PL_")
    held, fit = rows.part == TEST, rows.part == FITTED
    return found | {
        "share of matches": _rounded(float(np.average(rows.label[fit], weights=rows.weight[fit]))),
        "worst family of scripts": _worst(rows, score),
        "ECE, persons": _rounded(calibration_error(rows.label[persons], score[persons], rows.weight[persons])),
        "ECE, persons and places": _rounded(calibration_error(rows.label[held], score[held], rows.weight[held])),
    }


def _of_set(rows: Labelled, score: Floats, own: NDArray[np.bool_]) -> dict[str, float]:
    fit, held = own & (rows.part == FITTED), own & (rows.part == TEST)
    threshold = best_threshold(rows.label[fit], score[fit], rows.weight[fit])
    hard = held & ((rows.label == 1) | np.char.startswith(rows.kind, "hard"))
    return {
        "F1": _rounded(f1(rows.label[held], score[held], rows.weight[held], threshold)),
        "AUC, hard negatives": _rounded(auc(rows.label[hard], score[hard])),
        "ECE": _rounded(calibration_error(rows.label[held], score[held], rows.weight[held])),
        "threshold": _rounded(threshold),
        "pairs": int(held.sum()),
    }


def _worst(rows: Labelled, score: Floats) -> dict[str, float]:
    own = rows.set == "CA"
    fit = own & (rows.part == FITTED)
    threshold = best_threshold(rows.label[fit], score[fit], rows.weight[fit])
    found = {}
    for family in dict.fromkeys(rows.family[own].tolist()):
        held = own & (rows.part == TEST) & (rows.family == family)
        if held.sum() >= LEAST_PAIRS:
            found[family] = _rounded(f1(rows.label[held], score[held], rows.weight[held], threshold))
    return dict(sorted(found.items(), key=lambda item: item[1])[:5])


def _rounded(value: float) -> float:
    return round(value, 4)
