"""The bootstrap: against SciPy's, and what its acceleration is."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from scipy.stats import bootstrap as theirs

from kualik.engine.counting import bootstrap
from kualik.engine.counting.bootstrap import bca, leave_one_out, resample
from kualik.engine.counting.posterior import Floats
from tests.engine.counting.mutants import mutant

VALUES = np.array([1.0, 2, 4, 40])
COUNTS = np.array([20.0, 12, 6, 2])


def mean(tables: Floats) -> Floats:
    """Average four values over people, a table a row."""
    return np.asarray(tables @ VALUES / tables.sum(axis=1), dtype=np.float64)


def is_scipys(module: ModuleType) -> bool:
    """Say whether a module's interval of a mean is SciPy's: skewed values, 20,000 tables, 3 % apart at most."""
    people = np.repeat(VALUES, COUNTS.astype(int))
    found = theirs((people,), np.mean, n_resamples=20_000, method="BCa", rng=np.random.default_rng(3))
    ours = module.bca(COUNTS, estimate=mean, bootstraps=20_000, seed=4)
    ends = found.confidence_interval
    return bool(abs(ours.low / ends.low - 1) < 0.03 and abs(ours.high / ends.high - 1) < 0.03)


def test_the_interval_is_scipys() -> None:
    """An interval by the same method, of people instead of counts."""
    assert is_scipys(bootstrap)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("float(people @ away**3) / (6", "-float(people @ away**3) / (6"),
        ("/ (6 * spread**1.5)", "/ (spread**1.5)"),
        ("/ (6 * spread**1.5)", "/ (6 * spread**3)"),
        ("1 - acceleration * ends", "1 + acceleration * ends"),
        ("ndtr(bias + ends", "ndtr(ends"),
        ("ends = bias + ndtri", "ends = -bias + ndtri"),
        ("drawn < point", "drawn > point"),
    ],
)
def test_a_wrong_sign_is_caught(old: str, new: str, tmp_path: Path) -> None:
    """Each change of the acceleration or the correction makes that comparison fail."""
    with np.errstate(all="ignore"):
        assert not is_scipys(mutant(bootstrap, old, new, folder=tmp_path))


def test_the_seed_decides_and_chunks_stand_by_themselves() -> None:
    """Five hundred tables are the first five hundred of six hundred: an interrupted run can go on."""
    some = np.concatenate(list(resample(COUNTS, bootstraps=500, seed=1)))
    more = np.concatenate(list(resample(COUNTS, bootstraps=600, seed=1)))
    other = np.concatenate(list(resample(COUNTS, bootstraps=500, seed=2)))

    assert np.array_equal(some, more[:500])
    assert not np.array_equal(some, other)
    assert (more.sum(axis=1) == COUNTS.sum()).all()
    assert bca(COUNTS, estimate=mean, bootstraps=300, seed=9) == bca(COUNTS, estimate=mean, bootstraps=300, seed=9)


def test_everybody_is_left_out_once() -> None:
    """A table for each pattern that has people; patterns without stay out."""
    tables, people = leave_one_out(np.array([3.0, 0, 1]))

    assert tables.tolist() == [[2, 0, 1], [3, 0, 0]]
    assert people.tolist() == [3, 1]


def test_progress_is_told_up_to_the_end() -> None:
    """Chunk by chunk."""
    told: list[float] = []
    bca(COUNTS, estimate=mean, bootstraps=600, seed=1, progress=told.append)

    assert told == pytest.approx([250 / 600, 500 / 600, 1])


def test_tables_without_an_estimate_are_counted() -> None:
    """Where none has one, there is no interval."""

    def only_the_table_itself(tables: Floats) -> Floats:
        return np.where((tables == COUNTS).all(axis=1), 5.0, np.nan)

    found = bca(COUNTS, estimate=only_the_table_itself, bootstraps=50, seed=1)

    assert found.failed >= 49
    none = bca(COUNTS, estimate=lambda tables: np.full(len(tables), np.nan), bootstraps=50, seed=1)
    assert none.failed == 50
    assert np.isnan(none.low)


def test_an_estimate_that_never_moves_has_no_width() -> None:
    """No spread, no acceleration, no interval but itself."""
    found = bca(COUNTS, estimate=lambda tables: np.full(len(tables), 7.0), bootstraps=50, seed=1)

    assert (found.low, found.high) == (7, 7)
