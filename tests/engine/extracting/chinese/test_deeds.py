"""Deeds."""

import pytest

from kualik.engine.extracting.chinese.deeds import deeds_in
from tests.engine.extracting.chinese.reports import story


def kinds(text: str) -> list[str]:
    """Give the kinds of deeds in a text of one sentence."""
    one = story(text)
    sentence = one.sentences[0]
    return [deed.kind for number in range(len(sentence.clauses)) for deed in deeds_in(one, sentence, number)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他被带走，后来获释。", ["arrest", "release"]),
        ("他被判处有期徒刑三年。", ["sentence"]),
        ("警方收走了他的护照。", ["bar"]),
        ("再也没有消息。", ["disappear"]),
        ("他进了学习班。", ["hold"]),
        ("有期徒刑十二年。", ["sentence"]),
    ],
)
def test_a_deed_is_seen(text: str, expected: list[str]) -> None:
    """By its word, or by several."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "他没有被捕。",
        "如果他被判刑，我们会上诉。",
        "要求立即释放他。",
        "被关押的穆斯林很多。",
        "他可能被捕。",
        "他被送往医院。",
        "逮捕令已签发。",
    ],
)
def test_what_did_not_happen_is_no_deed(text: str) -> None:
    """Negated, supposed, demanded, or only a noun."""
    assert kinds(text) == []
