"""Which features the core gives, and which way each may move the score."""

import re
from pathlib import Path

__all__ = ["FEATURES", "MONOTONE"]

HEADER = Path(__file__).parents[2] / "src/kualik/engine/names/core/describe.h"
PAIRS = ("worst", "next", "best")
RAISE = frozenset({"near", "value", "close_value", "father_near", "half_father_near", "whole_near", "sex"})
LOWER = frozenset({"lost", "close_lost"})


def _features() -> list[str]:
    text = HEADER.read_text(encoding="utf-8")
    of_pairs = re.findall(r"X\(P##_(\w+)\)", text)
    of_names = re.findall(r"X\((\w+)\)", text.split("#define NAME_FEATURES(X)")[1].split("\n\n")[0])
    return [f"{pair}_{name}" for pair in PAIRS for name in of_pairs] + of_names


def _way(feature: str) -> int:
    pair, _, name = feature.partition("_")
    own = name if pair in PAIRS else feature
    return (own in RAISE) - (own in LOWER)


FEATURES = _features()
"""Names of the columns of `kn_features`, in order."""

MONOTONE = [_way(feature) for feature in FEATURES]
"""1: more of it never lowers the score; -1: never raises it; 0: either."""
