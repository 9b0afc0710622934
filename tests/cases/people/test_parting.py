"""What taking a judgement back would part."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.people.actions import judge, undo
from kualik.cases.people.models import Judgement, Verdict
from kualik.cases.people.parting import parting
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db


def telling(text: str, *, level: Sensitivity = Sensitivity.INTERNAL) -> Story:
    """One document that names Erlan."""
    story = Story(text, told=Told(publisher="The Steppe Post", published="2024-02-10", language="en", level=level))
    story.person("Erlan")
    return story.propose()


def joined(left: Story, right: Story, verdict: Verdict = Verdict.POSITIVE) -> Judgement:
    """Judge the two mentions of Erlan."""
    return judge(by=keeper(), at=NOW, left=left.mention("e1"), right=right.mention("e1"), verdict=verdict)


def test_a_pair_is_parted_into_the_two_who_were_there_before() -> None:
    """Each with the number that it had, and with its documents. Nothing is changed by looking."""
    first, second = telling("Erlan was taken."), telling("Erlan again.")
    before = (first.who("e1"), second.who("e1"))
    made = joined(first, second)

    found = parting(viewer=keeper(), judgement=made)

    assert tuple(side.person for side in found.sides) == before
    assert [[one.document_id for one in side.entities] for side in found.sides] == [
        [first.document.pk], [second.document.pk],
    ]  # fmt: skip
    assert second.who("e1") == before[0]


def test_it_says_what_undoing_then_does() -> None:
    """The preview and the deed agree."""
    stories = [telling(f"Erlan, report {number}.") for number in range(3)]
    made = joined(stories[0], stories[1])
    joined(stories[1], stories[2])

    found = parting(viewer=keeper(), judgement=made)
    undo(by=keeper(), at=later(1), judgement=made)

    for side in found.sides:
        for entity in side.entities:
            assert entity.mention.person == side.person


def test_what_others_hold_together_stays_together() -> None:
    """Three were judged pair by pair: one judgement less parts nobody."""
    stories = [telling(f"Erlan, report {number}.") for number in range(3)]
    made = joined(stories[0], stories[1])
    joined(stories[1], stories[2])
    joined(stories[0], stories[2])

    found = parting(viewer=keeper(), judgement=made)

    assert (found.sides, found.joined_otherwise) == ((), True)


def test_a_judgement_that_joins_nobody_parts_nobody() -> None:
    """Neither does one that was taken back."""
    first, second = telling("Erlan was taken."), telling("Erlan again.")
    apart = joined(first, second, Verdict.NEGATIVE)

    assert parting(viewer=keeper(), judgement=apart).sides == ()


def test_a_document_that_one_may_not_see_is_not_named() -> None:
    """The side is there, without it."""
    first, second = telling("Erlan was taken."), telling("Erlan again.", level=Sensitivity.SEALED)
    made = joined(first, second)

    found = parting(viewer=worker("ed", Role.EDITOR), judgement=made)

    assert [len(side.entities) for side in found.sides] == [1, 0]
