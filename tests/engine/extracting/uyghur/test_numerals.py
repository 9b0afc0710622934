"""Numbers."""

import pytest

from kualik.engine.extracting.uyghur.numerals import number_at, value_of
from kualik.engine.extracting.uyghur.page import read_page


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ئون بەش", 15), ("ئىككى يۈز", 200), ("1 مىليون 800 مىڭ", 1_800_000), ("يىگىرمە مىڭ بەش يۈز", 20_500),
        ("12,500", 12_500), ("300", 300), ("on besh", 15), ("оттуз", 30),
    ],
)  # fmt: skip
def test_digits_and_words_are_numbers(text: str, value: int) -> None:
    """In any script, alone or together."""
    number = number_at(read_page(text), 0)
    assert number is not None
    assert number[0] == value


def test_a_case_ending_closes_a_number() -> None:
    """Here: "Up to a million" is one."""
    assert value_of("مىليونغىچە") == 1_000_000


def test_two_numbers_side_by_side_are_two() -> None:
    """Two three is not five."""
    assert number_at(read_page("ئىككى ئۈچ"), 0) == (2, 1)


def test_endless_digits_are_no_number() -> None:
    """Nothing counts to 10^40."""
    assert number_at(read_page("9" * 40), 0) is None
    assert number_at(read_page("سۆز"), 0) is None
