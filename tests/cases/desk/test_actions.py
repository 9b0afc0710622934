"""What is done to many is one deed with one undo; a saved search is its owner's."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.claims.models import Claim
from kualik.cases.desk import actions, queries
from kualik.cases.desk.errors import NoSuchThing, NothingToChange, TooMany, UndoneAlready
from kualik.cases.desk.models import Collection, How
from kualik.cases.findings.asking import Search
from kualik.cases.findings.hits import MOST
from kualik.cases.sources.models import Sensitivity, Source
from kualik.engine.facts import Status
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    """Two people who are held."""
    made = Story("Bolat Omar and Dana Serik are held.")
    for name in ("Bolat Omar", "Dana Serik"):
        made.held(made.person(name), state="prison")
    return made.propose()


def within(title: str) -> set[object]:
    """Say who is in a collection."""
    return set(queries.members(collection=Collection.objects.get(title=title)))


def test_people_are_added_replaced_and_taken_out_and_each_can_be_undone(story: Story) -> None:
    """Undo brings back who was in it, and nobody else."""
    bolat, dana = story.who("e1").pk, story.who("e3").pk
    actions.collect(by=keeper(), at=NOW, title="Shonzhy", persons=[bolat])
    replaced = actions.collect(by=keeper(), at=later(1), title="Shonzhy", persons=[dana], how=How.REPLACE)
    assert within("Shonzhy") == {dana}

    assert actions.undo(by=keeper(), at=later(2), bulk=replaced) == 2
    assert within("Shonzhy") == {bolat}

    actions.collect(by=keeper(), at=later(3), title="Shonzhy", persons=[bolat, dana], how=How.REMOVE)
    assert within("Shonzhy") == set()


def test_what_is_so_already_is_no_deed(story: Story) -> None:
    """Nothing is written down for it."""
    bolat = story.who("e1").pk
    actions.collect(by=keeper(), at=NOW, title="Shonzhy", persons=[bolat])

    with pytest.raises(NothingToChange):
        actions.collect(by=keeper(), at=later(1), title="Shonzhy", persons=[bolat])


def test_claims_are_decided_together_and_put_back_unless_decided_again(story: Story) -> None:
    """What somebody decided meanwhile stays."""
    ids = list(Claim.objects.filter(document=story.document).values_list("pk", flat=True))
    bulk = actions.decide(by=keeper(), at=NOW, claims_=ids, became=Status.ACCEPTED)
    assert set(Claim.objects.values_list("status", flat=True)) == {"accepted"}

    actions.decide(by=keeper(), at=later(1), claims_=ids[:1], became=Status.REJECTED)
    assert actions.undo(by=keeper(), at=later(2), bulk=bulk) == len(ids) - 1
    assert sorted(set(Claim.objects.values_list("status", flat=True))) == ["proposed", "rejected"]
    with pytest.raises(UndoneAlready):
        actions.undo(by=keeper(), at=later(3), bulk=bulk)


def test_sensitivity_of_many_documents_is_changed_and_put_back(story: Story) -> None:
    """Of the sources that they were read from."""
    bulk = actions.classify(by=keeper(), at=NOW, documents_=[story.document.pk], level=Sensitivity.SEALED)
    assert Source.objects.get(pk=story.document.source_id).level == Sensitivity.SEALED

    actions.undo(by=keeper(), at=later(1), bulk=bulk)
    assert Source.objects.get(pk=story.document.source_id).level == Sensitivity.INTERNAL


def test_a_reader_changes_nothing(story: Story) -> None:
    """Neither collections, nor claims, nor sensitivities, nor what others did."""
    reader = worker("reader", Role.READER)
    bulk = actions.collect(by=keeper(), at=NOW, title="Shonzhy", persons=[story.who("e1").pk])
    ids = list(Claim.objects.values_list("pk", flat=True))

    with pytest.raises(NotAllowed):
        actions.collect(by=reader, at=NOW, title="Mine", persons=[story.who("e1").pk])
    with pytest.raises(NotAllowed):
        actions.decide(by=reader, at=NOW, claims_=ids, became=Status.ACCEPTED)
    with pytest.raises(NotAllowed):
        actions.classify(by=reader, at=NOW, documents_=[story.document.pk], level=Sensitivity.PUBLIC)
    with pytest.raises(NotAllowed):
        actions.undo(by=reader, at=later(1), bulk=bulk)


def test_more_than_may_be_changed_at_once_is_refused(story: Story) -> None:
    """Nobody changes a whole casebook by one tick."""
    with pytest.raises(TooMany, match=str(MOST)):
        actions.collect(by=keeper(), at=NOW, title="All", persons=[story.who("e1").pk] * (MOST + 1))


def test_a_saved_search_is_its_owners_alone() -> None:
    """Another finds it not, and does not end it."""
    saved = actions.save_search(by=keeper(), at=NOW, name=" Camps ", search=Search(words="camp"))
    reader = worker("reader", Role.READER)

    assert [one.saved.name for one in queries.searches(viewer=keeper())] == ["Camps"]
    assert queries.searches(viewer=reader) == ()
    with pytest.raises(NoSuchThing):
        actions.forget_search(by=reader, at=NOW, saved=saved)
    actions.forget_search(by=keeper(), at=later(1), saved=saved)
    assert queries.searches(viewer=keeper()) == ()
