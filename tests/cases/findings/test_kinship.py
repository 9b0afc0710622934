"""Relatives: what each is to the person, and where each is held."""

import pytest

from kualik.cases.findings.gathering import gather
from kualik.cases.findings.kinship import INVERSE, kin
from kualik.cases.people.actions import judge
from kualik.cases.people.models import Verdict
from tests.cases.casting import NOW, Story, keeper

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """A mother who tells of two sons without names, each with a sentence of his own."""
    made = Story("Khalida Serikbai said her two sons had been sentenced to 22 and 10 years.")
    mother = made.person("Khalida Serikbai")
    for sentence in ("P22Y", "P10Y"):
        son = made.person(description="son of Khalida Serikbai")
        made.held(son, voice=("Khalida Serikbai",), state="prison", sentence=sentence)
        made.kin(mother, son, "son", voice=("Khalida Serikbai",))
    return made.propose()


def test_two_sons_without_names_are_two_relatives_with_custody_of_their_own(story: Story) -> None:
    """Each is a person who can be reached, and the chain says who told."""
    found = kin(viewer=keeper(), told=gather(viewer=keeper(), mentions=[story.entity("e1")]))

    assert [(one.relation, one.label) for one in found] == [("son", "son of Khalida Serikbai")] * 2
    assert [str(line) for one in found for line in one.custody] == ["prison, 22 years", "prison, 10 years"]
    assert len({one.person for one in found}) == 2
    assert {one.voices for one in found} == {(("The Steppe Post", "Khalida Serikbai"),)}
    assert not any(one.accepted for one in found)


def test_seen_from_the_son_she_is_a_parent(story: Story) -> None:
    """The relation is turned round; a sex that nobody told is not made up."""
    (one,) = kin(viewer=keeper(), told=gather(viewer=keeper(), mentions=[story.entity("e2")]))

    assert (one.relation, one.label, one.person) == ("parent", "Khalida Serikbai", story.who("e1"))


def test_one_relative_told_twice_is_listed_once(story: Story) -> None:
    """When somebody has judged the two mentions to be one."""
    again = Story("Khalida Serikbai's son got 22 years.")
    mother, son = again.person("Khalida Serikbai"), again.person(description="Khalida Serikbai's son")
    again.kin(mother, son, "son")
    again.propose()
    for left, right in (("e1", mother), ("e2", son)):
        judge(by=keeper(), at=NOW, left=story.mention(left), right=again.mention(right), verdict=Verdict.POSITIVE)

    mentions = [story.entity("e1"), again.entity(mother)]
    found = kin(viewer=keeper(), told=gather(viewer=keeper(), mentions=mentions))

    assert [one.person for one in found] == [story.who("e2"), story.who("e5")]


def test_every_relation_turned_round_twice_means_the_same_generation() -> None:
    """Nobody becomes their own grandparent."""
    for relation, other in INVERSE.items():
        back = {INVERSE.get(word, "relative") for word in other.split(" or ")}
        assert back & {relation, *GENERATION.get(relation, ())}, relation


GENERATION = {
    "mother": ["parent"],
    "father": ["parent"],
    "son": ["child"],
    "daughter": ["child"],
    "brother": ["sibling"],
    "sister": ["sibling"],
    "uncle": ["uncle or aunt"],
    "aunt": ["uncle or aunt"],
    "nephew": ["nephew or niece"],
    "niece": ["nephew or niece"],
}


def test_a_wide_word_yields_to_the_narrower_that_another_document_has(story: Story) -> None:
    """She is a parent in one report and the mother in the next: one relative, the mother."""
    again = Story("Khalida Serikbai, the mother of one of them, came again.")
    mother, son = again.person("Khalida Serikbai"), again.person(description="son of Khalida Serikbai")
    again.kin(son, mother, "mother")
    again.propose()
    for left, right in (("e1", mother), ("e2", son)):
        judge(by=keeper(), at=NOW, left=story.mention(left), right=again.mention(right), verdict=Verdict.POSITIVE)

    found = kin(viewer=keeper(), told=gather(viewer=keeper(), mentions=[story.entity("e2"), again.entity(son)]))

    assert [(one.relation, one.person) for one in found] == [("mother", story.who("e1"))]
