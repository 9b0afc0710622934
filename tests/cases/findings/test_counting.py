"""What can be asked about counts."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.findings import actions, counting
from kualik.cases.findings.captures import ALL, Chosen
from kualik.cases.findings.errors import NoSuchCount
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import NOW, keeper, worker
from tests.cases.findings.listing import asked, lists, named

pytestmark = pytest.mark.django_db


def test_whoever_may_not_know_of_all_that_was_counted_does_not_see_the_count() -> None:
    """Figures of a few people tell who they are."""
    lists()
    named("Secret Diary", ["Nurlan Sapar"], level=Sensitivity.SEALED)
    sealed, open_ = asked(), asked(by=worker("saule", Role.EDITOR))
    reader = worker("dana", Role.READER)

    assert list(counting.counts(viewer=reader)) == [open_]
    assert set(counting.counts(viewer=keeper())) == {sealed, open_}
    with pytest.raises(NoSuchCount):
        counting.count(viewer=reader, reference=sealed.pk)
    assert list(counting.counts(viewer=worker("marat", Role.ADMINISTRATOR))) == []


@pytest.mark.parametrize("reference", ["nonsense", "7b0f0f64-6a44-4f0e-9c1c-2f1a2d0f5d11"])
def test_a_count_that_is_not_there_is_said_so(reference: str) -> None:
    """Whatever was asked for."""
    with pytest.raises(NoSuchCount):
        counting.count(viewer=keeper(), reference=reference)


def test_what_waits_and_who_counts_is_known() -> None:
    """For whoever looks after the queue."""
    lists()
    asked()
    assert counting.waiting_counts() == 1
    actions.lease_count(worker="w", at=NOW, seconds=60)

    assert counting.waiting_counts() == 0
    assert counting.holders() == {"w"}


def test_lists_can_be_looked_at_without_asking() -> None:
    """Nothing is kept by it."""
    lists()

    assert counting.captured(viewer=keeper(), chosen=Chosen()).tables[ALL].listed == 5
    assert counting.counts(viewer=keeper()).count() == 0
