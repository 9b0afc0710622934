"""Those who will not speak."""

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
        ("The mayor brushed aside the question.", "mayor", DECLINES),
        ("The ministry remained silent.", "ministry", SILENT),
        ("The officer had no comment.", "officer", DECLINES),
        ("The ministry gave no reply.", "ministry", SILENT),
        ("There was no immediate response from the police.", "police", SILENT),
    ],
)
def test_silence_has_its_owner(text: str, who: str, stance: str) -> None:
    """Who will not, and who does not."""
    assert _found(text) == [(who, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The prosecutor refused to sign the paper.",
        "She is in a prison whose name he would not say.",
        "I would not say that.",
    ],
)
def test_other_refusals_are_no_silence(text: str) -> None:
    """To sign, to say a name by the way."""
    assert _found(text) == []
