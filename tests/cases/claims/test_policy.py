"""Who may do what to claims: every role."""

from typing import TYPE_CHECKING

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.claims import policy
from kualik.cases.claims.models import Claim
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import Story, worker

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_roles_open_what_they_should(role: Role) -> None:
    """Contributors add, editors decide, nobody else does either; asked and checked alike."""
    story = Story("Khadisha was taken.")
    story.person("Khadisha")
    story.propose()
    user, claim = worker("somebody", role), Claim.objects.get()
    expected = {
        "add": role in {Role.CONTRIBUTOR, Role.EDITOR},
        "propose": role in {Role.CONTRIBUTOR, Role.EDITOR},
        "decide": role == Role.EDITOR,
        "withdraw": role == Role.EDITOR,
    }
    found = {
        "add": policy.may_add(user),
        "propose": policy.may_propose(user, story.document),
        "decide": policy.may_decide(user),
        "withdraw": policy.may_withdraw(user, claim),
    }
    checks: dict[str, Callable[[], None]] = {
        "add": lambda: policy.check_may_add(user),
        "propose": lambda: policy.check_may_propose(user, story.document),
        "decide": lambda: policy.check_may_decide(user),
        "withdraw": lambda: policy.check_may_withdraw(user, claim),
    }

    assert found == expected
    for deed, check in checks.items():
        if expected[deed]:
            check()
        else:
            with pytest.raises(NotAllowed):
                check()


@pytest.mark.parametrize("level", Sensitivity)
def test_a_claim_is_as_open_as_its_source(level: Sensitivity) -> None:
    """To a reader: public and internal ones."""
    story = Story("Khadisha was taken.", told=Told(publisher="P", level=level))
    story.person("Khadisha")
    story.propose()

    assert policy.may_see(worker("reader", Role.READER), Claim.objects.get()) == (level in {"public", "internal"})
