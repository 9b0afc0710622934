"""What the tagger sees."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.kazakh.features import features


@given(st.lists(st.text(min_size=1), max_size=8))
def test_every_word_has_features_whatever_it_is(words: list[str]) -> None:
    """Any text gives as many lists as words."""
    assert len(features(words)) == len(words)


def test_capitals_endings_and_neighbours_are_seen() -> None:
    """A capitalised word with a genitive ending, beside a comma."""
    seen = set(features(["Қызылжардың", ","])[0])
    assert {"e3=дың", "s=Xxx", "1w=,"} <= seen
