"""Figures."""

import pytest

from tests.engine.extracting.uyghur.samples import read


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("لاگېرلاردا ئاز دېگەندە بىر مىليون كىشى بار.", 1_000_000, "at least"),
        ("لاگېرلاردا 1 مىليون 800 مىڭغىچە ئۇيغۇر بار.", 1_800_000, "at most"),
        ("تەخمىنەن 300 ئائىلە كۆچتى.", 300, "about"),
        ("120 ئائىلە ئەرز سۇندى.", 120, "exactly"),
        ("500 دىن ئارتۇق ئالىم يوقاپ كەتتى.", 500, "more than"),
    ],
)
def test_a_figure_has_its_bound(text: str, value: int, bound: str) -> None:
    """As the words around it say."""
    assert [(one.value, one.bound) for one in read(text).figures] == [(value, bound)]


@pytest.mark.parametrize(
    "text",
    ["روزى تاھىر، 61 ياش، كەلدى.", "2017-يىلى 100 كۈن قاماقتا تۇردى.", "نامايىشقا 100 كىشى يىغىلدى.", "380 لاگېر بار."],
)
def test_ages_terms_crowds_and_buildings_are_none(text: str) -> None:
    """Only people of a population count."""
    assert read(text).figures == []
