"""Silence."""

import pytest

from tests.engine.extracting.chinese.reports import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("接电话的人拒绝回答有关问题。", ("接电话的人", "declines to comment")),
        ("埃及内政部未回应查询。", ("埃及内政部", "did not respond")),
        ("乌苏监狱的电话无人接听。", ("乌苏监狱", "did not respond")),
        ("本台致电疏附县公安局，但无人接听。", ("疏附县公安局", "did not respond")),
        ("外交部没有就此作出回应。", ("外交部", "did not respond")),
        ("梁慧珍的丈夫不愿受访。", ("梁慧珍的丈夫", "declines to comment")),
    ],
)
def test_who_would_not_speak(text: str, expected: tuple[str, str]) -> None:
    """A refusal is one thing, no answer another."""
    assert said(text) == [expected]


def test_one_who_hides_a_name_does_speak() -> None:
    """不愿透露姓名 is no refusal."""
    assert said("一名不愿透露姓名的官员说，他被捕了。") == [("一名不愿透露姓名的官员", "asserts")]
