"""What a deed to many would change is said before, exactly as it then comes."""

import pytest

from kualik.cases.claims.models import Claim
from kualik.cases.desk import actions, previews
from kualik.cases.desk.models import How
from kualik.cases.sources.models import Sensitivity
from kualik.engine.facts import Status
from tests.cases.casting import NOW, Story, keeper, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """Two people who are held."""
    made = Story("Bolat Omar and Dana Serik are held.")
    for name in ("Bolat Omar", "Dana Serik"):
        made.held(made.person(name), state="prison")
    return made.propose()


def test_who_would_come_into_a_collection_and_who_would_go(story: Story) -> None:
    """Whoever is in it already is not counted."""
    bolat, dana = story.who("e1").pk, story.who("e3").pk
    actions.collect(by=keeper(), at=NOW, title="Shonzhy", persons=[bolat])
    added = previews.of_people(viewer=keeper(), ids=[bolat, dana], title="Shonzhy", how=How.APPEND)
    replaced = previews.of_people(viewer=keeper(), ids=[dana], title="Shonzhy", how=How.REPLACE)
    removed = previews.of_people(viewer=keeper(), ids=[bolat, dana], title="Shonzhy", how=How.REMOVE)

    assert (added.chosen, added.total, [one.label for one in added.samples]) == (2, 1, ["Dana Serik"])
    assert (replaced.total, replaced.leaving) == (2, 1)
    assert [one.label for one in removed.samples] == ["Bolat Omar"]
    assert len(actions.collect(by=keeper(), at=later(1), title="Shonzhy", persons=[dana], how=How.REPLACE).changes) == 2


def test_which_claims_would_be_decided(story: Story) -> None:
    """Those that are so already stay out of it."""
    ids = list(Claim.objects.filter(document=story.document).order_by("pk").values_list("pk", flat=True))
    actions.decide(by=keeper(), at=NOW, claims_=ids[:1], became=Status.ACCEPTED)
    shown = previews.of_claims(viewer=keeper(), ids=ids, became=Status.ACCEPTED)

    assert shown.changing == (("proposed", len(ids) - 1),)
    assert len(shown.samples) == shown.total


def test_of_which_documents_the_sensitivity_would_change(story: Story) -> None:
    """From what it is now."""
    shown = previews.of_documents(viewer=keeper(), ids=[story.document.pk], level=Sensitivity.RESTRICTED)
    same = previews.of_documents(viewer=keeper(), ids=[story.document.pk], level=Sensitivity.INTERNAL)

    assert (shown.changing, [one.was for one in shown.samples]) == ((("internal", 1),), ["internal"])
    assert same.total == 0
