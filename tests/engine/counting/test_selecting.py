"""Choosing a model: the criterion, and that steps are steps."""

from pathlib import Path

import numpy as np
import pytest

from kualik.engine.counting import selecting
from kualik.engine.counting.models import hierarchical_models, main_effects, with_pairs
from kualik.engine.counting.poisson import design_of, fit_tables
from kualik.engine.counting.selecting import best_of, descend, rank
from tests.engine.counting.mutants import mutant
from tests.engine.counting.published import published

KOSOVO = published("kosovo_1999").cells()[1:].astype(np.float64)
EVERY = hierarchical_models(4, 3)


def test_the_criterion_is_two_logarithms_and_ln_n_for_each_term() -> None:
    """Worked out here for independence on Kosovo: 5 terms, 4,400 people."""
    fitted = fit_tables(design_of(main_effects(4)), KOSOVO[None, :])
    chosen = best_of([main_effects(4)], like=KOSOVO)(KOSOVO[None, :])

    assert chosen.criterion[0] == pytest.approx(fitted.deviance[0] + 5 * np.log(4400))
    assert chosen.unlisted[0] == pytest.approx(7394.6 - 4400, abs=0.06)


def test_the_best_is_the_first_in_rank_and_nothing_is_better() -> None:
    """All 113 are ranked; the criterion of each on its own confirms the first."""
    ranked = rank(EVERY, KOSOVO)
    best = best_of(EVERY, like=KOSOVO)(KOSOVO[None, :])
    each = [best_of([model], like=KOSOVO)(KOSOVO[None, :]).criterion[0] for model in ranked]

    assert best.models[0] == ranked[0]
    assert str(ranked[0]) == "[123][14][34]"
    assert len(ranked) == 113
    assert each == sorted(each)
    assert best.criterion[0] == min(each)


def test_many_tables_are_searched_as_each_by_itself() -> None:
    """Fifty drawn tables, all models and by steps: the same choices, one by one."""
    drawn = np.random.default_rng(1).multinomial(4400, KOSOVO / 4400, size=50).astype(np.float64)
    for search in (best_of(EVERY, like=KOSOVO), descend(4, like=KOSOVO)):
        together = search(drawn)
        singly = [search(one[None, :]) for one in drawn]

        assert together.models == tuple(one.models[0] for one in singly)
        assert together.unlisted == pytest.approx(np.concatenate([one.unlisted for one in singly]), rel=1e-6)


def test_steps_end_where_no_pair_lowers_the_criterion() -> None:
    """On Kosovo they reach the best of all 64 models of pairs."""
    by_steps = descend(4, like=KOSOVO)(KOSOVO[None, :])
    best = best_of(hierarchical_models(4, 2), like=KOSOVO)(KOSOVO[None, :])

    assert by_steps.models == best.models
    assert by_steps.criterion == pytest.approx(best.criterion)


def test_a_dear_term_is_never_added() -> None:
    """With a penalty above any gain, independence stays; with none, a step is always worth it."""
    dear = descend(4, like=KOSOVO, penalty=1e9)(KOSOVO[None, :])
    free = descend(4, like=KOSOVO, penalty=0.0)(KOSOVO[None, :])

    assert dear.models[0] == main_effects(4)
    assert len(free.models[0].pairs) >= 5


def test_what_cannot_be_fitted_is_never_chosen() -> None:
    """On the study's made-up table [12][3] has no maximum and [12][13][23] is not unique."""
    counts = published("artificial_3").cells()[1:].astype(np.float64)
    names = [str(model) for model in rank(hierarchical_models(3, 2), counts)]
    nothing = best_of([with_pairs(3, frozenset({0b011}))], like=counts)(counts[None, :])

    assert set(names) == {"[1][2][3]", "[1][23]", "[13][2]", "[13][23]"}
    assert np.isnan(nothing.unlisted[0])
    assert np.isinf(nothing.criterion[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fits.deviance + penalty", "fits.deviance - penalty"),
        ("np.log(counts.sum(axis=1))", "2.0"),
    ],
)
def test_another_criterion_is_caught(old: str, new: str, tmp_path: Path) -> None:
    """With the sign turned, or with Akaike's 2 for ln n, Kosovo's model is another."""
    changed = mutant(selecting, old, new, folder=tmp_path)

    assert str(changed.rank(EVERY, KOSOVO)[0]) != "[123][14][34]"
