"""Chains, drawn."""

from kualik.engine.counting.results import Trace
from kualik.engine.counting.traces import chains
from tests.engine.counting.reports import answered


def test_every_chain_is_drawn() -> None:
    """And its quartiles are in the table."""
    drawn = chains(traces=answered().traces)

    assert drawn.svg.count('class="trace') == len(answered().traces) == 4
    assert len(drawn.rows) == 4


def test_chains_that_keep_apart_lie_apart() -> None:
    """One at 1,000 people, one at 4,000."""
    drawn = chains(traces=[Trace(people=(1000.0, 1000.0, 1000.0)), Trace(people=(4000.0, 4000.0, 4000.0))])

    assert [row[2] for row in drawn.rows] == ["1,000", "4,000"]
