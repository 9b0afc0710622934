"""Those who do not answer."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.silences import find_silences


def _found(text: str) -> list[str]:
    parsed = parse(text)
    return [
        "" if one.source.head is None else parsed.words[one.source.head].text
        for sentence in parsed.sentences
        for one in find_silences(parsed, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ministry did not respond to a letter.", "ministry"),
        ("The ministry has not answered three letters.", "ministry"),
        ("The ministry has yet to reply.", "ministry"),
        ("The warden could not be reached for comment.", "warden"),
        ("Calls to the prison went unanswered.", "prison"),
        ("The mayor was not available for comment.", "mayor"),
        ("The police did not pick up the telephone.", "police"),
        ("Nobody at the consulate answered the phone.", "consulate"),
        ("Neither the ministry nor the embassy replied to questions.", "ministry"),
        ("A question put to the prosecutor has gone unanswered.", "prosecutor"),
    ],
)
def test_silence_has_its_owner(text: str, who: str) -> None:
    """Who was asked, and did not answer."""
    assert _found(text) == [who]


@pytest.mark.parametrize(
    "text", ["The ministry replied to a letter.", "The road could not be reached.", "He did not return home."]
)
def test_other_absences_are_no_silence(text: str) -> None:
    """An answer, a road, a way home."""
    assert _found(text) == []
