"""Whose page a text is."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.publishers import find_publisher


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Omar Amin told Chuy Dispatch that he left.", "Chuy Dispatch"),
        ("Omar Amin left, he said in an interview with RFE/RL on Monday.", "RFE/RL"),
        ("ALMATY (Steppe Wire) -- Omar Amin left.", "Steppe Wire"),
        ("Omar Amin told Chuy Dispatch that he left. Aida Bekova told Tengri Desk that he stayed.", None),
        ("Omar Amin told the Supreme Court that he left.", None),
    ],
)
def test_the_one_outlet_that_people_spoke_to_is_the_publisher(text: str, publisher: str | None) -> None:
    """Not two, and not a court."""
    assert find_publisher(parse(text)) == publisher
