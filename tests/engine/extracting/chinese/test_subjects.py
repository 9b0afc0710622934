"""Subjects."""

import pytest

from tests.engine.extracting.chinese.reports import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("律师梁慧珍说，案件不公开，并称家属没有收到通知。", ["梁慧珍", "梁慧珍"]),
        ("律师梁慧珍改口说，她不去了。", ["梁慧珍"]),
        ("中国当局一贯否认任意关押。", ["中国当局"]),
        ("律师梁慧珍说，警方不让见人，但警方表示，手续齐全。", ["梁慧珍", "警方"]),
    ],
)
def test_a_verb_has_its_own_subject_or_the_one_before(text: str, expected: list[str]) -> None:
    """并称 goes on; other words may stand between; a new subject counts."""
    assert [who for who, _ in said(text)] == expected
