"""The tree of a parsed text."""

from kualik.engine.extracting.english.parsing import parse
from kualik.engine.extracting.spans import Span

TEXT = "Her elder son was taken by police in Almaty. She wept."
PARSED = parse(TEXT)
PLACES = {word.text: word.i for word in PARSED.words}


def test_a_word_governs_its_phrase() -> None:
    """From its first word to its last."""
    first, last = PARSED.reach(PLACES["son"])
    assert PARSED.said(first, last) == "Her elder son"
    assert PARSED.reach(PLACES["taken"]) == (0, PLACES["She"])


def test_children_are_found_by_label() -> None:
    """All of them where none is named."""
    assert PARSED.kid(PLACES["taken"], "nsubjpass") == PLACES["son"]
    assert PARSED.kid(PLACES["taken"], "dobj") is None
    assert PLACES["elder"] in PARSED.kids(PLACES["son"])


def test_one_can_go_up_the_tree() -> None:
    """To the root of the sentence."""
    assert list(PARSED.above(PLACES["elder"])) == [PLACES["son"], PLACES["taken"]]


def test_words_are_found_by_offset() -> None:
    """Also from a blank: the next one."""
    assert PARSED.at(TEXT.index("son")) == PLACES["son"]
    assert PARSED.at(TEXT.index("son") + 3) == PLACES["was"]
    assert PARSED.at(len(TEXT)) == len(PARSED.words)
    assert PARSED.between(Span(start=4, end=13)) == (1, 3)
    assert [word.text for word in PARSED.within(PARSED.sentences[1])] == ["She", "wept", "."]
    assert PARSED.span(1, 3) == Span(start=4, end=13)
    assert PARSED.words[PLACES["She"]].capital
