"""Stretches of text."""

from kualik.engine.extracting.spans import Span


def test_a_stretch_holds_what_lies_inside_it() -> None:
    """Ends count as inside; what reaches over does not."""
    span = Span(start=2, end=5)
    assert span.holds(2, 5)
    assert span.holds(3, 3)
    assert not span.holds(1, 3)
    assert not span.holds(4, 6)
