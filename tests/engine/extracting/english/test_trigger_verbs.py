"""Verbs that tell of custody."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.trigger_verbs import READERS, is_length


def test_lengths_of_time_are_told_from_other_things_given() -> None:
    """Ten years is a length, a medal is none."""
    parsed = parse("A heading\n\nThe court gave him ten years. The mayor gave him a medal.")
    found = {one.text: is_length(parsed, one.i) for one in parsed.words}
    assert found["years"]
    assert not found["medal"]


def test_no_word_is_read_twice_by_one_reader() -> None:
    """Each way of telling has a reader of its own."""
    assert len(set(READERS)) == len(READERS)
