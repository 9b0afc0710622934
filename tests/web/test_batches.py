"""The pages of what came in."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.arrivals import actions
from kualik.cases.arrivals.models import Batch, Import, Match
from kualik.cases.arrivals.pieces import Piece
from kualik.cases.claims.models import Claim
from kualik.cases.people.models import Person
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Source
from tests.cases.arrivals.lists import AGAIN, LIST, mapping, table, taken, tried
from tests.web.house import NOW, House

MOST = 15  # queries a page may ask


def batch_of(house: House, count: int = 2) -> Batch:
    """A batch of some texts, one of them refused."""
    made = actions.open_batch(by=house.keeper, at=NOW, title="letters")
    for number in range(count):
        told = Told(published="never" if number == 1 else "")
        piece = Piece(name=f"{number}.txt", content=b"letter %d" % number)
        actions.arrive(by=house.keeper, at=NOW, batch=made, piece=piece, told=told, handover=HandoverNote())
    return made


def test_a_batch_says_what_became_of_each(house: House, as_: Callable[..., Client]) -> None:
    """What was not taken with the reason; while something waits, the page asks for itself again."""
    made = batch_of(house)

    page = as_(Role.READER).get(f"/batches/{made.pk}/").content.decode()

    assert "Not taken" in page
    assert "never" in page
    assert 'hx-trigger="every 2s"' in page
    assert "Undo this batch" not in page


def test_the_part_that_changes_comes_alone(house: House, as_: Callable[..., Client]) -> None:
    """And asks no more when nothing waits."""
    made = batch_of(house)
    Source.objects.filter(state="waiting").update(state="read")

    part = as_(Role.READER).get(f"/batches/{made.pk}/", headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in part
    assert "hx-trigger" not in part


@pytest.mark.parametrize("count", [2, 60])
def test_a_batch_asks_as_little_however_long_it_is(
    house: House, as_: Callable[..., Client], django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    """At most fifteen questions a page."""
    made = batch_of(house, count)
    client = as_()
    for address in ("/batches/", f"/batches/{made.pk}/", "/add/", f"/batches/{made.pk}/undo/"):
        client.get(address)
        with django_assert_max_num_queries(MOST):
            assert client.get(address).status_code == 200


def test_a_table_is_taken_in_from_its_page(as_: Callable[..., Client]) -> None:
    """A short one at once, with its persons."""
    made = tried(table())
    people = Person.objects.count()
    client = as_(Role.CONTRIBUTOR)

    page = client.get(f"/batches/{made.pk}/").content.decode()
    assert "Take the rows in, without those cells" in page
    assert "This could be two different days." in page
    client.post(f"/batches/{made.pk}/begin/")

    assert Import.objects.get().stage == "done"
    assert Person.objects.count() == people + 3


def test_a_table_that_is_given_up_goes_back_to_its_columns(as_: Callable[..., Client]) -> None:
    """With what was chosen for them."""
    made = tried(table())

    answer = as_(Role.CONTRIBUTOR).post(f"/batches/{made.pk}/drop/")

    assert answer["Location"] == f"/tables/{made.document_id}/?mapping=committee"
    assert Import.objects.get().stage == "dropped"


def test_a_batch_is_undone_and_put_back(as_: Callable[..., Client]) -> None:
    """The page says before what is withdrawn and what stays."""
    made = taken(table(LIST))
    client = as_(Role.EDITOR)
    one = Claim.objects.get(value="camp")
    client.post(f"/claims/{one.pk}/accept/")

    before = client.get(f"/batches/{made.pk}/undo/").content.decode()
    assert "What people decided on meanwhile" in before
    client.post(f"/batches/{made.pk}/undo/", {"decided": "yes", "why": "the wrong list"})
    page = client.get(f"/batches/{made.pk}/").content.decode()
    assert "the wrong list" in page
    assert not Claim.objects.filter(document=made.document).exclude(status="withdrawn").exists()

    client.post(f"/batches/{made.pk}/put-back/")
    one.refresh_from_db()
    assert one.status == "accepted"


def test_a_long_table_is_left_to_the_worker(as_: Callable[..., Client], monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shows how far it is."""
    monkeypatch.setattr("kualik.web.batches.AT_ONCE", 2)
    made = tried(table(AGAIN), match=Match.NUMBER)
    client = as_(Role.CONTRIBUTOR)
    client.post(f"/batches/{made.pk}/begin/")

    page = client.get(f"/batches/{made.pk}/").content.decode()
    assert "The rows are being taken in" in page
    assert 'hx-trigger="every 2s"' in page


def test_a_batch_of_files_is_no_table(house: House, as_: Callable[..., Client]) -> None:
    """What is asked of tables is not there."""
    made = batch_of(house)

    assert as_(Role.CONTRIBUTOR).post(f"/batches/{made.pk}/begin/").status_code == 404
    assert as_(Role.READER).get(f"/batches/{made.pk}/errors/csv/").status_code == 404


def test_nothing_came_in_yet(as_: Callable[..., Client]) -> None:
    """The empty list says what to do."""
    assert "Nothing has come in yet" in as_(Role.READER).get("/batches/").content.decode()
    assert mapping().name == "committee"
