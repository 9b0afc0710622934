"""Asking about accounts."""

import pytest

from kualik.cases.accounts import actions, queries
from kualik.cases.accounts.errors import NoSuchAccount
from kualik.cases.accounts.models import Role
from tests.cases.casting import NOW, keeper, worker

pytestmark = pytest.mark.django_db


def test_an_administrator_sees_all_accounts_and_others_their_own() -> None:
    """With the roles granted now, in the order of names."""
    saule = worker("saule", Role.EDITOR)
    worker("daniyar", Role.READER)
    actions.end_grant(by=keeper(), at=NOW, user=saule, role=Role.EDITOR)

    seen = queries.users(keeper())
    assert [account.username for account in seen] == ["aigerim", "daniyar", "saule"]
    assert [account.roles for account in seen][1:] == [(Role.READER,), ()]
    assert [account.username for account in queries.users(saule)] == ["saule"]


def test_whether_somebody_can_sign_in_is_told() -> None:
    """With a password and an open account."""
    saule = worker("saule", Role.EDITOR)
    actions.set_password(by=saule, at=NOW, user=saule, password="steppe grass in the wind")
    assert [account.can_sign_in for account in queries.users(keeper())] == [False, True]
    actions.deactivate(by=keeper(), at=NOW, user=saule)

    assert [account.can_sign_in for account in queries.users(keeper())] == [False, False]


def test_an_account_is_found_by_name_and_by_id() -> None:
    """Or said to be missing."""
    saule = worker("saule", Role.EDITOR)

    assert queries.by_username("saule") == queries.by_id(str(saule.pk)) == saule
    with pytest.raises(NoSuchAccount, match="kualik user list"):
        queries.by_username("nobody")
    with pytest.raises(NoSuchAccount):
        queries.by_id("00000000-0000-0000-0000-000000000001")


def test_a_second_holder_of_a_role_is_known() -> None:
    """Open accounts count, the asker does not."""
    by = keeper()
    assert not queries.others_holding(by, Role.PUBLISHER)
    saule = worker("saule", Role.PUBLISHER)
    assert queries.others_holding(by, Role.PUBLISHER)
    actions.deactivate(by=by, at=NOW, user=saule)

    assert not queries.others_holding(by, Role.PUBLISHER)
    assert list(queries.administrators()) == [by]


def test_a_casebook_starts_without_accounts() -> None:
    """Until the first is made."""
    assert queries.is_empty()
    keeper()
    assert not queries.is_empty()
