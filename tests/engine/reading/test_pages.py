"""Tests of putting pages together."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import WordBox
from kualik.engine.reading.pages import Sheet, paginate

WORDS = st.text(st.characters(exclude_categories=("Cs", "Z", "Cc")), min_size=1, max_size=8)


def sheet_of(words: list[str]) -> Sheet:
    """Make a page of words, each with a box."""
    boxes: list[WordBox] = []
    text = ""
    for word in words:
        text += " " if text else ""
        boxes.append(WordBox(start=len(text), end=len(text) + len(word), left=0, top=0, right=1, bottom=1))
        text += word
    return Sheet(text=text, boxes=tuple(boxes), width=612, height=792)


@given(st.lists(st.lists(WORDS, max_size=5), min_size=1, max_size=5))
def test_every_box_stands_on_its_word(content: list[list[str]]) -> None:
    """After joining, each page is its stretch of the text, and each box the same word as before."""
    text, pages = paginate([sheet_of(words) for words in content])

    assert [page.number for page in pages] == list(range(1, len(content) + 1))
    assert [text[page.start : page.end] for page in pages] == [" ".join(words) for words in content]
    assert [[text[box.start : box.end] for box in page.boxes] for page in pages] == content
