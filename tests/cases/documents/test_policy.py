"""A document is as open as its source."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.documents import policy
from kualik.cases.sources import policy as sources
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import Story, worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("level", Sensitivity)
@pytest.mark.parametrize("role", Role)
def test_whoever_may_know_of_the_source_may_read_the_document(role: Role, level: Sensitivity) -> None:
    """And nobody else."""
    document = Story("Khadisha was taken.", told=Told(publisher="P", level=level)).propose().document
    user = worker("somebody", role)

    assert policy.may_see(user, document) == sources.may_see(user, document.source)
    assert policy.may_record(user, document.source) == (role in {Role.CONTRIBUTOR, Role.EDITOR})


def test_a_refusal_is_said() -> None:
    """With the role that it takes."""
    document = Story("Khadisha was taken.").propose().document
    with pytest.raises(NotAllowed, match="contributor"):
        policy.check_may_record(worker("reader", Role.READER), document.source)
