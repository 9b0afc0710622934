"""Custody."""

import pytest

from tests.engine.extracting.chinese.reports import found


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("学生马晓川被判处有期徒刑三年。", "prison"),
        ("学生马晓川被送进再教育营。", "camp"),
        ("学生马晓川被刑事拘留。", "police custody"),
        ("学生马晓川被带走。", "unspecified"),
        ("学生马晓川失踪。", "disappeared"),
        ("学生马晓川获释。", "released"),
        ("学生马晓川被软禁。", "house arrest"),
        ("学生马晓川被限制出境。", "barred from leaving"),
        ("学生马晓川在看守所死亡。", "died in custody"),
    ],
)
def test_each_state_has_its_words(text: str, state: str) -> None:
    """The word, and the place beside it."""
    assert [(fact["who"], fact["state"]) for fact in found(text, "custody")] == [("马晓川", state)]


def test_two_people_have_two_terms() -> None:
    """In their order."""
    facts = found("学生马晓川和贾玉山分别被判处10年和22年有期徒刑。", "custody")

    assert [(fact["who"], fact["sentence"]) for fact in facts] == [("马晓川", "P10Y"), ("贾玉山", "P22Y")]


def test_a_suspended_sentence_is_no_custody() -> None:
    """It is an event."""
    text = "学生马晓川被判处有期徒刑三年，缓刑四年。"

    assert found(text, "custody") == []
    assert [fact["type"] for fact in found(text, "event")] == ["sentencing"]


def test_traditional_and_simplified_tell_the_same() -> None:
    """Whatever the characters."""
    one, other = found("学生马晓川被关押在监狱。", "custody"), found("學生馬曉川被關押在監獄。", "custody")

    assert [fact["state"] for fact in one] == [fact["state"] for fact in other] == ["prison"]


def test_an_added_sentence_about_nobody_changes_nothing() -> None:
    """The weather is no custody."""
    text = "学生马晓川被判处有期徒刑三年。"

    assert [fact["who"] for fact in found(text + "当天下了雨。", "custody")] == [
        fact["who"] for fact in found(text, "custody")
    ]


def test_two_sons_with_two_terms_are_two_people() -> None:
    """Each with a term."""
    facts = found("教师马晓萍说，她的两个儿子分别被判处22年和10年徒刑。", "custody")

    assert [(fact["who"], fact["sentence"]) for fact in facts] == [
        ("马晓萍的两个儿子之一", "P22Y"),
        ("马晓萍的两个儿子中的另一人", "P10Y"),
    ]
