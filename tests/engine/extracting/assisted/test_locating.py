"""Where quotations stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.assisted.locating import Located, near, outside_quotations
from kualik.engine.extracting.spans import Span


def place(text: str, quote: str) -> str | None:
    """Find a quotation and give what stands there."""
    span = next(Located(text).places(quote, within=Span(start=0, end=len(text))), None)
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("He said “no” twice.", 'said "no" twice', "said “no” twice"),
        ("Ол «жоқ» деді.", "“жоқ” деді", "«жоқ» деді"),
        ("She\n  was   taken away", "was taken away", "was   taken away"),
        (unicodedata.normalize("NFD", "Gülnur й came"), "Gülnur й", unicodedata.normalize("NFD", "Gülnur й")),
        ("ئۇ\u200f كەلدى", "ئۇ كەلدى", "ئۇ\u200f كەلدى"),
        ("警方称他被判十年。", "他被判十年", "他被判十年"),
        ("Erlan and Erlanuly", "Erlan", "Erlan"),
    ],
)
def test_a_quotation_is_found_as_it_stands(text: str, quote: str, found: str) -> None:
    """Composed letters, kinds of quotation marks, blanks and invisible marks do not matter."""
    assert place(text, quote) == found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Erlanuly came", "Erlan"), ("he was freed", "He was freed"), ("12 years", "2 years"), ("abc", ""),
        ("abc", " "), ("was not freed", "was freed"), ("", "x"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(text: str, quote: str) -> None:
    """Not in other letters, not as a part of a word, not with a word left out."""
    assert place(text, quote) is None


@given(st.text(alphabet="aй́ “\"'\n\u200b中.", max_size=60), st.data())
def test_a_stretch_of_the_text_is_found_at_a_place_that_reads_the_same(text: str, data: st.DataObject) -> None:
    """Offsets always fit the text as it is."""
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    for span in Located(text).places(quote, within=Span(start=0, end=len(text))):
        there = Located(text[span.start : span.end])
        assert 0 <= span.start < span.end <= len(text)
        assert list(there.places(quote, within=Span(start=0, end=span.end - span.start)))


def test_only_the_stretch_is_looked_in() -> None:
    """The same words before it do not count."""
    text = "Aida came. Aida left."

    assert [one.start for one in Located(text).places("Aida", within=Span(start=5, end=len(text)))] == [11]


def test_the_sentence_and_the_one_before_are_found() -> None:
    """Within the paragraph."""
    text = "One is here. Two came! “Three is gone,” he said. Four.\n\nFive is new. Six."

    def told(words: str) -> tuple[str, str]:
        at = text.index(words)
        return tuple(text[one.start : one.end].strip() for one in near(text, Span(start=at, end=at + len(words))))  # type: ignore[return-value]  # two of two

    assert told("Three is gone") == ("“Three is gone,” he said.", "Two came! “Three is gone,” he said.")
    assert told("One") == ("One is here.", "One is here.")
    assert told("Five") == ("Five is new.", "Five is new.")
    assert told("two came".title().replace("C", "c")) == ("Two came!", "One is here. Two came!")


def test_a_text_without_an_end_is_looked_at_nearby_only() -> None:
    """Whatever its length."""
    text = "word " * 100_000
    _, two = near(text, Span(start=250_000, end=250_004))

    assert two.end - two.start < 5_000


def test_a_place_in_quotation_marks_is_known() -> None:
    """Whatever the marks."""
    text = "“Aida said so,” Erlan said. «Да», 「是」"
    whole = Span(start=0, end=len(text))

    def outside(word: str) -> bool:
        at = text.index(word)
        return outside_quotations(text, whole, Span(start=at, end=at + len(word)))

    assert [outside(word) for word in ("Aida", "Erlan", "Да", "是")] == [False, True, False, False]
