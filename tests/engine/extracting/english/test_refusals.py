"""Those who will not speak, and those who do not answer."""

import pytest

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.english.refusals import find_refusals

DECLINES, SILENT = "declines to comment", "did not respond"


def _found(text: str) -> list[tuple[str, str]]:
    parsed = parse(text)
    return [
        ("" if one.source.head is None else parsed.words[one.source.head].text, one.stance.value)
        for sentence in parsed.sentences
        for one in find_refusals(parsed, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        ("The prosecutor declined to comment.", "prosecutor", DECLINES),
        ("The prosecutor refused to answer questions.", "prosecutor", DECLINES),
        ("The prosecutor would not say where she is.", "prosecutor", DECLINES),
        ("The prosecutor did not elaborate.", "prosecutor", DECLINES),
        ("The officer hung up.", "officer", DECLINES),
        ("The officer had no comment.", "officer", DECLINES),
        ("The ministry did not respond to a letter.", "ministry", SILENT),
        ("The ministry has not answered three letters.", "ministry", SILENT),
        ("The ministry has yet to reply.", "ministry", SILENT),
        ("The ministry gave no reply.", "ministry", SILENT),
        ("The warden could not be reached for comment.", "warden", SILENT),
        ("Calls to the prison went unanswered.", "prison", SILENT),
        ("There was no immediate response from the police.", "police", SILENT),
        ("The mayor was not available for comment.", "mayor", SILENT),
    ],
)
def test_silence_has_its_owner(text: str, who: str, stance: str) -> None:
    """Who will not, and who does not."""
    assert _found(text) == [(who, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The prosecutor refused to sign the paper.",
        "The ministry replied to a letter.",
        "She is in a prison whose name he would not say.",
        "I would not say that.",
        "The road could not be reached.",
        "He did not return home.",
    ],
)
def test_other_refusals_are_no_silence(text: str) -> None:
    """To sign, to come home, to say a name by the way."""
    assert _found(text) == []
