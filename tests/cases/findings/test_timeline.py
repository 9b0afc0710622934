"""Dates are shown as they are known, in the order of the days that they can mean."""

from datetime import date

import pytest

from kualik.cases.findings.gathering import about
from kualik.cases.findings.timeline import timeline
from kualik.engine.facts import Schema
from tests.cases.casting import Story, keeper


@pytest.mark.django_db
def test_moments_stand_in_the_order_of_their_days_and_a_date_without_a_year_stands_last() -> None:
    """No year and no day is made up."""
    story = Story("He was taken in 2018, sentenced on 2019-03-05; the protest was on 8 February.")
    serik = story.person("Serik Almasuly")
    custody = story.held(serik, state="prison", startDate="2019-03-05")
    story.say(custody, "endDate", "2019/2021")
    story.say(serik, "birthDate", "198X")
    protest = story.thing(Schema.PROTEST)
    story.say(protest, "eventType", "protest")
    story.say(protest, "date", "XXXX-02-08")
    story.propose()
    told = about(viewer=keeper(), entities=[story.entity(one).pk for one in story.entities])

    moments = timeline([one for group in told.values() for one in group])

    assert [moment.date for moment in moments] == ["198X", "2019/2021", "2019-03-05", "XXXX-02-08"]
    assert (moments[0].earliest, moments[0].latest) == (date(1980, 1, 1), date(1989, 12, 31))
    assert (moments[-1].earliest, moments[-1].latest) == (None, None)
    assert (moments[2].what, moments[2].kind) == ("prison (start date)", "prison")
    assert not moments[2].accepted


@pytest.mark.django_db
def test_one_date_told_twice_is_one_moment_with_two_passages() -> None:
    """And it is accepted when one of them is."""
    stories = []
    for number in (1, 2):
        story = Story(f"Serik Almasuly was taken in 2018. Report {number}.")
        custody = story.held(story.person("Serik Almasuly"), state="camp", startDate="2018")
        stories.append((story.accept() if number == 1 else story.propose(), custody))
    ids = [story.entity(custody).pk for story, custody in stories]
    told = about(viewer=keeper(), entities=ids)

    (moment,) = timeline([one for group in told.values() for one in group])

    assert (len(moment.passages), moment.accepted) == (2, True)
