"""Folding."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.chinese.folding import fold


def test_traditional_and_simplified_fold_to_one() -> None:
    """Matching need know one form only."""
    assert fold("澤仁．札西說，２人被關押") == "泽仁·札西说，2人被关押"


@given(st.text())
def test_no_offset_moves(text: str) -> None:
    """A folded text is as long as the text."""
    assert len(fold(text)) == len(text)
