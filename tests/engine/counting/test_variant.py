"""One estimate with one assumption changed."""

from tests.engine.counting.reports import NAMES, answered


def test_each_change_says_what_it_is() -> None:
    """Of every estimator: as it is, each list left out, and the priors."""
    for letter, whats in (("A", {"base", "delta", "cap", "prior", "leave-out"}), ("B", {"base", "classes", "alpha"})):
        rows = [one for one in answered().variants if one.estimator == letter]

        assert {one.what for one in rows} >= whats
        assert {one.left_out for one in rows if one.what == "leave-out"} == set(NAMES)
        assert all(one.low <= one.median <= one.high for one in rows)
