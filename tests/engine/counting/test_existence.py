"""Whether a model has an estimate: the made-up table of the study, and every small table against the fit."""

from itertools import product

import numpy as np
import pytest

from kualik.engine.counting.existence import Existence, check_existence
from kualik.engine.counting.models import hierarchical_models, main_effects, with_pairs
from kualik.engine.counting.poisson import design_of, fit_tables
from tests.engine.counting.published import published


@pytest.mark.parametrize(
    ("pairs", "answer"),
    [
        ({0b011, 0b101, 0b110}, Existence.NOT_UNIQUE),
        ({0b011}, Existence.NO_MAXIMUM),
        ({0b101, 0b110}, Existence.FOUND),
    ],
)
def test_the_study_s_table_is_told_apart(pairs: set[int], answer: Existence) -> None:
    """[12][13][23] is 2, [12][3] is 1, [13][23] is 0: Chan, Silverman and Vincent 2021, table 2."""
    counts = published("artificial_3").cells()[1:].astype(np.float64)

    assert check_existence(with_pairs(3, frozenset(pairs)), counts) is answer


def test_it_says_what_the_fit_finds_on_every_pattern_of_noughts() -> None:
    """All 127 ways in which patterns of three lists can be empty, times all eight models."""
    for zeros in product([0.0, 7.0], repeat=7):
        counts = np.array(zeros) + np.array([3, 1, 4, 1, 5, 9, 2]) * (np.array(zeros) > 0)
        if counts.any():
            for model in hierarchical_models(3, 2):
                fitted = bool(fit_tables(design_of(model), counts[None, :]).good[0])
                assert (check_existence(model, counts) is Existence.FOUND) == fitted, (counts, str(model))


def test_lists_that_share_nobody_have_no_maximum() -> None:
    """The fewer are expected on both, the more are unlisted, without end."""
    assert check_existence(main_effects(2), np.array([5.0, 7, 0])) is Existence.NO_MAXIMUM


def test_size_makes_no_difference() -> None:
    """10^12 people in one pattern and one person in another."""
    assert check_existence(main_effects(2), np.array([1e12, 1e12, 1])) is Existence.FOUND
