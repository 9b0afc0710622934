"""Batches: what comes in, what is told of it, and by whom."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.arrivals import actions
from kualik.cases.arrivals.errors import BatchRefused
from kualik.cases.arrivals.models import Arrival, Batch, Match, Stage
from kualik.cases.arrivals.pieces import Piece
from kualik.cases.sources import verification
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Earlier, Handover, Source
from tests.cases.arrivals.lists import mapping, table, tried
from tests.cases.casting import NOW, keeper, later, worker

pytestmark = pytest.mark.django_db


def handed(batch: Batch, *, told: Told | None = None, note: HandoverNote | None = None, name: str = "a.txt") -> Arrival:
    """Hand the same letter in."""
    piece = Piece(name=name, content=b"Khadisha was taken.")
    return actions.arrive(
        by=keeper(), at=later(1), batch=batch, piece=piece, told=told or Told(), handover=note or HandoverNote()
    )


def test_what_is_told_the_second_time_fills_what_was_not_known() -> None:
    """What was told otherwise before stands; what stood before is kept."""
    batch = actions.open_batch(by=keeper(), at=NOW, title="letters")
    handed(batch, told=Told(publisher="The Steppe Post"))

    again = handed(batch, told=Told(publisher="Somebody", published="2024"), note=HandoverNote(provider="an aunt"))

    source = Source.objects.get()
    assert again.outcome == "known"
    assert (source.publisher, source.published) == ("The Steppe Post", "2024")
    assert Handover.objects.get().provider == "an aunt"
    assert Earlier.objects.get().was["published"] == ""
    assert list(verification.problems()) == []


def test_the_same_with_nothing_new_is_only_noted() -> None:
    """Nothing is told anew."""
    batch = actions.open_batch(by=keeper(), at=NOW, title="letters")
    handed(batch)

    assert handed(batch).outcome == "known"
    assert not Earlier.objects.exists()


def test_what_cannot_be_so_is_turned_away_with_the_reason() -> None:
    """And stands in the batch."""
    batch = actions.open_batch(by=keeper(), at=NOW, title="letters")

    arrival = handed(batch, told=Told(published="last week"))

    assert (arrival.outcome, arrival.source) == ("refused", None)
    assert "last week" in arrival.reason
    assert not Source.objects.exists()


def test_whoever_may_not_add_hands_nothing_in() -> None:
    """No batch, no table."""
    reader = worker("reader", Role.READER)
    with pytest.raises(NotAllowed):
        actions.open_batch(by=reader, at=NOW, title="letters")
    with pytest.raises(NotAllowed):
        actions.try_out(by=reader, at=NOW, document=table(), mapping=mapping(), match=Match.NOTHING)


def test_a_table_without_rows_is_refused() -> None:
    """Headers alone are nothing to try out."""
    with pytest.raises(BatchRefused, match="no rows"):
        actions.try_out(by=keeper(), at=NOW, document=table("Name,Born\n"), mapping=mapping(), match=Match.NOTHING)


def test_a_table_is_taken_in_once() -> None:
    """Whoever is second is told, and what is given up is not taken in."""
    made = tried(table())
    actions.begin(by=keeper(), at=later(1), imported=made)
    with pytest.raises(BatchRefused, match="another point"):
        actions.begin(by=keeper(), at=later(2), imported=made)
    with pytest.raises(BatchRefused, match="another point"):
        actions.drop(by=keeper(), at=later(2), imported=made)

    other = tried(table("Name,Born\nA B,1990\n", name="b.csv"))
    actions.drop(by=keeper(), at=later(3), imported=other)
    assert other.stage == Stage.DROPPED


def test_a_worker_whose_time_ran_out_notes_nothing() -> None:
    """Another has the table."""
    made = actions.try_out(by=keeper(), at=NOW, document=table(), mapping=mapping(), match=Match.NOTHING)
    actions.lease(worker="a", at=NOW, seconds=60)
    actions.lease(worker="b", at=later(5), seconds=60)

    with pytest.raises(BatchRefused, match="another worker"):
        actions.note(imported=made, worker="a", row=9)
