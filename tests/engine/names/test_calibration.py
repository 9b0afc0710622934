"""From alignment to probability."""

from dataclasses import fields

import pytest

from kualik.engine.names.aligning import align
from kualik.engine.names.calibration import ALPHABETS, CHINESE, PINYIN, Weights, probability

EVERY = pytest.mark.parametrize("weights", [ALPHABETS, CHINESE, PINYIN])


@EVERY
def test_nearer_is_never_less_likely(weights: Weights) -> None:
    """From nothing in common to the same."""
    others = ["Zhuldyz Toleu", "Khalida Serik", "Khalida Aqytbek", "Khalida Aqytkhan"]
    likely = [probability(align("Khalida Aqytkhan", other), weights) for other in others]

    assert likely == sorted(likely)
    assert likely[0] < 0.05
    assert likely[-1] > 0.95


@EVERY
def test_more_left_over_never_speaks_for_a_match(weights: Weights) -> None:
    """Nor does another father."""
    assert weights.left_over <= 0
    assert weights.fathers_differ <= 0
    assert all(isinstance(getattr(weights, field.name), float) for field in fields(weights))


def test_no_name_is_nobodys() -> None:
    """Nothing in it, nothing to compare."""
    assert probability(align("", ""), ALPHABETS) == 0.0
