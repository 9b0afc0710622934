"""The time of a case, drawn no more exactly than it is told."""

from typing import Any

import pytest

from kualik.cases.findings import queries
from kualik.engine.facts import Schema, Stance
from kualik.web.case_timeline import disputed_dates, disputes_custody, is_disputed, timeline
from kualik.web.drawing import Haze
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def told(**held: Any) -> Story:
    """Erlan is held, as these properties say."""
    story = Story("Erlan was taken away, and people protested for Erlan.")
    story.held(story.person("Erlan"), **held)
    return story


def test_a_stretch_without_an_end_is_hatched_up_to_today() -> None:
    """Nobody says that it has ended."""
    case = queries.case(viewer=keeper(), person=told(state="prison", startDate="2018").accept().who("e1"))
    drawing = timeline(case)

    assert drawing is not None
    assert [fog.haze for fog in drawing.bars[0].fog] == [Haze.BEGINS, Haze.OPEN]
    assert drawing.bars[0].accepted


def test_a_denial_of_the_detention_disputes_the_stretch() -> None:
    """It stays in the drawing, hollow."""
    story = told(state="prison", startDate="2018")
    story.say("e2", "detainee", "e1", voice=("officials",), stance=Stance.DENIES)
    case = queries.case(viewer=keeper(), person=story.accept().who("e1"))

    assert any(disputes_custody(episode, case) for episode in case.episodes)
    drawing = timeline(case)
    assert drawing is not None
    assert any(bar.disputed for bar in drawing.bars)


def test_a_disputed_sentence_does_not_dispute_the_stretch() -> None:
    """How long is another question than whether."""
    story = told(state="prison", startDate="2018", sentence="P12Y")
    story.say("e2", "sentence", "P10Y", voice=("officials",))
    case = queries.case(viewer=keeper(), person=story.accept().who("e1"))

    assert not any(disputes_custody(episode, case) for episode in case.episodes)


def test_two_dates_of_birth_are_disputed_moments() -> None:
    """Each stands in the list, and each is said to be disputed."""
    story = told(state="prison", startDate="2018")
    story.say("e1", "birthDate", "1985")
    story.say("e1", "birthDate", "1990", voice=("officials",))
    case = queries.case(viewer=keeper(), person=story.accept().who("e1"))

    born = [one for one in case.timeline if one.property == "birthDate"]
    assert [is_disputed(one, disputed_dates(case)) for one in born] == [True, True]


def test_an_event_within_a_year_is_no_point() -> None:
    """A day that is not told is not drawn."""
    story = told(state="prison", startDate="2018")
    protest = story.thing(Schema.PROTEST)
    story.say(protest, "date", "2019")
    story.say(protest, "target", "for Erlan")
    drawing = timeline(queries.case(viewer=keeper(), person=story.accept().who("e1")))

    assert drawing is not None
    assert [(bar.point, bar.sure) for bar in drawing.bars] == [(False, True), (True, False)]


def test_a_death_that_has_only_an_end_stands_on_its_day() -> None:
    """Not today."""
    case = queries.case(viewer=keeper(), person=told(state="died in custody", endDate="2020-03-05").accept().who("e1"))
    drawing = timeline(case)

    assert drawing is None or drawing.ticks[-1].year == 2021
