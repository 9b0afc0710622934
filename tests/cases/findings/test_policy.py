"""Who may choose which value is published."""

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
