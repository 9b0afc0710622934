"""The list of features, read from the core's own."""

from kualik.engine.names import describing
from tools.learning.described import FEATURES, MONOTONE


def test_the_features_are_those_of_the_core_and_of_the_plain_law() -> None:
    """One order for all three."""
    assert tuple(FEATURES) == tuple(describing.FEATURES)


def test_a_nearer_pair_never_lowers_the_score() -> None:
    """What the trees may not learn is laid down by name."""
    way = dict(zip(FEATURES, MONOTONE, strict=True))

    assert way["worst_near"] == way["near"] == way["father_near"] == way["sex"] == 1
    assert way["worst_lost"] == way["best_close_lost"] == -1
    assert way["script_a"] == way["parts_a"] == way["left_cleric"] == 0
