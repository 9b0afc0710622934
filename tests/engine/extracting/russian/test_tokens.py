"""Tokens, paragraphs, sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.russian.tokens import read_page


def sentences(text: str) -> list[str]:
    """Cut a text."""
    page = read_page(text)
    return [page.words(one.first, one.last) for one in page.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "По ст. 342 УК ему дали срок.",
        "А. Омаров живёт на ул. Мира.",
        "Это было в 2019 г. в Минске.",
        "Пришло 1,5 тыс. человек.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    """Nor does an initial."""
    assert sentences(text) == [text]


def test_a_stop_before_a_capital_ends_a_sentence() -> None:
    """With the marks that close it."""
    assert sentences("«Где он?» Никто не знает. Он пропал!") == ["«Где он?»", "Никто не знает.", "Он пропал!"]


def test_a_remark_goes_on_with_its_quotation() -> None:
    """A dash and a small letter begin no sentence."""
    assert sentences("«Где он?» — спросила она.") == ["«Где он?» — спросила она."]


def test_a_line_broken_in_mid_sentence_is_joined() -> None:
    """One paragraph, one sentence."""
    assert len(read_page("Его задержали\nв Минске.").sentences) == 1


def test_the_first_line_without_a_stop_is_a_heading() -> None:
    """And the others are not."""
    assert [one.heading for one in read_page("Суд в Минске\nСуд прошёл.").sentences] == [True, False]


def test_a_text_without_a_stop_is_cut() -> None:
    """So that no sentence grows without end."""
    page = read_page("слово " * 1000)

    assert max(one.last - one.first for one in page.sentences) <= 160


@given(st.text(alphabet="аб А.,!?«»—\n1", max_size=80))
def test_every_token_stands_in_the_text(text: str) -> None:
    """Whatever the text: tokens in order, each in one sentence."""
    page = read_page(text)

    assert all(text[token.start : token.end] == token.text for token in page.tokens)
    assert len(page.sentence_of) == len(page.tokens)
    assert [one.number for one in page.sentences] == list(range(len(page.sentences)))
