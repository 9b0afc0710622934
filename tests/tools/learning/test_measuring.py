"""Measures with known answers."""

import numpy as np

from tools.learning.measuring import auc, best_threshold, calibration_error, f1

LABEL = np.array([1, 1, 0, 0])
SCORE = np.array([0.9, 0.4, 0.6, 0.1])
EVEN = np.ones(4)


def test_f1_counts_what_is_at_the_threshold() -> None:
    """Two right of three said, none missed: 2 · 2 / (3 + 2)."""
    assert f1(LABEL, SCORE, EVEN, 0.4) == 0.8


def test_the_best_threshold_is_one_of_the_scores() -> None:
    """At 0.4 F1 is 0.8, at 0.9 only two thirds."""
    assert best_threshold(LABEL, SCORE, EVEN) == 0.4


def test_auc_is_the_share_of_pairs_in_the_right_order() -> None:
    """Three of four; a tie counts half."""
    assert auc(LABEL, SCORE) == 0.75
    assert auc(np.array([1, 0]), np.array([0.5, 0.5])) == 0.5


def test_a_weight_stands_for_so_many_pairs() -> None:
    """Doubling the weight of one wrong answer is as if it stood there twice."""
    twice = f1(np.append(LABEL, 0), np.append(SCORE, 0.6), np.ones(5), 0.4)

    assert f1(LABEL, SCORE, np.array([1.0, 1.0, 2.0, 1.0]), 0.4) == twice


def test_calibration_error_is_nought_where_scores_are_shares() -> None:
    """Half of the pairs scored 0.5 are one person's."""
    assert calibration_error(np.array([1, 0]), np.array([0.5, 0.5]), np.ones(2)) == 0
    assert calibration_error(np.array([0, 0]), np.array([0.5, 0.5]), np.ones(2)) == 0.5
