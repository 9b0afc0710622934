"""What no figure is without."""

import pytest

from kualik.engine.counting.phrases import phrase
from kualik.engine.counting.premises import Claimed, Premises, WithoutPremises


@pytest.mark.parametrize(("figure", "source", "missing"), [("2 million", " ", "source"), ("", "a paper", "figure")])
def test_a_claimed_figure_needs_its_source(figure: str, source: str, missing: str) -> None:
    """And a source its figure."""
    with pytest.raises(WithoutPremises, match=missing):
        Claimed(figure=figure, source=source)


def test_premises_hold_assumptions() -> None:
    """There are none without."""
    about = {"population": "", "place": "", "window": "", "event": "", "lists": ()}

    assert Premises(**about, assumptions=(phrase("nobody came or went"),)).assumptions  # type: ignore[arg-type]  # as above
    with pytest.raises(WithoutPremises, match="assumptions"):
        Premises(**about, assumptions=())  # type: ignore[arg-type]  # as above
