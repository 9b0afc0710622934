"""Words."""

from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.chinese.cutting import cut


def test_known_words_stay_whole() -> None:
    """What no list has falls into characters."""
    assert [token.text for token in cut("发言人表示，他下落不明")] == ["发言人", "表示", "，", "他", "下落不明"]


def test_numbers_and_latin_words_are_tokens() -> None:
    """Also inside Chinese."""
    assert [token.kind for token in cut("Aida在2018年")] == ["latin", "han", "number", "han"]


@given(st.text(alphabet="被判处有期徒刑他说，。A1 \n“”", max_size=60))
def test_tokens_quote_the_text_in_order(text: str) -> None:
    """Nothing but blanks is lost."""
    tokens = cut(text)

    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == text.replace(" ", "")


def test_a_long_run_without_a_mark_is_cut_too() -> None:
    """Time grows with length and no faster."""
    assert sum(len(token.text) for token in cut("说" * 5000)) == 5000
