"""Trees and curve as the core reads them."""

from typing import Any

import numpy as np

from tools.learning.boosting import curve, fitted, forest_of, sums

SETTINGS: dict[str, Any] = {"rounds": 20, "num_leaves": 6, "min_data_in_leaf": 5}


def test_the_trees_laid_out_say_what_the_booster_says() -> None:
    """Flat arrays of floats lose nothing that matters: the sums agree to a millionth."""
    draw = np.random.default_rng(3)
    features = draw.normal(size=(400, 4)).astype(np.float32)
    label = (features[:, 0] + 0.5 * features[:, 2] > 0).astype(np.int64)
    booster = fitted(features, label, np.ones(400), monotone=[0, 0, 0, 0], settings=SETTINGS)

    raw = np.asarray(booster.predict(features, raw_score=True))
    assert np.abs(sums(forest_of(booster), features) - raw).max() < 1e-6
    assert raw.std() > 0.5


def test_a_child_comes_after_its_parent() -> None:
    """score.c refuses a forest in which a walk could go round."""
    draw = np.random.default_rng(4)
    features = draw.normal(size=(300, 3)).astype(np.float32)
    booster = fitted(
        features, (features[:, 1] > 0).astype(np.int64), np.ones(300), monotone=[0, 1, 0], settings=SETTINGS
    )
    forest = forest_of(booster)
    first, after = forest.starts[0][0], forest.starts[1][0]

    for place, node in enumerate(forest.nodes[first:after]):
        assert all(child < 0 or child > place for child in (node["left"], node["right"]))


def test_the_curve_rises_and_says_how_often_it_is_so() -> None:
    """Sums drawn with known probabilities give those probabilities back."""
    draw = np.random.default_rng(5)
    total = draw.normal(scale=2, size=20_000)
    label = (draw.random(20_000) < 1 / (1 + np.exp(-(1.5 * total - 1)))).astype(np.int64)
    knots = curve(total, label, np.ones(20_000))

    assert (np.diff(knots, axis=0) > 0).all()
    assert abs(float(np.interp(1.0, knots[:, 0], knots[:, 1])) - 0.622) < 0.03
