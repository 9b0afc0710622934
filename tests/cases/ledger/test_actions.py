"""Writing an entry: numbered without a gap, chained, and never changed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kualik.cases.accounts.models import User
from kualik.cases.ledger import actions, queries
from kualik.cases.ledger.errors import OutsideTransaction
from kualik.cases.ledger.models import Entry
from kualik.cases.ledger.verification import check_chain
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db


def test_entries_follow_each_other_without_a_gap() -> None:
    """1, 2, 3 …, each carrying the hash of the one before; the chain is whole."""
    by = keeper()
    for number in range(5):
        actions.write(by=by, at=NOW + timedelta(seconds=number), kind="test:done", about=f"test:{number}")
    rows = list(queries.rows(viewer=by))

    assert [row.seq for row in rows] == [1, 2, 3, 4, 5, 6]  # the first is the account's
    assert check_chain(rows) == []


def test_an_act_that_fails_leaves_no_entry() -> None:
    """The entry goes with its act, and its number is used again."""
    by = keeper()
    with pytest.raises(ZeroDivisionError):
        _fail(by)
    entry = actions.write(by=by, at=NOW, kind="test:done", about="test:2")

    assert (entry.seq, Entry.objects.count()) == (2, 2)


@pytest.mark.django_db(transaction=True)
def test_an_entry_belongs_into_the_transaction_of_its_act() -> None:
    """By itself it is refused."""
    by = keeper()
    with pytest.raises(OutsideTransaction):
        actions.write(by=by, at=NOW, kind="test:done", about="test:1")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET kind = 'other'",
        "DELETE FROM ledger_entry",
        "UPDATE ledger_entry SET hash = previous WHERE seq = 1",
    ],
)
def test_no_entry_can_be_changed_or_removed(statement: str) -> None:
    """The database itself refuses, on both kinds."""
    keeper()
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert Entry.objects.filter(kind="account:created").count() == 1


@pytest.mark.parametrize("details", [{"share": 0.5}, {"имя": "x"}])
def test_what_cannot_be_hashed_again_is_not_written(details: dict[str, object]) -> None:
    """Details without a canonical form are refused, and nothing is written."""
    by = keeper()
    with pytest.raises(TypeError):
        actions.write(by=by, at=NOW, kind="test:done", about="test:1", details=details)  # type: ignore[arg-type]

    assert Entry.objects.count() == 1


@transaction.atomic
def _fail(by: User) -> None:
    actions.write(by=by, at=NOW, kind="test:done", about="test:1")
    raise ZeroDivisionError
