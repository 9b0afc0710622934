"""Who may know of which source: every role against every level."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role, User
from kualik.cases.sources import actions, policy
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity, Source
from tests.cases.casting import NOW, keeper, worker

pytestmark = pytest.mark.django_db
OPEN = {"public", "internal"}
EXPECTED: dict[Role, set[str]] = {
    Role.READER: OPEN,
    Role.CONTRIBUTOR: OPEN,
    Role.EDITOR: OPEN | {"restricted"},
    Role.PUBLISHER: OPEN | {"restricted"},
    Role.CUSTODIAN: OPEN | {"restricted", "sealed"},
    Role.ADMINISTRATOR: set(),
}


def source_of(level: Sensitivity, *, by: User | None = None) -> Source:
    """Add a source of that sensitivity."""
    return actions.add(
        by=by or keeper(), at=NOW, content=level.value.encode(), name="letter.txt", told=Told(level=level)
    ).source


@pytest.mark.parametrize("role", Role)
def test_each_role_knows_of_its_levels(role: Role) -> None:
    """And of no other."""
    user = worker("somebody", role)

    assert policy.levels(user) == EXPECTED[role]
    assert {level.value for level in Sensitivity if policy.may_see(user, source_of(level))} == EXPECTED[role]
    assert policy.may_see_handover(user) == (role == Role.CUSTODIAN)
    assert policy.may_add(user) == (role in {Role.CONTRIBUTOR, Role.EDITOR})


def test_whoever_added_a_source_has_it_read_to_the_end() -> None:
    """Also when the role that they added it with has ended; nobody else without that role."""
    daniyar = worker("daniyar", Role.CONTRIBUTOR)
    source = source_of(Sensitivity.INTERNAL, by=daniyar)

    policy.check_may_read_for(daniyar, source)
    policy.check_may_read_for(worker("saule", Role.EDITOR), source)
    with pytest.raises(NotAllowed):
        policy.check_may_read_for(worker("reader", Role.READER), source)


@pytest.mark.parametrize(
    ("role", "was", "level", "allowed"),
    [
        (Role.EDITOR, Sensitivity.INTERNAL, Sensitivity.RESTRICTED, True),
        (Role.EDITOR, Sensitivity.INTERNAL, Sensitivity.SEALED, False),
        (Role.CUSTODIAN, Sensitivity.SEALED, Sensitivity.INTERNAL, True),
        (Role.PUBLISHER, Sensitivity.RESTRICTED, Sensitivity.PUBLIC, False),
        (Role.CONTRIBUTOR, Sensitivity.INTERNAL, Sensitivity.PUBLIC, False),
        (Role.ADMINISTRATOR, Sensitivity.INTERNAL, Sensitivity.PUBLIC, False),
    ],
)
def test_a_level_is_changed_by_whoever_knows_of_both(
    role: Role, was: Sensitivity, level: Sensitivity, *, allowed: bool
) -> None:
    """An editor among those that editors see, a custodian everywhere."""
    user, source = worker("somebody", role), source_of(was)

    assert policy.may_classify(user, source, level) is allowed
    if not allowed:
        with pytest.raises(NotAllowed):
            policy.check_may_classify(user, source, level)
