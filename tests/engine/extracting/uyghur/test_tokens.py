"""Words, numbers and marks."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.uyghur.tokens import tokenise


def test_a_year_and_its_word_are_apart() -> None:
    """Here: "2021-yili" is a number, a hyphen and a word; "uruq-tughqan" one word."""
    assert [token.form for token in tokenise("2021-yili")] == ["2021", "-", "يىلى"]
    assert len(tokenise("ئۇرۇق-تۇغقان")) == 1


def test_marks_of_direction_are_in_no_token() -> None:
    """They may stand between words and inside them."""
    tokens = tokenise("\u202bئۇ\u200f دې\u200cدى\u202c")
    assert [token.form for token in tokens] == ["ئۇ", "دېدى"]


def test_arabic_marks_are_read_like_latin_ones() -> None:
    """A comma is a comma."""
    assert [token.form for token in tokenise("قەشقەر، خوتەن؟")][1::2] == [",", "?"]


@given(st.text(max_size=200))
def test_tokens_stand_where_they_say(text: str) -> None:
    """Each is its stretch of the text, and none overlaps the next."""
    last = 0
    for token in tokenise(text):
        assert last <= token.start < token.end
        assert text[token.start : token.end] == token.text
        last = token.end
