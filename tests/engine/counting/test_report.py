"""The report: what it says, and what it does not."""

import json

from kualik.engine.counting.report import UNTESTABLE, count_people, in_words
from kualik.engine.counting.table import read_table

TWO = "A,B,count\n1,1,40\n1,0,160\n0,1,110\n"
THREE = "A,B,C,count\n1,1,0,40\n1,0,0,160\n0,1,0,110\n1,0,1,12\n0,1,1,3\n0,0,1,20\n"


def test_two_lists_have_no_headline() -> None:
    """The interval is there, with the words that its dependence cannot be checked."""
    report = count_people(read_table(TWO))
    (pair,) = report.results

    assert UNTESTABLE in report.refusal
    assert UNTESTABLE in pair.assumptions
    assert report.as_json()["headline"] is None


def test_three_lists_are_refused_with_named_comparisons() -> None:
    """Each pair and Chao's estimate, none of them the answer; a thin pair refuses by itself."""
    report = count_people(read_table(THREE))
    refused = [one.estimator for one in report.results if one.refusal]

    assert "three lists or more" in report.refusal
    assert [one.estimator for one in report.results][-1].startswith("Chao")
    assert len(report.results) == 4
    assert refused == ["Chapman (Lincoln-Petersen), B and C"]


def test_one_list_says_nothing_of_the_others() -> None:
    """It has a total and no estimator."""
    report = count_people(read_table("A,count\n1,12\n"))

    assert report.listed == 12
    assert report.results == ()


def test_lists_that_cannot_be_independent_are_told() -> None:
    """One inside the other, one apart, one empty."""
    warnings = count_people(read_table("A,B,C,D,count\n1,1,0,0,9\n1,0,0,0,5\n0,0,1,0,7\n")).warnings

    assert any("wholly in the other" in one for one in warnings)
    assert any("list C is on any other" in one for one in warnings)
    assert "nobody is on the list D" in warnings


def test_the_words_lead_with_who_is_listed_and_never_give_a_bare_figure() -> None:
    """Two digits, an interval, what it assumes.

    429.27 unlisted, variance 7566.1: exp(1.96 sqrt(ln(1 + 7566.1 / 429.27^2))) = 1.482; 310 + 429.27 / 1.482 = 600,
    310 + 429.27 * 1.482 = 946.
    """
    words = in_words(count_people(read_table(TWO)))

    assert words.startswith("At least 310 people are listed (A 200, B 150).")
    assert "600 to 950 people (95 %), about 740, for comparison only" in words
    assert "All of them assume" in words


def test_json_can_be_written() -> None:
    """Every estimator has all its keys, a refused one too."""
    written = json.loads(json.dumps(count_people(read_table(THREE)).as_json()))

    for one in written["estimators"]:
        assert {"estimate", "low", "high", "assumptions", "diagnostics", "refusal"} <= one.keys()


def test_rounding_never_goes_below_who_is_listed() -> None:
    """444 are listed; two digits of that would be 440."""
    words = in_words(count_people(read_table("A,B,count\n1,1,443\n1,0,1\n")))

    assert "444 to 444 people" in words
