"""Addressees."""

import pytest

from tests.engine.extracting.chinese.reports import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("律师梁慧珍告诉本台记者，案件不公开。", "本台记者"),
        ("律师梁慧珍对马晓萍说，案件不公开。", "马晓萍"),
        ("律师梁慧珍向法院表示，他没有收到通知。", "法院"),
    ],
)
def test_whom_it_is_said_to(text: str, expected: str) -> None:
    """After 告诉, or after 对 and 向."""
    assert [fact["to"] for fact in found(text, "statement")] == [expected]


def test_to_nobody() -> None:
    """The slot is left out."""
    assert "to" not in found("律师梁慧珍说，案件不公开。", "statement")[0]
