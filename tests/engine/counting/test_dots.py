"""Sensitivity, drawn."""

from kualik.engine.counting.dots import sensitivity
from tests.engine.counting.reports import answered


def test_every_change_has_a_row_in_the_drawing_and_in_the_table() -> None:
    """A line with its mark each."""
    drawn = sensitivity(variants=answered().variants, headline=answered().headline)

    assert drawn.svg.count('class="span of-') == len(answered().variants) == len(drawn.rows)
    assert drawn.svg.count('class="mark of-') == len(drawn.rows)
    assert ("without the list paper", "A") in [row[:2] for row in drawn.rows]
