"""Pronouns."""

from tests.engine.extracting.chinese.reports import said


def test_she_is_the_woman() -> None:
    """Not the man who was named after her."""
    assert said("马晓川的姐姐马晓萍住在东京。她说，没有消息。") == [("马晓萍", "asserts")]


def test_he_is_whom_the_sentence_before_was_about() -> None:
    """Not whoever was named last in it."""
    text = "律师梁志远接受了马晓萍的委托。他说，案件不公开。"

    assert said(text) == [("梁志远", "asserts")]


def test_names_replaced_by_others_give_the_same_claims() -> None:
    """No rule knows a name."""
    text = "教师{0}被判刑。{0}的姐姐{1}说，没有消息。她否认此事。"
    one = said(text.format("马晓川", "马晓萍"))
    other = said(text.format("贾玉山", "贾丽华"))

    assert [("贾丽华" if who == "马晓萍" else who, stance) for who, stance in one] == other
    assert [who for who, _ in one] == ["马晓萍", "马晓萍"]
