"""Who drafts, approves, withdraws and sees."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.releases import actions, policy, queries
from kualik.cases.releases.errors import NeedsSecondPerson, NotInThatState
from kualik.cases.releases.models import Audience
from tests.cases.casting import NOW, keeper, worker
from tests.cases.releases.releasing import case, consented, draft, second_publisher

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", list(Role))
def test_only_publishers_publish(role: Role) -> None:
    """Consents, drafts and exports alike; an administrator is none."""
    user = worker("somebody", role)
    allowed = role == Role.PUBLISHER

    assert policy.may_publish(user) is allowed
    assert policy.may_record_consent(user) is allowed
    assert policy.may_see_consent_giver(user) is (role == Role.CUSTODIAN)
    assert policy.may_see_consents(user) is (role in {Role.PUBLISHER, Role.EDITOR, Role.CUSTODIAN})
    assert policy.may_see_withheld(user) is (role in {Role.PUBLISHER, Role.EDITOR})
    if allowed:
        policy.check_may_publish(user, deed="publish")
        policy.check_may_record_consent(user)
    else:
        with pytest.raises(NotAllowed):
            policy.check_may_publish(user, deed="publish")
        with pytest.raises(NotAllowed):
            policy.check_may_record_consent(user)


def test_the_drafter_approves_only_where_nobody_else_can() -> None:
    """With a second publisher there are four eyes."""
    person = case().who("e1")
    consented(person)
    release = draft(person)
    policy.check_may_approve(keeper(), release)

    saule = second_publisher()
    assert not policy.may_approve(keeper(), release)
    with pytest.raises(NeedsSecondPerson):
        policy.check_may_approve(keeper(), release)
    policy.check_may_approve(saule, release)


def test_what_is_approved_is_not_approved_again_and_what_is_withdrawn_stays_so() -> None:
    """Each state has its deeds."""
    person = case().who("e1")
    consented(person)
    release = actions.approve(by=keeper(), at=NOW, release=draft(person))
    with pytest.raises(NotInThatState):
        policy.check_may_approve(keeper(), release)

    policy.check_may_withdraw(keeper(), release)
    release = actions.withdraw(by=keeper(), at=NOW, release=release)
    assert not policy.may_withdraw(keeper(), release)
    with pytest.raises(NotInThatState):
        policy.check_may_withdraw(keeper(), release)


def test_readers_see_a_release_once_it_is_approved() -> None:
    """A draft is for those who work on it."""
    person = case().who("e1")
    consented(person)
    release = draft(person)
    reader, editor = worker("reader", Role.READER), worker("editor", Role.EDITOR)

    assert not policy.may_see(reader, release)
    assert policy.may_see(editor, release)
    assert policy.may_see(reader, actions.approve(by=keeper(), at=NOW, release=release))


@pytest.mark.parametrize(
    ("audience", "deeds", "seen"),
    [
        (Audience.PUBLIC, ("approve",), {Role.READER, Role.CONTRIBUTOR, Role.EDITOR, Role.PUBLISHER, Role.CUSTODIAN}),
        (
            Audience.PUBLIC,
            ("approve", "withdraw"),
            {Role.READER, Role.CONTRIBUTOR, Role.EDITOR, Role.PUBLISHER, Role.CUSTODIAN},
        ),
        (Audience.UN, ("approve",), {Role.EDITOR, Role.PUBLISHER, Role.CUSTODIAN}),
        (Audience.PUBLIC, (), {Role.EDITOR, Role.PUBLISHER}),
        (Audience.PUBLIC, ("withdraw",), {Role.EDITOR, Role.PUBLISHER}),
    ],
)
def test_who_sees_a_release_follows_from_its_audience_and_whether_it_was_ever_approved(
    audience: Audience, deeds: tuple[str, ...], seen: set[Role]
) -> None:
    """What is for few outside may rest on what few inside may know; a draft taken back was never looked through."""
    person = case().who("e1")
    consented(person, audience)
    release = draft(person, audience=audience)
    for deed in deeds:
        release = getattr(actions, deed)(by=keeper(), at=NOW, release=release)
    cast = {role: worker(role.value, role) for role in Role}

    assert {role for role, user in cast.items() if policy.may_see(user, release)} == seen
    assert {role for role, user in cast.items() if queries.releases(viewer=user).exists()} == seen
