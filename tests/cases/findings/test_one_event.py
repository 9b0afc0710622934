"""One event is gathered from whatever documents tell of it."""

from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from kualik.cases.findings import following, one_event
from kualik.cases.findings.errors import NoSuchEvent
from kualik.cases.people import actions as people
from kualik.cases.people.models import Verdict
from kualik.engine.facts import Schema, Stance
from tests.cases.casting import NOW, Story, keeper, person_of

pytestmark = pytest.mark.django_db


def protest(number: int, *, date: str = "2024-02-08") -> Story:
    """Tell of a protest in which Khalida takes part."""
    story = Story(f"Report {number}: relatives rallied near the consulate, Almaty on {date}; Khalida fainted.")
    story.person("Khalida Serikbai", roles=("protester",))
    one = story.thing(Schema.PROTEST)
    story.say(one, "eventType", "protest")
    story.say(one, "date", date)
    story.say(one, "place", "near the consulate, Almaty")
    story.say(one, "actor", "relatives")
    return story.propose()


def test_an_event_is_reached_from_any_of_its_documents() -> None:
    """It shows what both tell, and who takes part."""
    first, second = protest(1), protest(2)
    following.run()

    one, other = (one_event.event(viewer=keeper(), entity=story.entity("e2").pk) for story in (first, second))

    assert one == other
    assert len(one.passages) == 8
    assert [row.label for row in one.people] == ["Khalida Serikbai"] * 2
    assert next(known.property for known in one.known if known.proposals).startswith("Protest.")


def test_an_event_that_no_list_has_yet_is_shown_all_the_same() -> None:
    """As the one document tells it."""
    story = protest(1)

    assert one_event.event(viewer=keeper(), entity=story.entity("e2").pk).row.type == "protest"


def test_what_is_no_event_is_none() -> None:
    """Nor is what is not there."""
    story = protest(1)
    following.run()

    for entity in (story.entity("e1").pk, uuid4()):
        with pytest.raises(NoSuchEvent):
            one_event.event(viewer=keeper(), entity=entity)


def test_what_happened_after_are_later_events_of_the_same_people() -> None:
    """By name or by a link to the person, in any document that speaks of them; of others it is nothing."""
    first = protest(1)
    later = Story("Khalida Serikbai was arrested on 2024-02-10, and so was Dana Erlanqyzy on 2024-02-11.")
    later.person("Khalida Serikbai")
    for target, date in (("Khalida Serikbai", "2024-02-10"), ("Dana Erlanqyzy", "2024-02-11")):
        arrest = later.thing(Schema.INCIDENT)
        later.say(arrest, "eventType", "arrest")
        later.say(arrest, "target", target)
        later.say(arrest, "date", date)
    later.propose()
    judged_one(first, later)
    following.run()

    case = one_event.event(viewer=keeper(), entity=first.entity("e2").pk)

    assert [one.date for one in case.after] == ["2024-02-10"]
    assert person_of(later.entity("e1")) == case.people[0].person


def judged_one(left: Story, right: Story) -> None:
    """Judge the first person of two documents to be one."""
    people.judge(
        by=keeper(), at=NOW, left=left.mention("e1"), right=right.mention("e1"), verdict=Verdict.POSITIVE, why="both"
    )


def test_what_authorities_answer_in_the_same_documents_stands_beside_it() -> None:
    """A refusal to comment is an answer."""
    story = Story("Relatives rallied. Officials did not comment.")
    one = story.thing(Schema.PROTEST)
    story.say(one, "eventType", "rally")
    said = story.thing(Schema.STATEMENT)
    story.say(said, "content", "Officials did not comment", voice=("officials",), stance=Stance.DECLINES_TO_COMMENT)
    story.propose()
    following.run()

    (answer,) = one_event.event(viewer=keeper(), entity=story.entity(one).pk).beside

    assert answer.stance == Stance.DECLINES_TO_COMMENT


def test_an_event_costs_as_many_questions_whatever_tells_of_it(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """One document or ten."""
    stories = [protest(number) for number in range(10)]
    following.run()
    viewer = keeper()

    with django_assert_max_num_queries(2 * 8):  # outside of a page each of them asks for the roles of the viewer
        assert one_event.event(viewer=viewer, entity=stories[0].entity("e2").pk).row.documents == 10
