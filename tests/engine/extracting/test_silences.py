"""Silence that has no verb of answering."""

import pytest

from kualik.engine.facts import Stance
from tests.engine.extracting.samples import claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ministry could not be reached for comment.", "The ministry"),
        ("Calls to the prison went unanswered.", "the prison"),
        ("Letters to the prosecutor were not returned.", "the prosecutor"),
        ("There was no reply from the embassy.", "the embassy"),
    ],
)
def test_who_did_not_answer_is_known(text: str, speaker: str) -> None:
    """It is a claim like any other."""
    (claim,) = claims(text, "content")

    assert (claim.stance, claim.voice[-1]) == (Stance.DID_NOT_RESPOND, speaker)


@pytest.mark.parametrize(
    "text", ["The border could be reached by bus.", "The papers were returned.", "There was no answer."]
)
def test_other_things_are_not_silence(text: str) -> None:
    """Nor is silence of nobody."""
    assert claims(text, "content") == []
