"""Terms and durations."""

import pytest

from kualik.engine.extracting.english.terms import find_terms


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("to 22 and 10 years in prison", [("P22Y", "P10Y")]),
        ("for two years and six months", [("P2Y6M",)]),
        ("a 15-day sentence", [("P15D",)]),
        ("eighteen months in a colony", [("P18M",)]),
        ("a 68-year-old woman", []),
        ("two years later", []),
    ],
)
def test_lengths_of_time_are_read(text: str, values: list[tuple[str, ...]]) -> None:
    """In figures and words; ages and distances in time are none."""
    assert [term.values for term in find_terms(text)] == values


def test_life_and_death_have_words_instead_of_a_length() -> None:
    """ISO 8601 cannot say them."""
    assert [term.worded for term in find_terms("sentenced to life imprisonment")] == ["life imprisonment"]
    assert [term.worded for term in find_terms("to death with a two-year reprieve")] == [
        "death with a two-year reprieve"
    ]
