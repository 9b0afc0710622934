"""From passages to boxes on the picture of a page."""

import re

from django.utils.translation import override

from kualik.web.marking import Mark
from kualik.web.page_marks import Box, boxed, overlay, words_of

WORDS = words_of([
    [0, 5, 10, 10, 60, 20], [6, 10, 65, 10, 105, 20],  # one line
    [11, 15, 10, 30, 50, 40],  # the next
    [16, 20, 300, 30, 340, 40],  # another column, beside it
])  # fmt: skip


def mark(number: int, start: int, end: int, status: str = "proposed") -> Mark:
    """Make a mark."""
    return Mark(id=f"c{number}", number=number, start=start, end=end, stance="asserts", status=status)


def sides(box: Box) -> tuple[float, float, float, float]:
    """Give the sides of a box."""
    return box.left, box.top, box.right, box.bottom


def test_words_of_a_line_are_one_box_and_lines_and_columns_are_several() -> None:
    """As a pen would mark them."""
    found = boxed(WORDS, start=0, end=20)

    assert [sides(one) for one in found] == [(10, 10, 105, 20), (10, 30, 50, 40), (300, 30, 340, 40)]


def test_a_part_of_a_word_is_a_part_of_its_box() -> None:
    """A line of Chinese has no spaces, and is one box; from right to left the beginning is at the right."""
    line = words_of([[100, 110, 0, 0, 200, 20]])

    assert [sides(one) for one in boxed(line, start=102, end=105)] == [(40, 0, 100, 20)]
    assert [sides(one) for one in boxed(line, start=102, end=105, leftward=True)] == [(100, 0, 160, 20)]


def test_words_that_a_passage_only_touches_are_none_of_it() -> None:
    """The space between is no word."""
    assert boxed(WORDS, start=5, end=6) == []
    assert [one.start for one in boxed(WORDS, start=5, end=11)] == [6]


def test_every_passage_is_a_link_to_its_card_the_shortest_on_top() -> None:
    """What is drawn later lies above; a claim on another page of cards is asked for by its address."""
    with override("en"):
        drawn = overlay(
            words=WORDS,
            marks=[mark(1, 6, 10, "accepted"), mark(2, 0, 20, "withdrawn"), mark(3, 500, 510)],
            here={"c1"},
            query="view=page&page=2&",
            leftward=False,
        )

    assert re.findall(r'href="([^"]*)"', drawn) == ["?view=page&amp;page=2&amp;claim=c2#claim-c2", "#claim-c1"]
    assert re.findall(r'class="mark is-asserts ([^"]*)"', drawn) == ["put-aside", "accepted"]
    assert re.findall(r'id="([^"]*)"', drawn) == ["passage-2", "passage-1"]
    assert drawn.count("<rect") == 4
    assert "<title>Claim 1</title>" in drawn
