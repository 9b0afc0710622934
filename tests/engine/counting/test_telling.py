"""A report in blocks, and every form that is made of them."""

import json
from collections.abc import Callable

import pytest

from kualik.engine.counting import Report, as_html, as_json, in_words
from kualik.engine.counting.premises import Question
from kualik.engine.counting.report import count_people
from kualik.engine.counting.results import Interval
from kualik.engine.counting.telling import blocks, first_words, headline, interval_words
from tests.engine.counting.reports import QUESTION, QUICK, answered, refused, table

FORMS: dict[str, Callable[[Report], str]] = {
    "text": in_words,
    "HTML": as_html,
    "JSON": lambda report: json.dumps(as_json(report), ensure_ascii=False),
    "blocks": lambda report: " ".join(
        [str(headline(report)), *(str(row.words) for block in blocks(report) for row in block.rows)]
    ),
}
"""Every way there is to write a report."""


def plain(text: str) -> str:
    """Put a text on one line, so that where it is broken does not matter."""
    return " ".join(text.replace("&#x27;", "'").replace("&quot;", '"').split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("report", [answered, refused])
def test_no_form_gives_a_figure_without_all_it_assumes(form: str, report: Callable[[], Report]) -> None:
    """Walked over every form: assumptions, population, lists and the hash of the input stand in each."""
    written = plain(FORMS[form](report()))

    for assumption in report().premises.assumptions:
        assert str(assumption) in written
    assert QUESTION.population in written
    assert "committee" in written
    assert report().provenance.digest in written


@pytest.mark.parametrize("form", FORMS)
def test_a_refusal_is_never_written_with_a_headline(form: str) -> None:
    """The reasons stand there instead."""
    written = plain(FORMS[form](refused()))

    assert "those on no list included" not in written
    assert "on two lists" in written


@pytest.mark.parametrize("form", ["text", "HTML", "blocks"])
def test_the_headline_is_said_in_two_digits(form: str) -> None:
    """Rounded outwards; the interval itself is 1,9xx to 2,0xx."""
    assert "1,900 and 2,100 people (95 %)" in plain(FORMS[form](answered()))


def test_who_is_named_comes_first() -> None:
    """Before any estimate."""
    assert in_words(answered()).startswith("At least 1,590 people are named (committee 800, court 700")
    assert str(first_words(refused())).startswith("At least 654 people")


def test_rounding_never_goes_below_who_is_listed() -> None:
    """444 are listed; two digits of that would be 440."""
    assert str(interval_words(Interval(low=444.2, middle=450, high=460), 444)) == (
        "444 to 460 people (95 %), about 450"
    )


def test_what_nobody_said_is_said_to_be_missing() -> None:
    """A report on people who are not named as anything."""
    told = count_people(table().only((0, 1)), question=Question(), settings=QUICK)
    (about,) = [block for block in blocks(told) if block.id == "about"]

    assert str(about.rows[0].words) == "Who: not stated"


def test_linkage_that_was_not_assessed_is_said_so() -> None:
    """With what errors would do."""
    (block,) = [one for one in blocks(answered()) if one.id == "linkage"]
    told = [str(row.words) for row in block.rows]

    assert told[0].startswith("Linkage error was not assessed")
    assert len(told) == 7


def test_a_claimed_figure_stands_with_its_source_alone() -> None:
    """And nowhere else."""
    (block,) = [one for one in blocks(answered()) if one.id == "claimed"]

    assert "as many as 9,000" in str(block.rows[0].words)
    assert "a minister" in str(block.rows[0].words)
    assert in_words(answered()).count("9,000") == 1
