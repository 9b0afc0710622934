"""Quotations that go on after their speaker."""

from kualik.engine.extracting.quotations import sentence_at
from kualik.engine.extracting.tokens import split
from tests.engine.extracting.samples import told


def test_a_quotation_after_its_speaker_is_theirs() -> None:
    """In the same paragraph, with nothing between."""
    text = '"They came at night," Lawyer Omar Amin said. "Nobody saw them."'
    story = told(text)

    assert text[story.said[0].saying.start : story.said[0].saying.end].endswith('"Nobody saw them."')
    assert story.voices.chain(text.index("Nobody"), text.index("Nobody") + 6) == ("Steppe Wire", "Omar Amin")


def test_a_quotation_in_the_next_paragraph_is_not() -> None:
    """It may be anybody's."""
    text = '"They came at night," Lawyer Omar Amin said.\n\n"Nobody saw them."'

    assert told(text).voices.chain(text.index("Nobody"), text.index("Nobody") + 6) == ("Steppe Wire",)


def test_the_sentence_at_a_place_is_found() -> None:
    """By its number of characters."""
    text = split("One came. Two came.")

    assert sentence_at(text, 12) is text.sentences[1]
