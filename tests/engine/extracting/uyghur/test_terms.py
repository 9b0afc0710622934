"""Lengths of time."""

import pytest

from kualik.engine.extracting.uyghur.page import read_page
from kualik.engine.extracting.uyghur.terms import find_terms


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12 يىللىق قاماق", "P12Y"), ("ئون بەش كۈنلۈك قاماق", "P15D"), ("بىر يېرىم يىل", "P18M"),
        ("ئىككى يىل ئالتە ئاي", "P2Y6M"), ("11 ئاي", "P11M"), ("8 يىلدىن", "P8Y"), ("14 жиллиқ", "P14Y"),
    ],
)  # fmt: skip
def test_terms_are_iso(text: str, iso: str) -> None:
    """In years, months and days, in digits and words."""
    assert [one.iso for one in find_terms(read_page(text))] == [iso]


def test_a_date_is_no_term() -> None:
    """Here: "In 2017" lasts for no time, "the 11th month" neither."""
    assert find_terms(read_page("2017-يىلى 11-ئايدا")) == []


def test_life_is_words() -> None:
    """There is no number to it."""
    (term,) = find_terms(read_page("مۇددەتسىز قاماققا ھۆكۈم قىلىنغان"))
    assert term.iso == ""
    assert term.words
