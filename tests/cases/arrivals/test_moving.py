"""A batch undone, and put back."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.arrivals import actions, moving, queries
from kualik.cases.arrivals.errors import BatchRefused
from kualik.cases.arrivals.models import Batch, Match, Standing
from kualik.cases.arrivals.pieces import Piece
from kualik.cases.claims import actions as claims
from kualik.cases.claims import verification as claims_verification
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Document
from kualik.cases.sources import verification
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Source
from tests.cases.arrivals.lists import AGAIN, table, taken
from tests.cases.casting import NOW, Story, keeper, later, worker

pytestmark = pytest.mark.django_db


def batch_of(document: Document) -> Batch:
    """A batch that brought a document."""
    batch = actions.open_batch(by=keeper(), at=NOW, title="letters")
    piece = Piece(name="a.txt", content=document.text.encode())
    arrival = actions.arrive(by=keeper(), at=NOW, batch=batch, piece=piece, told=Told(), handover=HandoverNote())
    batch.arrivals.filter(pk=arrival.pk).update(source=document.source, outcome="new")
    return batch


def told() -> tuple[Batch, list[Claim]]:
    """A batch with a document of two claims."""
    story = Story("Khadisha was taken. She is 61.")
    person = story.person("Khadisha")
    story.say(person, "age", "61")
    story.propose()
    return batch_of(Document.objects.get()), list(Claim.objects.order_by("start"))


def undone(batch: Batch, *, decided: bool = False) -> None:
    """Undo a batch to its end."""
    actions.undo(by=keeper(), at=later(900), batch=batch, decided=decided, why="the wrong folder")
    assert moving.move(batch=batch)


def statuses() -> dict[str, str]:
    """How each claim stands."""
    return {f"{one.property} {one.value}": one.status for one in Claim.objects.all()}


def test_everything_a_batch_brought_is_withdrawn() -> None:
    """Claims and sources; nothing is destroyed, and the ledger agrees."""
    batch, found = told()

    undone(batch)

    assert set(Claim.objects.values_list("status", flat=True)) == {"withdrawn"}
    assert Source.objects.filter(state="withdrawn").count() == 1
    assert Claim.objects.count() == len(found)
    assert (batch.standing, batch.moved_by, batch.why) == (Standing.UNDONE, keeper(), "the wrong folder")
    assert [*verification.problems(), *claims_verification.problems()] == []


def test_what_people_decided_stays_with_its_source() -> None:
    """It is named beforehand, and left."""
    batch, found = told()
    claims.accept(by=keeper(), at=later(5), claims=[found[0].pk])

    assert [one.pk for one in moving.kept(batch)] == [found[0].pk]
    undone(batch)

    found[0].refresh_from_db()
    assert found[0].status == "accepted"
    assert not Source.objects.filter(state="withdrawn").exists()


def test_what_people_decided_goes_where_that_is_said() -> None:
    """And comes back as it was decided."""
    batch, found = told()
    claims.accept(by=keeper(), at=later(5), claims=[found[0].pk])
    before = statuses()

    undone(batch, decided=True)
    assert set(statuses().values()) == {"withdrawn"}
    actions.put_back(by=keeper(), at=later(901), batch=batch)
    assert moving.run(stopped=lambda: False) == 1

    assert statuses() == before
    assert not Source.objects.filter(state="withdrawn").exists()
    assert Batch.objects.get(pk=batch.pk).standing == Standing.IN


def test_undoing_a_table_brings_back_what_it_changed() -> None:
    """The value that it took the place of is a proposal again; put back, the new one stands."""
    taken(table(), match=Match.NUMBER)
    again = taken(table(AGAIN, name="again.csv"), match=Match.NUMBER)
    before = statuses()
    batch = queries.batch(viewer=keeper(), id=again.pk)

    undone(batch)
    assert (statuses()["state camp"], statuses()["state released"]) == ("proposed", "withdrawn")
    actions.put_back(by=keeper(), at=later(901), batch=batch)
    moving.move(batch=batch)

    assert statuses() == before
    assert list(claims_verification.problems()) == []


def test_rows_of_an_undone_table_are_not_known_again() -> None:
    """The next table meets what was before."""
    first = taken(table(), match=Match.NUMBER)
    undone(queries.batch(viewer=keeper(), id=first.pk))

    assert taken(table(AGAIN, name="again.csv"), match=Match.NUMBER).counted["new"] == 4


def test_a_long_undoing_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Step by step."""
    monkeypatch.setattr(moving, "STEP", 1)
    first = taken(table())
    batch = queries.batch(viewer=keeper(), id=first.pk)
    actions.undo(by=keeper(), at=later(900), batch=batch)
    answers = iter([False, False, True])

    assert not moving.move(batch=batch, stopped=lambda: next(answers))
    assert Claim.objects.filter(status="withdrawn").count() == 2
    assert moving.run(stopped=lambda: False) == 1
    assert not Claim.objects.exclude(status="withdrawn").exists()


def test_whoever_may_not_undo_leaves_it() -> None:
    """Somebody else's batch is an editor's; twice is once."""
    batch, _ = told()
    with pytest.raises(NotAllowed):
        actions.undo(by=worker("daniyar", Role.CONTRIBUTOR), at=NOW, batch=batch)
    undone(batch)
    with pytest.raises(BatchRefused, match="undone already"):
        actions.undo(by=keeper(), at=NOW, batch=batch)
    with pytest.raises(NotAllowed):
        actions.put_back(by=worker("dana", Role.CONTRIBUTOR), at=NOW, batch=batch)
