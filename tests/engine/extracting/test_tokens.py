"""Text into tokens, sentences and quotations."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.tokens import split


@given(st.text(max_size=300))
def test_tokens_stand_where_they_say(text: str) -> None:
    """Every token is the text at its place, in order."""
    tokens = [token for sentence in split(text).sentences for token in sentence.tokens]

    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(st.text(max_size=300))
def test_quotations_do_not_overlap(text: str) -> None:
    """One ends before the next begins."""
    quotes = split(text).quotes

    assert all(one.end <= other.start for one, other in pairwise(quotes))


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    """Neither does an initial, nor the point in U.S."""
    text = "Mr. Omar met D. Amin at the U.S. Embassy. He left."

    assert [text[one.start : one.end] for one in split(text).sentences] == [
        "Mr. Omar met D. Amin at the U.S. Embassy.",
        "He left.",
    ]


def test_a_possessive_is_two_tokens() -> None:
    """The owner can be found by itself."""
    assert [token.text for token in split("Li’s wife").sentences[0].tokens] == ["Li", "’s", "wife"]


def test_a_title_is_a_heading_and_its_text_is_not() -> None:
    """Titles repeat what the text says better."""
    sentences = split("Two Women Detained In Osh\nTwo women were detained in Osh on Monday.").sentences

    assert [one.heading for one in sentences] == [True, False]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    """Place and date are kept apart from the words of the report."""
    text = split("BISHKEK, May 3 -- Police came.\n\nMore came later.")

    assert text.dateline is not None
    assert (text.dateline.place, text.sentences[0].tokens[0].text) == ("Bishkek", "Police")


def test_wrapped_lines_are_one_paragraph() -> None:
    """Mail breaks lines in the middle of a sentence."""
    line = "The women stood at the fence of the building for a long time and then"
    text = "\n".join([line] * 7) + "\nthey left."

    assert len(split(text).sentences) == 1
