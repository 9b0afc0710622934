"""Refusals and silence."""

import pytest

from tests.engine.extracting.uyghur.samples import read, said


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("جاۋاب بەرمىدى", "did not respond"), ("تېلېفوننى ئالمىدى", "did not respond"),
        ("باھا بېرىشنى خالىمىدى", "declines to comment"), ("جاۋاب بېرىشنى رەت قىلدى", "declines to comment"),
    ],
)  # fmt: skip
def test_no_comment_is_not_no_reply(verb: str, stance: str) -> None:
    """Who answers, and says nothing, declines."""
    assert said(f"قەشقەر شەھەرلىك ساقچى ئىدارىسى {verb}.") == [("قەشقەر شەھەرلىك ساقچى ئىدارىسى", stance)]


def test_silence_has_no_content() -> None:
    """Nothing is said that could be somebody's claim."""
    (saying,) = read("قەشقەر شەھەرلىك ساقچى ئىدارىسى جاۋاب بەرمىدى.").sayings
    assert saying.about == ""


def test_an_answer_is_no_silence() -> None:
    """The verb must be denied."""
    assert said("قەشقەر شەھەرلىك ساقچى ئىدارىسى جاۋاب بەردى.") == []
