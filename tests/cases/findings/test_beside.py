"""What the accused answer is shown beside the claims that it concerns, each answer once."""

import pytest

from kualik.cases.findings.beside import answers, answers_about
from kualik.cases.findings.gathering import surroundings
from kualik.engine.facts import Schema, Stance
from tests.cases.casting import Story, keeper

pytestmark = pytest.mark.django_db


def stated(story: Story, text: str, voice: str, stance: Stance = Stance.ASSERTS) -> None:
    """Tell that somebody states something."""
    story.say(story.thing(Schema.STATEMENT), "content", text, voice=(voice,), stance=stance)


def about(story: Story, *people: str) -> list[str]:
    """List the answers that concern some people of a report."""
    entities = [story.entity(one) for one in people]
    found = answers_about(
        told=surroundings(viewer=keeper(), documents=[story.document.pk]),
        entities=[one.pk for one in entities],
        names=[one.name for one in entities],
    )
    return [one.value for one in found]


def test_answers_stand_with_what_else_the_same_speakers_say() -> None:
    """A denial, a refusal, and the reasons of whoever denies or gives grounds; not what a neighbour says."""
    story = Story("Report. Beijing denies. Beijing asserts. Police silent. The embassy explains. A neighbour speaks.")
    serik = story.person("Serik Almasuly")
    stated(story, "Beijing denies", "Beijing", Stance.DENIES)
    stated(story, "Beijing asserts", "beijing")
    stated(story, "Police silent", "the police", Stance.DECLINES_TO_COMMENT)
    stated(story, "The embassy explains", "The embassy")
    stated(story, "A neighbour speaks", "a neighbour")
    custody = story.held(story.person(description="all of them", count=9))
    story.say(custody, "grounds", "broke the law", voice=("The embassy",))
    story.propose()

    expected = ["Beijing denies", "Beijing asserts", "Police silent", "The embassy explains"]
    assert about(story, serik) == expected
    assert [one.value for one in answers(viewer=keeper(), documents=[story.document.pk])] == expected


def test_what_is_answered_about_others_who_are_held_is_left_out() -> None:
    """Unless it names this person too; kin count as this person."""
    story = Story("Report. Serik is free. Dina serves her term. Serik and Dina are citizens.")
    serik, dina = story.person("Serik"), story.person("Dina")
    for one in (serik, dina):
        custody = story.held(one, state="prison")
        story.say(custody, "state", "prison", voice=("the ministry",), stance=Stance.DENIES)
    for text in ("Serik is free", "Dina serves her term", "Serik and Dina are citizens"):
        stated(story, text, "The spokesman", Stance.DENIES)
    story.propose()

    assert about(story, serik) == ["prison", "Serik is free", "Serik and Dina are citizens"]
    assert len(about(story, serik, dina)) == 5


def test_a_claim_in_the_words_of_a_statement_is_shown_once() -> None:
    """Whoever reads it has read the other."""
    story = Story("The ministry denies that Serik is in prison.")
    custody = story.held(story.person("Serik"), state="prison")
    story.say(custody, "state", "prison", voice=("the ministry",), stance=Stance.DENIES)
    stated(story, "The ministry denies that Serik is in prison", "The ministry", Stance.DENIES)
    story.propose()

    assert about(story, "e1") == ["The ministry denies that Serik is in prison"]


def test_what_the_publisher_says_in_its_own_name_is_no_answer() -> None:
    """Only a denial or an admission of its own is."""
    story = Story("We acknowledge the arrest. We ask for a meeting.")
    story.person("Serik")
    for text, stance in (("We acknowledge the arrest", Stance.ACKNOWLEDGES), ("We ask for a meeting", Stance.DEMANDS)):
        story.say(story.thing(Schema.STATEMENT), "content", text, stance=stance)
    story.propose()

    assert about(story, "e1") == ["We acknowledge the arrest"]
