"""Runs of model B that are kept."""

from itertools import count

import numpy as np
import pytest

from kualik.engine.counting import Interrupted, MixtureOptions, OtherState
from kualik.engine.counting.walks import Walks
from tests.engine.counting.reports import table

OPTIONS = MixtureOptions(chains=2, sweeps=200)


def test_a_run_that_was_broken_off_ends_as_if_it_had_not_been() -> None:
    """Bit for bit, wherever it was broken off."""
    whole = Walks().fit(table(), seed=3, options=OPTIONS)
    asked = count()
    with pytest.raises(Interrupted) as broken:
        Walks().fit(table(), seed=3, options=OPTIONS, stopped=lambda: next(asked) == 1)

    gone_on = Walks.of(broken.value.state).fit(table(), seed=3, options=OPTIONS)

    assert np.array_equal(gone_on.traces, whole.traces)


def test_what_was_run_is_not_run_again() -> None:
    """Of the same table, seed and options; with another seed it is."""
    walks = Walks()
    found = walks.fit(table(), seed=3, options=OPTIONS)
    again = Walks.of(walks.state)

    same = again.fit(table(), seed=3, options=OPTIONS, stopped=lambda: True)

    assert np.array_equal(same.traces, found.traces)
    assert same.rhat == found.rhat
    assert same.posterior.median == found.posterior.median
    with pytest.raises(Interrupted):
        again.fit(table(), seed=4, options=OPTIONS, stopped=lambda: True)


@pytest.mark.parametrize("state", [b"", b"nothing of ours"])
def test_a_damaged_state_is_said_so(state: bytes) -> None:
    """Instead of beginning anew in silence."""
    with pytest.raises(OtherState):
        Walks.of(state)
