"""Whose page a text is."""

from kualik.engine.extracting import extract
from kualik.engine.facts.claims import PUBLISHER
from tests.engine.extracting.samples import document


def voice(text: str, publisher: str | None = None) -> str:
    """Give the outermost voice of a text's first claim."""
    return extract(document(text, publisher=publisher)).claims[0].voice[0]


def test_the_publisher_that_came_with_it_is_taken() -> None:
    """Whatever the text says."""
    assert voice("Omar Amin told Chuy Dispatch that he left.", "Other Page") == "Other Page"


def test_the_one_outlet_that_people_spoke_to_is_the_publisher() -> None:
    """If it is only one."""
    assert voice("Omar Amin told Chuy Dispatch that he left.") == "Chuy Dispatch"
    two = "Omar Amin told Chuy Dispatch that he left. Aida Bekova told Tengri Desk that he stayed."
    assert voice(two) == PUBLISHER


def test_a_court_that_is_told_something_publishes_nothing() -> None:
    """Nor does the police."""
    assert voice("Omar Amin told the Supreme Court that he left.") == PUBLISHER


def test_the_reading_names_the_publisher_that_the_text_tells() -> None:
    """What the voices say and what the document says are one; nothing is named where the text names nothing."""
    told = 'The mayor told Chuy Dispatch that "nobody is held."'
    untold = 'The mayor said that "nobody is held."'

    assert extract(document(told)).document.publisher == "Chuy Dispatch"
    assert extract(document(untold)).document.publisher is None
