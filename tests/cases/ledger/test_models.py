"""The shape of an entry."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.ledger.models import Entry
from tests.cases.casting import NOW, keeper

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("changed", [{"seq": 0}, {"seq": 1}, {"seq": 2, "hash": "taken"}])
def test_the_database_refuses_nonsense(changed: dict[str, object]) -> None:
    """No entry before the first, no number twice, no hash twice."""
    by = keeper()
    first = Entry.objects.get()
    fields = {"seq": 2, "hash": "f" * 64} | changed
    if fields["hash"] == "taken":
        fields["hash"] = first.hash

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(at=NOW, actor=by, kind="k", about="a", previous=first.hash, **fields)


def test_an_entry_reads_as_what_was_done() -> None:
    """Number, kind, thing."""
    by = keeper()

    assert str(Entry.objects.get()) == f"1 account:created account:{by.pk}"
