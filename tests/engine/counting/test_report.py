"""The report: what it says, and what it does not."""

import pytest

from kualik.engine.counting import Question, Table, count_people
from kualik.engine.counting.premises import ALWAYS, WithoutPremises
from kualik.engine.counting.report import VERSION, premises
from kualik.engine.counting.results import Conditional, Interval
from tests.engine.counting.reports import NAMES, PEOPLE, QUESTION, answered, refused, table


def test_the_headline_holds_both_models_and_the_truth() -> None:
    """It is the envelope of A and B; the lists were made of 2,000 people."""
    report = answered()
    assert report.headline
    ends = [one.found.interval for one in report.main if one.found]

    assert len(ends) == 2
    assert report.headline.low == min(one.low for one in ends)
    assert report.headline.high == max(one.high for one in ends)
    assert report.headline.low < PEOPLE < report.headline.high
    assert report.refusals == ()


def test_a_check_that_fails_takes_the_headline_away_and_says_what_would_help() -> None:
    """Lists that share four people."""
    report = refused()

    assert report.headline is None
    assert any("4 of 654 people" in str(one) and "would help" in str(one) for one in report.refusals)


@pytest.mark.parametrize(
    ("rows", "counts", "said"),
    [([], [], "nobody is listed"), ([(1, 0)], [4], "one list"), ([(1, 1), (1, 0), (0, 1)], [9, 9, 9], "two lists")],
)
def test_too_few_lists_have_an_answer_of_their_own(rows: list[tuple[int, ...]], counts: list[int], said: str) -> None:
    """An empty table, one list (the other names nobody), two lists: no headline, and why."""
    report = count_people(Table.of(("one", "other"), rows, counts))

    assert report.headline is None
    assert said in str(report.refusals[0])


def test_every_list_is_told_with_how_many_it_alone_names() -> None:
    """And with what it is, where somebody said so."""
    lists = answered().premises.lists

    assert tuple(one.name for one in lists) == NAMES
    assert lists[0].people == table().on_list(0)
    assert lists[0].what == "names that families handed in"
    assert sum(one.alone for one in lists) == table().on_exactly(1)


def test_overlaps_are_the_table() -> None:
    """Nobody is lost on the way to the drawing."""
    assert sum(one.people for one in answered().overlaps) == answered().listed == table().listed


def test_the_same_can_be_done_again() -> None:
    """Seed, version and hash are noted, and the same settings give the same report."""
    known = answered().provenance

    assert (known.seed, known.version, known.digest) == (1, VERSION, table().digest)
    assert known.method == "A+B+C"


def test_no_figure_is_made_without_assumptions() -> None:
    """Neither an interval nor the premises can be had without them."""
    with pytest.raises(WithoutPremises):
        Conditional(interval=Interval(low=1, middle=2, high=3), assumptions=())

    assert premises(table(), (), Question()).assumptions == ALWAYS
    assert QUESTION.claimed == answered().premises.claimed
