"""Posteriors, drawn."""

from kualik.engine.counting.curves import posterior
from tests.engine.counting.reports import answered


def test_both_models_are_drawn_with_their_intervals() -> None:
    """A circle for A and a diamond for B; the band is the headline's."""
    report = answered()
    intervals = [(one.id, one.found.interval) for one in report.main if one.found]
    drawn = posterior(curves=report.curves, intervals=intervals, headline=report.headline)

    assert drawn.svg.count('class="curve of-') == 2
    assert drawn.svg.count("<circle") == 1
    assert 'class="band"' in drawn.svg
    assert [row[0] for row in drawn.rows] == ["A", "B"]


def test_without_a_headline_there_is_no_band() -> None:
    """Nothing in the drawing looks like an answer then."""
    report = answered()
    intervals = [(one.id, one.found.interval) for one in report.main if one.found]

    assert 'class="band"' not in posterior(curves=report.curves, intervals=intervals, headline=None).svg
