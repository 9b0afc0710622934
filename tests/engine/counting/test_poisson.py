"""Fits of log-linear models: what a maximum is, in many tables at once."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from kualik.engine.counting import poisson
from kualik.engine.counting.existence import Existence, check_existence
from kualik.engine.counting.models import Model, hierarchical_models, main_effects, with_pairs
from kualik.engine.counting.poisson import Design, begin, design_of, fit_tables
from kualik.engine.counting.posterior import Floats
from tests.engine.counting.mutants import mutant

FULL = np.array([40.0, 30, 6, 20, 5, 4, 2])
SPARSE = np.array([40.0, 30, 6, 20, 0, 0, 0])
MODELS = hierarchical_models(3, 2)


def directly(model: Model, counts: Floats) -> Floats:
    """Maximise the Poisson likelihood with a general optimiser."""
    design = model.design()

    def loss(coefficients: Floats) -> tuple[float, Floats]:
        linear = design @ coefficients
        return float(np.exp(linear).sum() - counts @ linear), (np.exp(linear) - counts) @ design

    start = np.zeros(design.shape[1])
    found = minimize(loss, start, jac=True, method="BFGS", options={"gtol": 1e-9, "maxiter": 500})
    return np.asarray(found.x, dtype=np.float64)


def fits_rightly(module: ModuleType) -> bool:
    """Say whether a module's fits of all models of three lists are those of the optimiser."""
    return all(
        bool(found.good[0]) and found.coefficients[0] == pytest.approx(directly(model, FULL), abs=1e-4)
        for model in MODELS
        for found in [module.fit_tables(module.design_of(model), FULL[None, :])]
    )


def test_a_fit_is_what_a_general_optimiser_finds() -> None:
    """Eight models, every coefficient to four decimals."""
    assert fits_rightly(poisson)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("(left.margins - fitted @ left.design)", "(fitted @ left.design - left.margins)"),
        ("np.exp(np.minimum(", "np.exp(-np.minimum("),
        ("np.clip(step, -STRIDE, STRIDE)\n        done[~done]", "-np.clip(step, -STRIDE, STRIDE)\n        done[~done]"),
    ],
)
def test_a_wrong_sign_is_caught(old: str, new: str, tmp_path: Path) -> None:
    """A step the wrong way ends nowhere, or elsewhere."""
    with np.errstate(all="ignore"):
        assert not fits_rightly(mutant(poisson, old, new, folder=tmp_path))


@given(st.lists(st.integers(0, 12), min_size=15, max_size=15), st.sampled_from(hierarchical_models(4, 3)))
@settings(max_examples=60)
def test_what_is_fitted_has_the_margins_of_what_is_seen(counts: list[int], model: Model) -> None:
    """That is what a maximum of the likelihood is, for every term of the model; and a found fit is checked to exist."""
    seen = np.array(counts, dtype=np.float64)
    if not seen.any():
        return
    found = fit_tables(design_of(model), seen[None, :])
    design = model.design()
    margins = seen @ design
    fitted = np.exp(design @ found.coefficients[0]) * ((design @ (margins == 0)) == 0)

    assert found.good[0] == (check_existence(model, seen) is Existence.FOUND)
    if found.good[0]:
        assert fitted @ design == pytest.approx(margins, abs=1e-5, rel=1e-5)
        assert found.unlisted[0] == pytest.approx(np.exp(found.coefficients[0, 0]))
        assert found.deviance[0] == pytest.approx(2 * (fitted.sum() - margins @ found.coefficients[0]))


def test_many_tables_are_fitted_as_each_by_itself_wherever_one_begins() -> None:
    """Two hundred drawn tables: with the start of the first table, without, and one by one."""
    drawn = np.random.default_rng(5).multinomial(107, FULL / FULL.sum(), size=200).astype(np.float64)
    design = design_of(MODELS[5])
    start = begin(design, FULL)
    quick, slow = fit_tables(design, drawn, start=start), fit_tables(design, drawn)
    singly = np.array([fit_tables(design, one[None, :]).unlisted[0] for one in drawn])

    assert start is not None
    assert np.array_equal(quick.good, slow.good)
    assert quick.unlisted[quick.good] == pytest.approx(slow.unlisted[quick.good], rel=1e-6)
    assert slow.unlisted[slow.good] == pytest.approx(singly[slow.good], rel=1e-9)


def test_an_empty_margin_takes_its_interaction_and_patterns_out() -> None:
    """Nobody on A and C, nobody on B and C: what is left is A, B, C alone and A with B; 4 patterns, 4 coefficients.

    Then A and B are independent: 40 * 30 / 6 = 200 unlisted.
    """
    found = fit_tables(design_of(with_pairs(3, frozenset({0b101, 0b110}))), SPARSE[None, :])

    assert found.good[0]
    assert found.unlisted[0] == pytest.approx(200)
    assert found.coefficients[0, 4:].tolist() == [0, 0]


def test_there_is_nothing_to_begin_from_where_nothing_can_be_fitted() -> None:
    """A margin is empty, the number unlisted does not follow, or the likelihood rises without end."""
    assert begin(design_of(with_pairs(3, frozenset({0b101}))), SPARSE) is None
    assert begin(design_of(with_pairs(2, frozenset({0b11}))), np.array([3.0, 2, 1])) is None
    assert begin(design_of(with_pairs(3, frozenset({0b011}))), SPARSE) is None
    assert begin(design_of(main_effects(3)), FULL) is not None


def test_columns_need_not_be_a_model_s() -> None:
    """One column, three patterns: the mean of the three counts."""
    found = fit_tables(Design(columns=np.ones((3, 1))), np.array([[3.0, 4, 8]]))

    assert found.unlisted[0] == pytest.approx(5)
