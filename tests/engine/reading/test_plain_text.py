"""Tests of reading plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.reading import Limits, Options, Refusal, Refused, read

LINES = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40), min_size=1, max_size=8)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", " \n"]))
def test_every_character_comes_out_as_it_was(lines: list[str], newline: str) -> None:
    """Nothing is stripped, joined or normalised: quotations are found where they stand."""
    text = "A short beginning" + newline + newline.join(lines)

    assert read(text.encode(), name="report.txt")[0].text == text


def test_a_text_of_blanks_has_no_text() -> None:
    """Blanks are not empty, and not a text."""
    with pytest.raises(Refused) as refused:
        read(b" \n\t ", name="x.txt")

    assert refused.value.reason is Refusal.NO_TEXT


def test_a_text_that_is_too_long_is_refused() -> None:
    """The limit counts characters."""
    limits = Limits(characters=10)

    assert read("ә".encode() * 10, name="x.txt", limits=limits)
    with pytest.raises(Refused) as refused:
        read("ә".encode() * 11, name="x.txt", limits=limits)
    assert refused.value.reason is Refusal.TOO_MUCH_TEXT


def test_an_encoding_can_be_told() -> None:
    """What the person says goes before what the letters say."""
    assert read("Қазақ".encode("kz1048"), name="x.txt", options=Options(encoding="kz1048"))[0].text == "Қазақ"
