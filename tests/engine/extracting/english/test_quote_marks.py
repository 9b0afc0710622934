"""Quotation marks in pairs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.engine.extracting.english.layout import find_paragraphs
from kualik.engine.extracting.english.quote_marks import find_quotes


def quoted(text: str) -> list[str]:
    """Tell what is quoted."""
    return [text[one.start : one.end] for one in find_quotes(text, list(find_paragraphs(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"He left," she said, "at once."', ['"He left,"', '"at once."']),
        ("“He left,” she said.", ["“He left,”"]),
        ("«He left», she said.", ["«He left»"]),
        ("'He left,' she said.", ["'He left,'"]),
        ("She didn't see the workers' house.", []),
        ("‘He didn’t leave,’ she said.", ["‘He didn’t leave,’"]),
        ("He is 5'10\" tall.", []),
    ],
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    """Straight and curly, double and single; an apostrophe is no mark."""
    assert quoted(text) == found


def test_a_quotation_runs_over_paragraphs() -> None:
    """It is open at the end of the first, and the next goes on from it."""
    text = '"He left.\n"He came back," she said.'
    first, second = find_quotes(text, list(find_paragraphs(text)))
    assert not first.closed
    assert second.continues
    assert second.closed


@given(st.text(alphabet="\"'“”‘’ab .\n", max_size=80))
def test_quotations_are_in_order_and_in_the_text(text: str) -> None:
    """Whatever the marks."""
    found = find_quotes(text, list(find_paragraphs(text)))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
