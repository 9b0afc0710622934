"""Who may choose which value is published, and who may count."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.findings import policy
from tests.cases.casting import worker


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_editors_and_publishers_choose(role: Role) -> None:
    """The answer and the refusal are one rule."""
    user = worker("somebody", role)
    allowed = role in {Role.EDITOR, Role.PUBLISHER}

    assert policy.may_choose(user) is allowed
    if allowed:
        policy.check_may_choose(user)
    else:
        with pytest.raises(NotAllowed):
            policy.check_may_choose(user)


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_editors_and_publishers_count_and_custodians_know_providers(role: Role) -> None:
    """The answer and the refusal are one rule."""
    user = worker("somebody", role)
    rules = (
        (policy.check_may_count, role in {Role.EDITOR, Role.PUBLISHER}),
        (policy.check_may_count_providers, role == Role.CUSTODIAN),
    )

    assert policy.may_count(user) is rules[0][1]
    for check, allowed in rules:
        if allowed:
            check(user)
        else:
            with pytest.raises(NotAllowed):
                check(user)
