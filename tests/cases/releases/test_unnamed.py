"""Whoever may not be named is looked up in every document that tells of a person, whoever drafts."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.findings import queries as findings
from kualik.cases.people import actions as people
from kualik.cases.people.models import Verdict
from kualik.cases.releases import queries, unnamed
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import PUBLISHER, Schema
from tests.cases.casting import NOW, Story, keeper, worker

pytestmark = pytest.mark.django_db

WITNESS, KIN, BY_HAND = "Zeynep Qorqytqyzy", "Batima Shorman", "Nurlan Tokhtasyn"


def sealed() -> Story:
    """Tell of Serik in a paper that custodians alone know of."""
    told = Told(publisher="The Steppe Post", language="en", level=Sensitivity.SEALED)
    story = Story(f"Serik Almasuly is held, {WITNESS} wrote. His wife is {KIN}.", told=told, provider=BY_HAND)
    serik, kin = story.person("Serik Almasuly"), story.person(KIN)
    story.held(serik, voice=(WITNESS,), state="prison")
    story.kin(serik, kin, "wife", voice=(WITNESS,))
    return story.accept()


def together(left: Story, right: Story) -> None:
    """Hold the first person of two stories to be one."""
    people.judge(
        by=keeper(), at=NOW, left=left.mention("e1"), right=right.mention("e1"), verdict=Verdict.POSITIVE, why="test"
    )


@pytest.mark.parametrize(
    ("voice", "found"),
    [
        (["RFE/RL", "Khalida Aqytkhan"], ["Khalida Aqytkhan"]),
        ([PUBLISHER, "Khalida Aqytkhan"], ["Khalida Aqytkhan"]),
        (["Khalida Aqytkhan"], ["Khalida Aqytkhan"]),
        (["RFE/RL"], []),
        ([], []),
    ],
)
def test_everybody_in_a_chain_of_voices_but_the_publisher_is_a_witness(voice: list[str], found: list[str]) -> None:
    """Also who speaks for themselves: the chain has one name then, and it is no publisher's."""
    assert list(unnamed.witnesses(voice, publisher="RFE/RL")) == found


def test_a_sealed_document_guards_its_people_though_the_drafter_may_not_see_it() -> None:
    """The witness, the wife and who handed it over are looked for in a case that shows none of them."""
    story = Story("Serik Almasuly is held.")
    story.person("Serik Almasuly")
    story.accept()
    together(story, sealed())
    publisher = worker("dana", Role.PUBLISHER)

    told = findings.case(viewer=publisher, person=story.who("e1"))

    assert told.kin == ()
    assert {WITNESS, KIN, BY_HAND} <= set(queries.hidden(told))


def test_relatives_are_guarded_under_every_name_that_a_document_gives_them() -> None:
    """A page calls them by one; another document knows a second."""
    first, second = sealed(), Story(f"{KIN}, whom all call Aq Apa, waits.")
    second.say(second.person(KIN), "alias", "Aq Apa")
    second.accept()
    people.judge(
        by=keeper(), at=NOW, left=first.mention("e2"), right=second.mention("e1"), verdict=Verdict.POSITIVE, why="test"
    )

    assert {KIN, "Aq Apa"} <= set(unnamed.kin(first.who("e1")))


def test_bodies_that_speak_are_not_kept_unnamed() -> None:
    """A ministry that denies something is no witness to be guarded."""
    story = Story("The ministry denies that Serik Almasuly is held.")
    serik = story.person("Serik Almasuly")
    story.thing(Schema.ORGANIZATION, name="The ministry")
    story.held(serik, voice=("The ministry",), state="prison")
    person = story.accept().who("e1")

    assert list(unnamed.bodies(person)) == ["The ministry"]
    assert "The ministry" not in queries.hidden(findings.case(viewer=keeper(), person=person))


def test_a_witness_whom_a_reader_took_for_a_body_is_guarded_all_the_same() -> None:
    """One document says that it is a human being."""
    story = Story(f"Serik Almasuly is held, {WITNESS} said.")
    serik = story.person("Serik Almasuly")
    story.person(WITNESS)
    story.thing(Schema.ORGANIZATION, name=WITNESS)
    story.held(serik, voice=(WITNESS,), state="prison")
    person = story.accept().who("e1")

    assert list(unnamed.bodies(person)) == []
    assert WITNESS in queries.hidden(findings.case(viewer=keeper(), person=person))


def test_who_handed_a_source_over_is_listed() -> None:
    """By the name that the handover has."""
    assert list(unnamed.providers(sealed().who("e1"))) == [BY_HAND]


def test_who_speaks_of_somebody_else_in_the_same_document_is_listed() -> None:
    """A witness to a neighbour's arrest stands in the same paper."""
    story = Story(f"Serik Almasuly is held. Marat Qairat too, {WITNESS} said.")
    story.person("Serik Almasuly")
    story.held(story.person("Marat Qairat"), voice=(WITNESS,), state="prison")

    assert WITNESS in set(unnamed.spoken(story.accept().who("e1")))


def test_who_is_told_of_in_common_words_has_no_name_to_keep() -> None:
    """Or nobody could be said to be held over a visit to relatives, where relatives speak of it."""
    story = Story("Serik Almasuly is held, relatives said.")
    story.held(story.person("Serik Almasuly"), voice=("relatives",), state="prison")
    story.held(story.person("Marat Qairat"), voice=("كۇۋاچى",), state="prison")

    assert set(unnamed.spoken(story.accept().who("e1"))) == {"كۇۋاچى"}
