"""What is missing for a submission, with the way to it."""

import pytest

from kualik.cases.findings import queries
from kualik.engine.facts import Schema
from kualik.engine.weighing.completeness import FORMS as ASKED
from kualik.web.completing import FORMS, NEEDS, Line, Meter, meters
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def meter(story: Story, name: str = "wgeid", *, consented: bool | None = True) -> Meter:
    """One form against the case of the first person."""
    case = queries.case(viewer=keeper(), person=story.who("e1"))
    return next(one for one in meters(case=case, consented=consented) if one.name == name)


def line(found: Meter, word: str) -> Line:
    """The line of one need."""
    return next(one for one in found.lines if one.word == str(NEEDS[word]))


def told(date: str = "2018-03-12") -> Story:
    """A man who was taken, and a letter about him."""
    story = Story("Erlan was taken in Ghulja by the police; his mother wrote a letter about Erlan.")
    erlan = story.person("Erlan")
    story.held(erlan, state="camp", startDate=date, place="Ghulja", authority="the police")
    appeal = story.thing(Schema.APPEAL)
    story.say(appeal, "eventType", "letter")
    story.say(appeal, "target", "about Erlan")
    return story


def test_every_form_and_every_need_has_its_words() -> None:
    """Nothing is shown as a key."""
    assert {one.name for one in ASKED} == set(FORMS)
    assert {need.name for one in ASKED for need in one.needs} <= set(NEEDS)


def test_a_whole_case_lacks_nothing_that_is_needed() -> None:
    """What only helps is listed still."""
    found = meter(told().accept())

    assert (found.answered, found.asked) == (6, 6)
    assert {one.must for one in found.missing} == {False}


def test_what_is_proposed_leads_to_the_passages_that_say_so() -> None:
    """So that somebody decides."""
    story = told().propose()

    found = line(meter(story), "date")

    assert found.progress == "proposed"
    assert found.address == f"/people/{story.who('e1')}/?property=Custody.startDate&status=proposed#passages"


def test_a_year_alone_is_too_coarse_and_leads_to_what_is_said() -> None:
    """The value is there; it is not enough."""
    found = line(meter(told("2018").accept()), "date")

    assert (found.progress, found.address.partition("?")[2]) == ("coarse", "property=Custody.startDate#passages")


def test_what_is_missing_leads_to_a_document_where_it_can_be_added() -> None:
    """The one that says most of the person."""
    story = told().accept()

    assert line(meter(story), "paper").address == f"/documents/{story.document.pk}/claims/"


def test_consent_is_asked_for_and_not_shown_to_who_may_not_know() -> None:
    """It counts against the case; a reader does not learn which consents there are."""
    story = told().accept()

    lacking, hidden = meter(story, consented=False), meter(story, consented=None)

    assert line(lacking, "consent").address.endswith("#consent")
    assert (lacking.answered, lacking.asked) == (5, 6)
    assert str(NEEDS["consent"]) not in {one.word for one in hidden.lines}
    assert (hidden.answered, hidden.asked) == (5, 5)


def test_an_appeal_that_is_not_decided_leads_to_the_events() -> None:
    """What the family did is told by events."""
    assert line(meter(told().propose()), "search").address.endswith("#events")
    alone = Story("Erlan was taken.")
    alone.person("Erlan")
    alone.propose()
    assert line(meter(alone), "search").address == f"/documents/{alone.document.pk}/claims/"
