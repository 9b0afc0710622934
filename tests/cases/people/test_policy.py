"""Who may judge, and who may record."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.people import policy
from tests.cases.casting import worker


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "records", "judges"),
    [
        (Role.READER, False, False),
        (Role.CONTRIBUTOR, True, False),
        (Role.EDITOR, True, True),
        (Role.PUBLISHER, False, False),
        (Role.CUSTODIAN, False, False),
        (Role.ADMINISTRATOR, False, False),
    ],
)
def test_contributors_record_and_editors_judge(role: Role, *, records: bool, judges: bool) -> None:
    """The answer and the refusal are one rule."""
    user = worker("somebody", role)

    assert (policy.may_record(user), policy.may_judge(user)) == (records, judges)
    for allowed, check in ((records, policy.check_may_record), (judges, policy.check_may_judge)):
        if allowed:
            check(user)
        else:
            with pytest.raises(NotAllowed):
                check(user)
