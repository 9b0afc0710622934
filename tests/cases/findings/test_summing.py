"""A summary says what the person's page says."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from kualik.cases.findings import queries
from kualik.cases.findings.summing import person_summaries
from kualik.cases.people.rows import rows
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.cases.summaries.models import PersonSummary
from kualik.engine.facts import Stance
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def told(text: str, level: Sensitivity = Sensitivity.INTERNAL) -> Story:
    """Begin a document."""
    return Story(text, told=Told(publisher="The Steppe Post", published="2024-02-10", language="en", level=level))


def of(story: Story, who: str, tier: int = 2) -> PersonSummary:
    """Sum one person up, for one tier."""
    return next(one for one in person_summaries([story.who(who).pk]) if one.tier == tier)


def test_the_present_custody_is_the_latest_that_was_accepted() -> None:
    """With its place, when it began, when the sentence ends; and how well it stands."""
    story = told("Khadisha of Kunes, born in 1968, was in a camp in 2017, then in a prison in Tekes from 2019.")
    who = story.person("Khadisha")
    story.say(who, "birthDate", "1968")
    story.say(who, "birthPlace", "Kunes")
    story.held(who, state="camp", startDate="2017", voice=("Serik",))
    story.held(who, state="prison", startDate="2019", sentence="P12Y", place="Tekes", voice=("Serik",))
    one = of(story.accept(), who)

    assert (one.state, one.state_accepted, one.held, one.custody_place) == ("prison", True, True, "Tekes")
    assert (one.since, one.since_earliest, one.since_latest) == ("2019", date(2019, 1, 1), date(2019, 12, 31))
    assert (one.ends_earliest, one.ends_latest) == (date(2031, 1, 1), date(2031, 12, 31))
    assert (one.origin_place, one.birth, one.birth_year) == ("Kunes", "1968", 1968)
    assert (one.grade, one.witnesses, one.disputed) == ("single witness", 1, False)


def test_whoever_was_released_is_not_held() -> None:
    """Even where nobody says when."""
    story = told("Khadisha was in a camp from 2017 and has been released.")
    who = story.person("Khadisha")
    story.held(who, state="camp", startDate="2017")
    story.held(who, state="released")
    one = of(story.accept(), who)

    assert (one.state, one.held, one.since_day) == ("released", False, None)


def test_the_day_on_which_somebody_was_taken_comes_round() -> None:
    """Where it is known to the day, and they are held."""
    story = told("Khadisha was taken on 2018-02-08, Serik in 2018-03.")
    one, other = story.person("Khadisha"), story.person("Serik")
    story.held(one, state="prison", startDate="2018-02-08")
    story.held(other, state="prison", startDate="2018-03")
    story.accept()

    assert (of(story, one).since_day, of(story, other).since_day) == (208, None)


def test_what_is_only_proposed_is_said_and_does_not_count_as_held() -> None:
    """The claims that wait are counted."""
    story = told("Khadisha is in prison.")
    who = story.person("Khadisha")
    story.held(who, state="prison")
    one = of(story.propose(), who)

    assert (one.state, one.state_accepted, one.held, one.grade) == ("prison", False, False, "")
    assert one.proposals == 1


def test_a_denial_makes_a_dispute() -> None:
    """It is a dispute in the summary as on the page."""
    story = told("Khadisha got 12 years. Officials deny that.")
    who = story.person("Khadisha")
    custody = story.held(who, state="prison", sentence="P12Y", voice=("Serik",))
    story.say(custody, "sentence", "P12Y", stance=Stance.DENIES, voice=("officials",))

    assert of(story.accept(), who).disputed


def test_each_tier_gets_what_it_may_see() -> None:
    """A sealed document changes the row of custodians alone; somebody of whom only it speaks has no other row."""
    first, second = told("Khadisha was taken."), told("Khadisha, or Khalida, is in prison.", Sensitivity.SEALED)
    first.person("Khadisha")
    first.accept()
    other = second.person("Khalida")
    second.held(other, state="prison")
    second.accept()

    assert {one.tier: one.label for one in person_summaries([first.who("e1").pk])} == dict.fromkeys(
        range(3), "Khadisha"
    )
    assert {one.tier: one.state for one in person_summaries([second.who(other).pk])} == {2: "prison"}


def test_a_summary_agrees_with_the_list_and_the_page() -> None:
    """Of every person of a casebook, however much is told of them."""
    story = told("Khadisha and Serik were taken; Khadisha's name is also spelt Hadisha. Serik is her son.")
    who, son = story.person("Khadisha"), story.person("Serik")
    story.say(who, "alias", "Hadisha")
    story.held(who, state="camp", startDate="2018-03", place="Kunes")
    story.held(son, state="prison", sentence="P9Y", startDate="2017")
    story.kin(who, son, "son")
    story.accept()
    for name in (who, son):
        person = story.who(name)
        one, case = of(story, name), queries.case(viewer=keeper(), person=person)
        (row,) = rows(viewer=keeper(), persons=[person])

        assert (one.label, one.documents, one.proposals) == (row.label, row.documents, row.proposals)
        assert [form["value"] for form in one.names] == [form.value for form in row.names]
        assert one.state == case.episodes[-1].line.state
        assert one.disputed == any(known.finding.disputed for known in case.known if known.finding)


def test_many_are_summed_up_in_as_many_questions_as_one(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """No question for each of them."""
    people = []
    for number in range(12):
        story = told(f"Khadisha {number} is in prison.")
        story.held(story.person(f"Khadisha {number}"), state="prison")
        people.append(story.accept().who("e1").pk)
    with django_assert_max_num_queries(12):
        assert len(person_summaries(people)) == 36


def test_nobody_is_summed_up_in_no_rows() -> None:
    """And whoever nothing is claimed of any more has none."""
    assert person_summaries([]) == []
