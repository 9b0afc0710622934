"""Custody in one line, in words, and never more certain than it is."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kualik.cases.people.custody import CustodyLine, distinct, in_words, line_of, lines
from tests.cases.casting import Story, keeper


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P22Y", "22 years"),
        ("P1Y", "1 year"),
        ("P1Y6M", "1 year 6 months"),
        ("P3W", "3 weeks"),
        ("P15D", "15 days"),
        ("life", "life"),
        ("P", "P"),
        ("", ""),
    ],
)
def test_durations_are_said_in_words(duration: str, words: str) -> None:
    """Years, months, weeks and days; what is no duration stays as it is."""
    assert in_words(duration) == words


def test_an_accepted_value_stands_before_one_only_proposed() -> None:
    """Of two accepted values the first in the text is taken."""
    states = [("state", "camp", False), ("state", "prison", True), ("state", "released", True)]

    line = line_of([*states, ("sentence", "P2Y", False)], accepted=True)

    assert (line.state, line.sentence, line.accepted) == ("prison", "P2Y", True)


def test_what_nobody_says_is_left_out() -> None:
    """Without a state it is unspecified; no date is made up."""
    assert line_of([], accepted=False) == CustodyLine(state="unspecified")
    assert str(CustodyLine(state="prison", sentence="P22Y", start="2018")) == "prison, 22 years, from 2018"


def held(
    state: str = "prison", sentence: str = "", start: str = "", end: str = "", *, sure: bool = True
) -> CustodyLine:
    """Tell of one stretch in one line."""
    return CustodyLine(state=state, sentence=sentence, start=start, end=end, accepted=sure)


def test_lines_that_can_be_one_are_one() -> None:
    """With the closer of two dates; what differs stays side by side."""
    told = [
        held(),
        held(sentence="P11Y"),
        held(sentence="P11Y", start="2019"),
        held(start="2019-03"),
        held(sentence="P14Y"),
        held("died in custody", end="2020-11"),
        held("died in custody", start="2020-11-12", end="2020-11-12"),
    ]

    found = distinct(told)

    assert [str(line) for line in found] == [
        "prison, 11 years, from 2019-03",
        "died in custody, on 2020-11-12",
        "prison, 14 years",
    ]


def test_a_proposal_is_never_merged_into_what_is_accepted() -> None:
    """It is shown where it says more, as a proposal, and left out where it does not."""
    accepted = held(sentence="P11Y")
    silent, new = held(sure=False), held(sentence="P11Y", start="2019", sure=False)

    assert distinct([accepted, silent]) == (accepted,)
    assert distinct([accepted, new]) == (accepted, new)


LINES = st.builds(
    held,
    st.sampled_from(["prison", "camp", "unspecified"]),
    st.sampled_from(["", "P10Y", "P12Y"]),
    st.sampled_from(["", "2018", "2018-03", "2021"]),
    sure=st.booleans(),
)


@given(st.lists(LINES, max_size=5), st.randoms())
def test_the_order_of_lines_makes_no_difference_and_twice_is_once(told: list[CustodyLine], chance: Random) -> None:
    """No sentence is lost."""
    shuffled = chance.sample(told, len(told))

    assert distinct(shuffled) == distinct(told)
    assert distinct(distinct(told)) == distinct(told)
    assert sentences(distinct(told)) == sentences(told)


def sentences(told: Iterable[CustodyLine]) -> set[str]:
    """Gather the sentences that lines give."""
    return {line.sentence for line in told} - {""}


@pytest.mark.django_db
def test_lines_are_by_entity_and_say_what_is_only_proposed() -> None:
    """Two stretches of one person are two lines, in the order of their dates."""
    story = Story("Serik Almasuly was in a camp from 2017, and in prison from 2019.")
    serik = story.person("Serik Almasuly")
    story.held(serik, state="prison", startDate="2019")
    story.held(serik, state="camp", startDate="2017")
    entity = story.propose().entity(serik)

    found = lines(viewer=keeper(), entities=[entity.pk])

    assert [(line.state, line.start, line.accepted) for line in found[entity.pk]] == [
        ("camp", "2017", False),
        ("prison", "2019", False),
    ]
