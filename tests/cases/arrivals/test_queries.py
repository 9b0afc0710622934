"""What somebody may know of batches."""

from uuid import uuid4

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.arrivals import actions, queries
from kualik.cases.arrivals.errors import NoSuchBatch
from kualik.cases.arrivals.models import Batch
from kualik.cases.arrivals.pieces import Piece
from kualik.cases.sources.intake import HandoverNote, Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.arrivals.lists import table, taken
from tests.cases.casting import NOW, keeper, worker

pytestmark = pytest.mark.django_db


def batch(level: Sensitivity) -> Batch:
    """A batch of one file, and one that was not taken."""
    made = actions.open_batch(by=keeper(), at=NOW, title="letters")
    piece = Piece(name="a.txt", content=b"Khadisha was taken.")
    actions.arrive(by=keeper(), at=NOW, batch=made, piece=piece, told=Told(level=level), handover=HandoverNote())
    return made


def test_a_batch_of_sealed_sources_is_for_custodians() -> None:
    """For others it is not there, and its sources are not counted."""
    made = batch(Sensitivity.SEALED)
    reader = worker("reader", Role.READER)

    assert queries.batch(viewer=keeper(), id=made.pk) == made
    assert list(queries.batches(viewer=reader)) == []
    with pytest.raises(NoSuchBatch):
        queries.batch(viewer=reader, id=made.pk)
    assert queries.progress(viewer=reader, batch=made).sources == 0
    assert list(queries.arrivals(viewer=reader, batch=made)) == []


def test_a_batch_counts_how_far_it_is() -> None:
    """Its own sources only."""
    table()
    made = batch(Sensitivity.INTERNAL)

    found = queries.progress(viewer=keeper(), batch=made)
    assert (found.sources, found.waiting, found.read, found.total, found.decided) == (1, 1, 0, 0, 0)


def test_a_table_waits_for_its_columns_until_somebody_says_what_they_mean() -> None:
    """Then no longer."""
    document = table()
    waiting = queries.tables_to_map(viewer=keeper(), sources=[document.source_id])

    assert list(waiting) == [document]
    made = taken(document)
    assert list(waiting.all()) == []
    assert list(queries.imports(viewer=keeper(), document=document)) == [made]


def test_what_is_no_table_has_no_columns() -> None:
    """Nor has what is not there."""
    with pytest.raises(NoSuchBatch):
        queries.table(viewer=keeper(), id=uuid4())


def test_a_source_knows_what_it_came_in_with() -> None:
    """And with whom."""
    made = batch(Sensitivity.INTERNAL)
    source = made.arrivals.get().source
    assert source

    assert [one.batch for one in queries.of_source(viewer=keeper(), source=source)] == [made]
    assert list(queries.inside(viewer=keeper(), source=source)) == []
    assert list(queries.earlier(viewer=keeper(), source=source)) == []
