"""Figures."""

import pytest

from tests.engine.extracting.chinese.reports import found


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("至少有四百名教师被关押。", 400, "at least"),
        ("警方拘留了两百多名留学生。", 200, "more than"),
        ("约6000名居民被带走。", 6000, "about"),
        ("多达180万人被关押。", 1800000, "at most"),
        ("不到300名信徒获释。", 300, "fewer than"),
        ("共有1342名居民失踪。", 1342, "exactly"),
        ("上百万人被关押。", 1000000, "more than"),
    ],
)
def test_a_figure_has_its_bound(text: str, value: int, bound: str) -> None:
    """In digits or written out."""
    assert [(fact["value"], fact["qualifier"]) for fact in found(text, "figure")] == [(value, bound)]


@pytest.mark.parametrize("text", ["两名学生被带走。", "约三百人参加抗议。", "他今年五十岁。", "去年3月15日。"])
def test_groups_crowds_and_ages_are_no_figures(text: str) -> None:
    """Nor are dates."""
    assert found(text, "figure") == []
