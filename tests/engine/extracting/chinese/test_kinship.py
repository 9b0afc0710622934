"""Kin."""

import pytest

from tests.engine.extracting.chinese.reports import found


def kin(text: str) -> list[tuple[object, object, object]]:
    """Give the kinships of a text."""
    return [(fact["person"], fact["relation"], fact["relative"]) for fact in found(text, "kin")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("马晓川的姐姐马晓萍说，他失踪了。", ("马晓萍", "sister", "马晓川")),
        ("梁慧珍是马晓川的妻子。", ("梁慧珍", "wife", "马晓川")),
        ("教师马晓萍表示，她的两个儿子被带走。", ("马晓萍的两个儿子", "son", "马晓萍")),
        ("教师马晓萍说，她的父亲、物理教师马玉山被判刑。", ("马玉山", "father", "马晓萍")),
        ("律师马晓川和妻子梁慧珍被带走。", ("梁慧珍", "wife", "马晓川")),
        ("教师马晓川有三个孩子。", ("马晓川的三个孩子", "child", "马晓川")),
    ],
)
def test_who_is_what_to_whom(text: str, expected: tuple[str, str, str]) -> None:
    """By name where there is one, else by description."""
    assert expected in kin(text)


def test_a_bare_kin_term_is_of_who_speaks() -> None:
    """And the same one is meant the second time."""
    assert kin("马晓川的姐姐马晓萍告诉本网，弟弟失踪了。") == [("马晓萍", "sister", "马晓川")]


def test_kin_of_nobody_are_nobodys() -> None:
    """As in: mothers."""
    assert kin("母亲们来了。") == []


def test_a_woman_described_first_and_named_later_is_one() -> None:
    """He is her father; she is his daughter."""
    text = "一名旅居海外的女子表示，她的父亲马玉山被判刑。\n马玉山的女儿马晓萍住在东京。"

    assert kin(text) == [("马玉山", "father", "马晓萍")]
