"""Turns of speech that tell of custody."""

import pytest

from kualik.engine.extracting.english import read_english
from kualik.engine.facts.claims import Document


def _held(text: str) -> list[tuple[str, str, str]]:
    body = f"A heading\n\n{text}"
    notes = read_english(Document(id="d", media_type="text/plain", text=body, language="en", published="2022-03-01"))
    return [(notes.parties[one.party].label, one.state, one.rule) for one in notes.held]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Dana Omarova was sent down for 15 years.", "prison"),
        ("Dana Omarova was put away for eight years.", "prison"),
        ('Neighbours said Dana Omarova was "studying".', "camp"),
        ('Neighbours said that Dana Omarova had "gone to study".', "camp"),
        ("Dana Omarova works in a cotton mill without pay.", "forced labour"),
        ("Dana Omarova was questioned for nine hours.", "police custody"),
        ("Nobody has seen Dana Omarova for five months.", "disappeared"),
        ("A court ruled that Dana Omarova may await trial at home.", "house arrest"),
        ("Dana Omarova has been in the hands of the security service since May.", "unspecified"),
        ("Dana Omarova was brought from her home to the anti-extremism department.", "police custody"),
    ],
)
def test_a_turn_of_speech_tells_of_custody(text: str, state: str) -> None:
    """Whatever the words."""
    assert [one[:2] for one in _held(text)] == [("Dana Omarova", state)]


@pytest.mark.parametrize(
    "text",
    [
        "Dana Omarova sent down the plates for washing.",
        "Dana Omarova was studying in Almaty.",
        "Dana Omarova works in a cotton mill.",
        "Dana Omarova was questioned about the fire.",
        "Nobody has seen Dana Omarova angry.",
        "Dana Omarova put away the cups.",
    ],
)
def test_the_same_words_of_other_things_tell_of_none(text: str) -> None:
    """Studying without quotation marks is studying."""
    assert _held(text) == []
