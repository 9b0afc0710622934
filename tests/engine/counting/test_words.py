"""A report for a terminal."""

from kualik.engine.counting.words import WIDTH, in_words
from tests.engine.counting.reports import answered


def test_every_line_fits_and_every_sentence_ends() -> None:
    """The first sentence may be longer: it names the lists."""
    lines = in_words(answered()).splitlines()

    assert all(len(line) <= WIDTH for line in lines[2:])
    assert lines[0].endswith(".")
    assert "All of this assumes:" in lines
