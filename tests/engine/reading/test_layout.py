"""Tests of finding the columns and tables of a page. All people are invented."""

from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.facts import Document, WordBox
from kualik.engine.reading import read
from kualik.engine.reading.layout import in_order
from kualik.engine.reading.pages import Sheet
from tests.engine.reading.samples import placed_pdf

LEFT = (
    "The teacher was taken from his home",
    "in the spring and nobody has seen",
    "him since that day in the county",
    "town where he had lived for years",
)
RIGHT = (
    "His sister asked the police twice",
    "where he was held and was told that",
    "she should not come again to them",
    "or she would be taken there as well",
)
TITLE = "A title that runs over both of the columns of the page as titles in papers do"
STEP = 13


def read_one(*words: tuple[float, float, str]) -> Document:
    """Read a page."""
    (document,) = read(placed_pdf(*words), name="paper.pdf")
    return document


def column(lines: tuple[str, ...], left: float, *, top: float = 700) -> list[tuple[float, float, str]]:
    """Place lines below each other."""
    return [(left, top - STEP * number, line) for number, line in enumerate(lines)]


def interleaved(*columns: list[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    """Give the words of columns row by row, as many programs write them."""
    return [word for row in zip_longest(*columns) for word in row if word]


@pytest.mark.parametrize("offset", [0, 3, 6])
def test_columns_are_read_one_after_the_other(offset: float) -> None:
    """Whatever the order in the file, and whether or not the lines stand at one height."""
    page = interleaved(column(LEFT, 72), column(RIGHT, 320, top=700 - offset))
    document = read_one((72, 740, TITLE), *page, (72, 600, TITLE))

    assert document.text.splitlines() == [TITLE, *LEFT, *RIGHT, TITLE]


def test_each_word_keeps_its_box() -> None:
    """The words of the right column stand on the right."""
    document = read_one(*interleaved(column(LEFT, 72), column(RIGHT, 320)))
    boxes = document.pages[0].boxes

    assert [document.text[box.start : box.end] for box in boxes] == document.text.split()
    assert [box.left > 300 for box in boxes] == [False] * 28 + [True] * 29


def test_three_columns_of_unlike_length_are_read() -> None:
    """A column may end before the others."""
    page = interleaved(column(LEFT, 40), column(RIGHT[:3], 230), column(LEFT, 420))

    assert read_one(*page).text.splitlines() == [*LEFT, *RIGHT[:3], *LEFT]


def test_a_table_is_read_by_rows() -> None:
    """Short cells at one height are a row, with tabs between; an empty cell keeps its place."""
    rows = (("Name", "Age", "Taken"), ("Sara Nur", "51", "May 2018"), ("Aman Bek", "", "2017"), ("Dina Omar", "33", ""))
    words = [
        (left, 700 - STEP * number, cell)
        for number, row in enumerate(rows)
        for left, cell in zip((72, 200, 300), row, strict=True)
        if cell
    ]

    assert read_one((72, 740, TITLE), *words).text.splitlines() == [
        TITLE,
        "Name\tAge\tTaken",
        "Sara Nur\t51\tMay 2018",
        "Aman Bek\t\t2017",
        "Dina Omar\t33",
    ]


def test_a_list_is_no_table() -> None:
    """Numbers before items are part of the line."""
    numbered = interleaved(column(("1.", "2.", "3.", "4."), 72), column(LEFT, 100))

    assert read_one(*numbered).text.splitlines()[0] == f"1. {LEFT[0]}"


def test_a_page_in_order_stays_as_it_is() -> None:
    """Where the file has the words in order nothing is touched."""
    document = read_one((72, 740, TITLE), *column(LEFT, 72), *column(RIGHT, 72, top=600))

    assert document.text.splitlines() == [TITLE, *LEFT, *RIGHT]


def test_columns_from_the_right_are_read_from_there() -> None:
    """In Arabic letters the right column comes first."""
    words = "ئۇلار تۇتۇلغان ئادەملەرنىڭ نامى"
    text, boxes = "", []
    for row in range(4):
        for left in (300, 50):
            for place, word in enumerate(words.split()):
                right = left + 180 - place * 45
                start = len(text)
                text += f"{word} "
                end, top = start + len(word), row * 12
                boxes.append(WordBox(start=start, end=end, left=right - 40, right=right, top=top, bottom=top + 8))
    shuffled = Sheet(text=text, boxes=tuple(boxes))

    assert in_order(shuffled).text.splitlines() == [words] * 8
    assert [box.left >= 300 for box in in_order(shuffled).boxes] == [True] * 16 + [False] * 16


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), st.integers(1, 12)), min_size=1, max_size=40))
def test_no_word_is_lost(places: list[tuple[int, int, int]]) -> None:
    """However words are strewn over a page, each is in the text once, and its box is on it."""
    words = [f"w{number}" for number in range(len(places))]
    starts = [sum(len(word) + 1 for word in words[:number]) for number in range(len(words))]
    boxes = tuple(
        WordBox(start=start, end=start + len(word), left=x * 9, right=x * 9 + width * 5, top=y * 12, bottom=y * 12 + 8)
        for word, start, (x, y, width) in zip(words, starts, places, strict=True)
    )
    found = in_order(Sheet(text=" ".join(words), boxes=boxes))

    assert sorted(found.text.split()) == sorted(words)
    assert [found.text[box.start : box.end] for box in found.boxes] == found.text.split()
