"""Every estimator on one table."""

from dataclasses import replace

import pytest

from kualik.engine.counting import Interrupted, Table, Watch
from kualik.engine.counting.fitting import fit_all
from tests.engine.counting.reports import NAMES, QUICK, answered, table


def test_progress_goes_from_nothing_to_all() -> None:
    """It never goes back."""
    told: list[float] = []
    watch = Watch(progress=lambda share, _doing: told.append(share))
    fit_all(table(), settings=QUICK, watch=watch)

    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_run_stopped_in_the_last_step_goes_on_from_there() -> None:
    """The long run is not made again, and the answer is the same."""
    told: list[float] = []

    def stopped() -> bool:
        return bool(told) and told[-1] > 0.7

    watch = Watch(progress=lambda share, _doing: told.append(share), stopped=stopped)
    with pytest.raises(Interrupted) as broken:
        fit_all(table(), settings=QUICK, watch=watch)

    gone_on = fit_all(table(), settings=QUICK, watch=Watch(state=broken.value.state))
    assert gone_on.variants == answered().variants


def test_only_what_is_asked_for_is_run() -> None:
    """A alone."""
    fits = fit_all(table(), settings=replace(QUICK, methods=("A",)), watch=Watch())

    assert fits.averaged
    assert [fits.classes, fits.loglinear, fits.bound] == [None] * 3


def test_two_lists_and_nobody_have_nothing_to_fit() -> None:
    """What is said of them is not of a model."""
    for one in (table().only((0, 1)), Table.of(NAMES, [], [])):
        fits = fit_all(one, settings=QUICK, watch=Watch())
        assert [fits.averaged, fits.classes, fits.gates] == [None, None, ()]


def test_more_lists_than_a_model_takes_are_its_refusal() -> None:
    """Eight lists: A says that it takes seven."""
    rows = [tuple(int(place in (at, (at + 1) % 8)) for place in range(8)) for at in range(8)]
    eight = Table.of([f"list {place}" for place in range(8)], rows, [40 + at for at in range(8)])
    fits = fit_all(eight, settings=replace(QUICK, methods=("A",)), watch=Watch())

    assert "7 at most" in str(fits.refusals["A"])
