"""Whom it befell."""

import pytest

from tests.engine.extracting.chinese.reports import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学生马晓川被警方带走。", ["马晓川"]),
        ("警方逮捕了学生马晓川。", ["马晓川"]),
        ("法院将学生马晓川判处三年监禁。", ["马晓川"]),
        ("学生马晓川和贾玉山被带走。", ["马晓川", "贾玉山"]),
        ("两名留学生被带走。", ["两名留学生"]),
        ("学生马晓川回国，随后被带走。", ["马晓川"]),
        (
            "教师马晓萍说，她的两个弟弟，一个被判七年，另一个被判五年。",
            ["马晓萍的两个弟弟之一", "马晓萍的两个弟弟中的另一人"],
        ),
    ],
)
def test_whom_a_deed_befell(text: str, expected: list[str]) -> None:
    """The subject of a passive, the object of a verb, one of a group, or who was told of before."""
    assert [fact["who"] for fact in found(text, "custody")] == expected


@pytest.mark.parametrize("text", ["至少有四百名教师被关押。", "警方带走了。"])
def test_a_multitude_and_nobody_have_no_custody(text: str) -> None:
    """A figure is no custody."""
    assert found(text, "custody") == []
