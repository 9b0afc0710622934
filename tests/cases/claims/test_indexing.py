"""Claims, and what they are about, are found by every value and voice, from the moment they are made."""

import pytest

from kualik.cases.claims import actions, indexing
from kualik.cases.claims.models import Claim
from kualik.cases.documents import queries
from kualik.cases.documents.models import Section, SectionKind, Terms
from kualik.engine.facts import Status
from kualik.engine.searching import ask
from tests.cases.casting import NOW, Story, keeper, later

pytestmark = pytest.mark.django_db


def found(kind: SectionKind, typed: str) -> int:
    """Count what a question finds."""
    return queries.sections(viewer=keeper(), kind=kind, asked=ask(typed)).count()


@pytest.fixture
def story() -> Story:
    """A teacher in a camp, as his mother says."""
    made = Story("Bolat Omar, a teacher, is in the camp of Shonzhy.")
    bolat = made.person("Bolat Omar")
    made.say(bolat, "profession", "teacher", voice=("Dana Serik",))
    made.held(bolat, facility="camp of Shonzhy")
    return made.propose()


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("typed", "claims", "entities"),
    [("teachers", 1, 1), ("Dana Serik", 1, 0), ('"camp of Shonzhy"', 1, 1), ("Omar teacher", 0, 1), ("sailor", 0, 0)],
)
def test_every_field_is_searched(typed: str, claims: int, entities: int) -> None:
    """Values and voices of a claim; of an entity all its values together, but no voice."""
    assert (found(SectionKind.CLAIM, typed), found(SectionKind.ENTITY, typed)) == (claims, entities)


def test_a_corrected_claim_is_found_by_what_it_says_now(story: Story) -> None:
    """And the entity no longer by what was withdrawn, nor by what is rejected."""
    told = Claim.objects.get(document=story.document, property="profession")
    new = actions.correct(by=keeper(), at=later(1), claim=told.pk, value="sailor")
    assert (found(SectionKind.ENTITY, "teacher"), found(SectionKind.ENTITY, "sailor")) == (0, 1)

    actions.reject(by=keeper(), at=later(2), claims=[new.pk])
    assert found(SectionKind.ENTITY, "sailor") == 0
    actions.put_back(by=keeper(), at=later(3), statuses={new.pk: Status.ACCEPTED})
    assert found(SectionKind.ENTITY, "sailor") == 1


@pytest.mark.usefixtures("story")
def test_claims_that_are_not_in_the_index_are_put_there() -> None:
    """After a restore; a second time nothing is left to do."""
    Terms.objects.all().delete()
    Section.objects.all().delete()

    assert indexing.catch_up(by=keeper(), at=NOW) == 1
    assert found(SectionKind.CLAIM, "teacher") == found(SectionKind.ENTITY, "teacher") == 1
    assert indexing.catch_up(by=keeper(), at=NOW) == 0
