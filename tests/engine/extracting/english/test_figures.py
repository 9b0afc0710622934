"""Figures of populations."""

import pytest

from kualik.engine.extracting.english.compounds import Wholes
from kualik.engine.extracting.english.figures import find_figures
from kualik.engine.extracting.english.parsing import parse


def figures(text: str) -> list[tuple[int, str]]:
    """Tell the figures of a text."""
    parsed = parse(text)
    return [(one.value, one.bound) for one in find_figures(parsed, Wholes(parsed))]


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("As many as 2 million Uyghurs have been held.", 2_000_000, "at most"),
        ("Up to 1.8 million people were sent to camps.", 1_800_000, "at most"),
        ("At least 1,500 people have disappeared.", 1_500, "at least"),
        ("More than a million Muslims are in camps.", 1_000_000, "more than"),
        ("Over 12,000 residents fled.", 12_000, "more than"),
        ("Fewer than 300 families remain.", 300, "fewer than"),
        ("An estimated 80,000 workers were moved.", 80_000, "about"),
        ("Some 130 prisoners are serving long terms.", 130, "about"),
        ("The group has documented 11,000 cases.", 11_000, "exactly"),
        ("Officials put the number at 1,344.", 1_344, "exactly"),
        ("Half a million children were separated from their parents.", 500_000, "exactly"),
        ("The petition bears 430 signatures.", 430, "exactly"),
    ],
)
def test_a_figure_has_its_bound(text: str, value: int, bound: str) -> None:
    """In figures and in words."""
    assert figures(text) == [(value, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "He got 15 years in 2019.",
        "She is 68 years old.",
        "About 200 people rallied in the square.",
        "Police detained 14 people on Monday.",
        "They paid 3,000 dollars.",
        "The camp covers 40 hectares.",
        "He was charged under Article 174.",
        "Turnout rose by 20 percent.",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    """Terms, ages, crowds, arrests, money, sizes."""
    assert figures(text) == []


def test_a_range_is_one_figure() -> None:
    """Its upper end."""
    assert figures("Between 800,000 and 2 million people are held.") == [(2_000_000, "exactly")]


def test_who_is_counted_is_told() -> None:
    """With what is said of them, and at its place."""
    text = "At least 1,500 Kazakhs in the county are held."
    parsed = parse(text)
    (one,) = find_figures(parsed, Wholes(parsed))
    assert one.of is not None
    assert one.of.text == "Kazakhs in the county" == text[one.of.span.start : one.of.span.end]
