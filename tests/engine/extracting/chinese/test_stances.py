"""Stances."""

import pytest

from tests.engine.extracting.chinese.reports import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("律师梁慧珍说，案件不公开。", "asserts"),
        ("律师梁慧珍否认收过钱。", "denies"),
        ("中国外交部表示，有关报道“不实”。", "denies"),
        ("一名警员说，他不知情。", "denies"),
        ("律师梁慧珍要求公开审理案件。", "demands"),
        ("律师梁慧珍指责警方拖延办案。", "accuses"),
        ("律师梁慧珍担心他遭到酷刑。", "alleges"),
        ("一名警员证实，人在看守所里。", "acknowledges"),
        ("律师梁慧珍证实，人在看守所里。", "asserts"),
        ("一名警员说，须向上级请示。", "declines to comment"),
    ],
)
def test_a_stance_is_of_the_verb_or_of_what_follows(text: str, expected: str) -> None:
    """A denial needs no verb of denial; only an authority admits."""
    assert [stance for _, stance in said(text)] == [expected]
