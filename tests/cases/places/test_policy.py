"""Who may do what about places."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.places import policy
from tests.cases.casting import worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_editors_decide_about_names_and_administrators_bring_boundaries(role: Role) -> None:
    """The answer and the refusal agree."""
    somebody = worker("somebody", role)

    assert policy.may_name(somebody) is (role == Role.EDITOR)
    assert policy.may_import(somebody) is (role == Role.ADMINISTRATOR)
    if role != Role.EDITOR:
        with pytest.raises(NotAllowed, match="say which place a name is"):
            policy.check_may_name(somebody)
    if role != Role.ADMINISTRATOR:
        with pytest.raises(NotAllowed, match="import boundaries"):
            policy.check_may_import(somebody)
