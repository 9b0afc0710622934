"""Numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.chinese.numerals import value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22", 22),
        ("二十二", 22),
        ("两百", 200),
        ("十", 10),
        ("一百零五", 105),
        ("1.5万", 15000),
        ("二〇一八", 2018),
        ("1,260", 1260),
    ],
)
def test_a_numeral_has_its_value(text: str, expected: int) -> None:
    """Written out, in digits or mixed."""
    assert value(text) == expected


@pytest.mark.parametrize("text", ["", "上", "几百", "一名"])
def test_what_is_no_number_has_none(text: str) -> None:
    """Nothing is guessed."""
    assert value(text) is None


@given(st.text(alphabet="一二三四五六七八九十百千万亿零〇两0123456789.,", max_size=40))
def test_any_mixture_is_read_or_refused(text: str) -> None:
    """It never fails."""
    assert value(text) is None or isinstance(value(text), int)
