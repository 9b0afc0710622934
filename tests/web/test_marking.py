"""The text cut where claims begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.web import marking
from kualik.web.marking import Mark, locate, mark

TEXT = "Her two sons were sentenced to 22 and 10 years."


def passage(number: int, start: int, end: int, *, status: str = "proposed") -> Mark:
    """Make a passage."""
    return Mark(id=f"c{number}", number=number, start=start, end=end, stance="asserts", status=status)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], list[tuple[int, int]]]:
    """Any text with any passages and pages in it."""
    text = draw(st.text(min_size=1, max_size=60))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    pairs = draw(st.lists(ends, max_size=12))
    pages = draw(st.lists(st.integers(0, len(text) - 1), max_size=4, unique=True))
    marks = [passage(number, min(pair), max(pair)) for number, pair in enumerate(pairs)]
    return text, marks, list(enumerate(sorted(pages), start=1))


@given(marked())
def test_the_pieces_make_the_text(drawn: tuple[str, list[Mark], list[tuple[int, int]]]) -> None:
    """Nothing is lost, doubled or moved, whatever overlaps."""
    text, marks, pages = drawn

    assert "".join(piece.text for piece in mark(text=text, marks=marks, pages=pages)) == text


@given(marked())
def test_every_character_lies_under_its_claims(drawn: tuple[str, list[Mark], list[tuple[int, int]]]) -> None:
    """The pieces of a claim make its passage, and it opens once."""
    text, marks, pages = drawn
    pieces = mark(text=text, marks=marks, pages=pages)

    for one in marks:
        assert "".join(piece.text for piece in pieces if one in piece.marks) == text[one.start : one.end]
        assert sum(one in piece.opens for piece in pieces) == 1
    assert [piece.page for piece in pieces if piece.page] == [number for number, _start in pages]


def test_the_narrowest_claim_gives_the_colour() -> None:
    """It says most about these words."""
    pieces = mark(text=TEXT, marks=[passage(1, 0, 47), passage(2, 31, 46)])

    assert [(piece.text, piece.leading.number, piece.depth) for piece in pieces] == [
        (TEXT[:31], 1, 1),
        ("22 and 10 years", 2, 2),
        (".", 1, 1),
    ]


def test_a_piece_is_drawn_by_what_was_decided() -> None:
    """Accepted where one claim is; put aside only where none is left."""
    marks = [passage(1, 0, 3, status="rejected"), passage(2, 0, 3), passage(3, 0, 2, status="accepted")]

    assert [piece.status for piece in mark(text="Her", marks=marks)] == ["accepted", "proposed"]
    assert mark(text="Her", marks=marks[:1])[0].status == "put-aside"


def test_a_quote_is_found_where_it_was_selected() -> None:
    """Of two equal passages the nearer one is meant."""
    text = "a prison, then another prison"

    assert locate(text=text, quote="prison", near=0) == (2, 8)
    assert locate(text=text, quote="prison", near=25) == (23, 29)


def test_a_quote_is_found_though_the_browser_changed_its_spaces() -> None:
    """Line ends and runs of spaces do not matter; letters do."""
    assert locate(text="sentenced\r\n to  22 years", quote="sentenced to\n22 years") == (0, 24)
    assert locate(text=TEXT, quote="Her three sons") is None
    assert locate(text=TEXT, quote="  \n ") is None


def test_a_quote_is_no_pattern() -> None:
    """What looks like one is taken letter by letter."""
    assert locate(text="was (he) held?", quote="(he) held?") == (4, 14)
    assert locate(text="was he held", quote="h. held") is None


@pytest.mark.parametrize("pictured", [False, True])
def test_a_page_mark_leads_to_the_picture_of_its_page_where_there_is_one(*, pictured: bool) -> None:
    """And is a word alone where there is none."""
    written = marking.drawn(mark(text="one two", marks=[], pages=[(1, 0), (2, 4)]), here=(), pictured=pictured)

    assert ('href="?view=page&amp;page=2"' in written) is pictured
    assert 'id="page-2"' in written
