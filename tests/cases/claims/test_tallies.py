"""How far the review of a document has come, kept with every deed."""

from collections import Counter
from itertools import pairwise

import pytest

from kualik.cases.claims import actions, queries
from kualik.cases.claims.models import Claim, Tally
from kualik.cases.claims.tallies import COUNTED, counted
from tests.cases.casting import Story, keeper, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """Propose what a report says."""
    story = Story("Khadisha, 68, said her son Yerlan was given 10 years. Officials denied it.")
    khadisha, yerlan = story.person("Khadisha"), story.person("Yerlan", roles=("detainee",))
    story.say(khadisha, "age", "68")
    story.held(yerlan, voice=("Khadisha",), sentence="P10Y")
    return story.propose()


def kept(story: Story) -> dict[str, int]:
    """Read the tally that is kept."""
    tally = Tally.objects.get(document=story.document)
    return {status: getattr(tally, status) for status in COUNTED if getattr(tally, status)}


def there(story: Story) -> dict[str, int]:
    """Count the claims themselves."""
    return dict(Counter(story.document.claims.values_list("status", flat=True)))


def test_every_deed_keeps_it_right(story: Story) -> None:
    """Proposing, accepting, rejecting, undoing, correcting, withdrawing, adding."""
    by = keeper()
    first, second, third = story.document.claims.values_list("pk", flat=True)[:3]
    steps = [there(story)]
    assert kept(story) == steps[-1]
    actions.accept(by=by, at=later(1), claims=[first, second])
    steps.append(kept(story))
    actions.reject(by=by, at=later(2), claims=[third])
    steps.append(kept(story))
    actions.reopen(by=by, at=later(3), claims=[first])
    steps.append(kept(story))
    actions.correct(by=by, at=later(4), claim=second, why="a slip", voice=["The Steppe Post"])
    steps.append(kept(story))
    actions.withdraw(by=by, at=later(5), claims=[third])
    steps.append(kept(story))
    entity = story.document.entities.first()
    assert entity is not None
    actions.add(
        by=by, at=later(6), document=story.document, entity=entity.pk, property="name", value="K", start=0, end=1
    )

    assert kept(story) == there(story)
    assert all(one != other for one, other in pairwise(steps))


def test_counting_keeps_nothing(story: Story) -> None:
    """What is counted can be written by whoever made rows past the actions."""
    Tally.objects.all().delete()

    (tally,) = counted([story.document.pk])

    assert not Tally.objects.exists()
    assert (tally.source_id, tally.language) == (story.document.source_id, "en")
    assert tally.proposed == Claim.objects.count()
    assert queries.tally(viewer=keeper(), document=story.document).proposed == 0
