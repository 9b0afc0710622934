"""Asking the ledger."""

import pytest
from django.db import transaction

from kualik.cases.accounts.models import Role, User
from kualik.cases.ledger import actions, queries
from kualik.cases.ledger.canonical import GENESIS
from kualik.cases.ledger.errors import LedgerClosed
from tests.cases.casting import keeper, later, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def written() -> User:
    """Write some entries, and give the administrator."""
    by = keeper()
    with transaction.atomic():
        for number in range(3):
            actions.write(by=by, at=later(number), kind="claim:accepted", about=f"claim:{number}")
        actions.write(by=by, at=later(9), kind="claimant:met", about="claim:1")
    return by


def test_the_newest_comes_first_page_by_page(written: User) -> None:
    """`limit` and `before` walk through all of it, each entry once."""
    first = queries.entries(viewer=written, limit=2)
    rest = queries.entries(viewer=written, before=first[-1].seq)

    assert [entry.seq for entry in first + rest] == [5, 4, 3, 2, 1]


def test_entries_are_found_by_kind_thing_and_actor(written: User) -> None:
    """A noun with its colon finds its deeds, and not those of a longer noun."""
    assert len(queries.entries(viewer=written, kind="claim:")) == 3
    assert len(queries.entries(viewer=written, kind="claim:accepted")) == 3
    assert len(queries.entries(viewer=written, kind="claim")) == 0
    assert {entry.kind for entry in queries.entries(viewer=written, about="claim:1")} == {
        "claim:accepted",
        "claimant:met",
    }
    assert len(queries.entries(viewer=written, actor="aigerim")) == 5
    assert queries.entries(viewer=written, actor="daniyar") == []


@pytest.mark.usefixtures("written")
def test_whoever_may_not_read_gets_nothing() -> None:
    """An editor sees no list; going through all of it is refused aloud."""
    editor = worker("daniyar", Role.EDITOR)

    assert queries.entries(viewer=editor) == []
    assert [entry.seq for entry in queries.about(viewer=editor, about="claim:1")] == [3, 5]
    with pytest.raises(LedgerClosed):
        queries.rows(viewer=editor)


def test_the_head_is_the_last_entry(written: User) -> None:
    """What a witness writes down."""
    assert queries.head() == (5, queries.entries(viewer=written, limit=1)[0].hash)


def test_an_empty_ledger_has_a_head_too() -> None:
    """Number none, and the hash from which the first follows."""
    assert queries.head() == (0, GENESIS)


def test_own_deeds_are_everybodys_to_see(written: User) -> None:
    """The newest first, of one noun, among the latest; nobody's else."""
    reader = worker("reader", Role.READER)

    assert [entry.about for entry in queries.own(viewer=written, kind="claim:")] == ["claim:2", "claim:1", "claim:0"]
    assert len(queries.own(viewer=written, limit=2)) == 2
    assert queries.own(viewer=reader) == []
