"""Verbs of saying."""

import pytest

from tests.engine.extracting.chinese.reports import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据律师梁慧珍介绍，案件不公开。", "梁慧珍"),
        ("按照律师梁慧珍的统计，有一百人被捕。", "梁慧珍"),
        ("律师梁慧珍：“我没有见到他，也没有消息。”", "梁慧珍"),
        ("“我没有见到他，”律师梁慧珍说，“也没有消息。”", "梁慧珍"),
        ("“我没有见到他。”律师梁慧珍说。", "梁慧珍"),
    ],
)
def test_words_have_a_speaker_wherever_the_verb_stands(text: str, expected: str) -> None:
    """Before, after and between; with 据 and with a colon."""
    assert [who for who, _ in said(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["据悉，他被捕。", "他被指控煽动罪。", "据报道，两人失踪。", "书面说明，没有收到。", "他没有说明原因。"]
)
def test_a_passive_or_a_noun_is_no_saying(text: str) -> None:
    """Nobody is named as the one who says it."""
    assert said(text) == []
