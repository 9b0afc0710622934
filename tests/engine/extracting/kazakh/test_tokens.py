"""Tokens of a text."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.kazakh.tokens import is_break, tokenise


def test_numbers_keep_their_endings_and_dates_stay_whole() -> None:
    """Of "214-ке", "2 318" and "2019-07-25" are one token each."""
    assert [token.text for token in tokenise("214-ке, 2 318 адам, 2019-07-25")] == [
        "214-ке", ",", "2 318", "адам", ",", "2019-07-25",
    ]  # fmt: skip


def test_an_initial_ends_no_sentence() -> None:
    """Of "С. Досан" is one name."""
    tokens = tokenise("С. Досан келді. Ол отырды.")
    assert not is_break(tokens[1], tokens[0], tokens[2])
    assert is_break(tokens[4], tokens[3], tokens[5])


@given(st.text(max_size=200))
def test_every_token_lies_where_it_says(text: str) -> None:
    """text[start:end] is the token."""
    assert all(text[token.start : token.end] == token.text for token in tokenise(text))
