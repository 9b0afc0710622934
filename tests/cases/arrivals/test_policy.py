"""Who may undo a batch."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.arrivals import actions, policy, queries
from kualik.cases.arrivals.models import Match
from tests.cases.arrivals.lists import AGAIN, table, taken
from tests.cases.casting import NOW, worker

pytestmark = pytest.mark.django_db


def test_whoever_handed_it_in_and_any_editor() -> None:
    """What people decided on is an editor's."""
    mine, other = worker("daniyar", Role.CONTRIBUTOR), worker("dana", Role.CONTRIBUTOR)
    editor = worker("edil", Role.EDITOR)
    batch = actions.open_batch(by=mine, at=NOW, title="letters")

    assert [policy.may_undo(one, batch) for one in (mine, other, editor)] == [True, False, True]
    assert [policy.may_undo(one, batch, decided=True) for one in (mine, editor)] == [False, True]
    assert [policy.may_put_back(one) for one in (mine, editor)] == [False, True]


def test_what_changed_older_rows_is_an_editors_to_undo() -> None:
    """Claims of others come back with it."""
    mine = worker("daniyar", Role.CONTRIBUTOR)
    taken(table(by=mine), match=Match.NUMBER, by=mine)
    again = taken(table(AGAIN, name="again.csv", by=mine), match=Match.NUMBER, by=mine)

    assert not policy.may_undo(mine, queries.batch(viewer=mine, id=again.pk))
