"""Who may read the ledger."""

import pytest

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import Role
from kualik.cases.ledger import policy
from kualik.cases.ledger.errors import LedgerClosed
from tests.cases.casting import NOW, keeper, worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_none_but_administrators_read_all_of_it(role: Role) -> None:
    """Whoever holds another role may read what was done to a thing they see, and no more."""
    user = worker("daniyar", role)

    assert not policy.may_read(user)
    assert policy.may_read_about(user)
    with pytest.raises(LedgerClosed, match="Daniyar"):
        policy.check_may_read(user)


def test_an_administrator_does_while_the_account_is_open() -> None:
    """A closed account reads nothing."""
    marat = worker("marat", Role.ADMINISTRATOR)
    policy.check_may_read(marat)
    actions.deactivate(by=keeper(), at=NOW, user=marat)

    assert not policy.may_read(marat)
    assert not policy.may_read_about(marat)


def test_whoever_holds_no_role_reads_nothing() -> None:
    """An account alone opens nothing."""
    user = worker("daniyar", Role.READER)
    actions.end_grant(by=keeper(), at=NOW, user=user, role=Role.READER)

    assert not policy.may_read_about(user)
