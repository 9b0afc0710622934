"""Narrators."""

import pytest

from tests.engine.extracting.chinese.reports import found, notes

LETTER = "我叫马晓萍，住在东京。我写这封信，是为了我的丈夫马成川。我等了三年，我没有消息。"
INTERVIEW = (
    "受访者马晓萍，52岁。\n\n问：你是哪天被带走的？\n\n答：去年。我穿着拖鞋，我没有带东西。"
    "\n\n答：我不想说这个，我累了。"
)


def test_the_writer_of_a_letter_is_the_voice() -> None:
    """Her husband is hers."""
    assert [(fact["person"], fact["relative"]) for fact in found(LETTER, "kin")] == [("马成川", "马晓萍")]
    assert notes(LETTER).narrator == 0


@pytest.mark.parametrize("text", ["马晓萍住在东京。", "我不知道。我没去。我很忙。我走了。"])
def test_nobody_tells_the_others(text: str) -> None:
    """No "I", or no name for it."""
    assert notes(text).narrator is None


def test_each_answer_is_a_statement() -> None:
    """A refusal too."""
    assert [(fact["speaker"], fact["stance"]) for fact in found(INTERVIEW, "statement")] == [
        ("马晓萍", "asserts"),
        ("马晓萍", "declines to comment"),
    ]
