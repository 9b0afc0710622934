"""Numbers of people."""

import pytest

from tests.engine.extracting.samples import found


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("As many as 2 million Uyghurs have been taken to camps.", 2_000_000, "at most"),
        ("More than 100,000 people are registered as disappeared.", 100_000, "more than"),
        ("It has documented at least 26 prisoners.", 26, "at least"),
        ("Some 380 students were enrolled.", 380, "about"),
        ("An office puts that number at fewer than 40.", 40, "fewer than"),
        ("It counts 1,344 political prisoners.", 1344, "exactly"),
    ],
)
def test_a_figure_has_its_bound(text: str, value: int, bound: str) -> None:
    """An upper bound is never taken for the number."""
    (figure,) = found(text, "figure")

    assert (figure["value"], figure["qualifier"]) == (value, bound)


@pytest.mark.parametrize(
    "text",
    [
        "About 60 people gathered.",
        "He paid 58,340 tenge.",
        "She was 68 years old.",
        "In 2017 four men came.",
        "Two women came.",
    ],
)
def test_crowds_money_ages_and_years_are_none(text: str) -> None:
    """Nor is a number of people that one could name."""
    assert found(text, "figure") == []


def test_of_whom_is_said_to_the_verb() -> None:
    """The whole list, and no more."""
    (figure,) = found(
        "As many as 2 million Uyghurs, Kazakhs, and members of other groups have been taken away.", "figure"
    )

    assert figure["of"] == "Uyghurs, Kazakhs, and members of other groups"
