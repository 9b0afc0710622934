"""Reporting verbs."""

from kualik.engine.extracting.cues import CUES, NO_ANSWER
from kualik.engine.facts.vocabulary import Stance


def test_a_word_has_one_stance() -> None:
    """Saying comes before not answering, where a word does both."""
    assert CUES["said"] is Stance.ASSERTS
    assert CUES["replied"] is Stance.ASSERTS
    assert "reply" in NO_ANSWER
    assert set(CUES.values()) <= set(Stance)
