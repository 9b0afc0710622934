"""Custody in one line, in words, and never more certain than it is."""

import pytest

from kualik.cases.people.custody import CustodyLine, in_words, line_of, lines
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
