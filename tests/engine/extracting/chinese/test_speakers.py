"""Who a phrase is."""

import pytest

from tests.engine.extracting.chinese.reports import found, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("埃及内政部说，没有此人。", "埃及内政部"),
        ("梁慧珍律师说，案件不公开。", "梁慧珍"),
        ("马晓川的家属说，没有消息。", "马晓川的家属"),
        ("律师梁慧珍和马晓萍说，没有消息。", "律师梁慧珍和马晓萍"),
        ("中国说，没有此事。", "中国"),
    ],
)
def test_a_speaker_is_named_or_described(text: str, expected: str) -> None:
    """By the fullest form of the name, else by the phrase."""
    assert [who for who, _ in said(text)] == [expected]


@pytest.mark.parametrize("text", ["本台报道，两人失踪。", "这件事说明，问题还在。", "高墙上说，不准靠近。"])
def test_what_is_nobody_does_not_speak(text: str) -> None:
    """No speaker is better than a wrong one."""
    assert said(text) == []


def test_a_ministry_is_no_person() -> None:
    """Bodies are not listed."""
    assert found("埃及内政部说，没有此人。", "person") == []
