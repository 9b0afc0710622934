"""Roles: what each brings along, and what none does."""

import pytest

from kualik.cases.accounts import actions, policy
from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from tests.cases.casting import NOW, keeper, worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_a_role_brings_what_is_written_and_no_more(role: Role) -> None:
    """The table and what is worked out agree."""
    assert policy.roles_of(worker("somebody", role)) == {role} | policy.IMPLIED[role]


def test_running_the_server_opens_no_case() -> None:
    """An administrator is no reader, and no custodian."""
    marat = worker("marat", Role.ADMINISTRATOR)

    assert policy.roles_of(marat) == {Role.ADMINISTRATOR}
    assert not policy.holds(marat, Role.READER, Role.CUSTODIAN)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CUSTODIAN])
def test_no_other_role_makes_a_custodian(role: Role) -> None:
    """Who handed something over is known to custodians alone."""
    assert Role.CUSTODIAN not in policy.IMPLIED[role]


def test_roles_add_up() -> None:
    """Two roles open what either opens."""
    both = worker("saule", Role.EDITOR, Role.PUBLISHER)

    assert policy.roles_of(both) == {Role.EDITOR, Role.PUBLISHER, Role.CONTRIBUTOR, Role.READER}


def test_a_closed_account_holds_nothing() -> None:
    """Whatever it was given."""
    saule = worker("saule", Role.EDITOR)
    actions.deactivate(by=keeper(), at=NOW, user=saule)

    assert policy.roles_of(saule) == frozenset()


def test_a_refusal_says_what_is_missing() -> None:
    """Who, what, and which role it takes."""
    with pytest.raises(NotAllowed, match="Daniyar may not weigh: that takes the role editor or publisher") as refused:
        policy.check_holds(worker("daniyar", Role.READER), Role.PUBLISHER, Role.EDITOR, deed="weigh")

    assert refused.value.roles == ("publisher", "editor")


def test_managing_accounts_takes_an_administrator() -> None:
    """Asked and checked alike."""
    assert policy.may_manage(keeper())
    assert not policy.may_manage(worker("saule", Role.CUSTODIAN))
    policy.check_may_manage(keeper())
