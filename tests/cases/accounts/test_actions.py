"""Accounts: made, given roles, closed; each with one entry, a refusal with none."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kualik.cases.accounts import actions
from kualik.cases.accounts.errors import AccountRefused, NotAllowed
from kualik.cases.accounts.models import Grant, Role, User
from kualik.cases.accounts.policy import roles_of
from kualik.cases.ledger.models import Entry
from tests.cases.casting import NOW, keeper, later, worker

pytestmark = pytest.mark.django_db
PASSWORD = "steppe grass in the wind"


def test_the_first_account_holds_every_role_and_cannot_sign_in() -> None:
    """It is for the terminal until it gets a password; its entry is written in its own name."""
    first = actions.create_first(at=NOW, username="aigerim")

    assert roles_of(first) == set(Role)
    assert not first.has_usable_password()
    assert Entry.objects.get().actor_id == first.pk


def test_the_first_account_is_made_once() -> None:
    """Later an administrator makes accounts."""
    keeper()
    with pytest.raises(AccountRefused, match="has accounts"):
        actions.create_first(at=NOW, username="another")

    assert User.objects.count() == Entry.objects.count() == 1


def test_an_account_has_the_roles_it_was_given() -> None:
    """And what those bring along, and no more."""
    made = actions.create(by=keeper(), at=NOW, username="daniyar", roles=[Role.EDITOR, Role.EDITOR], password=PASSWORD)

    assert roles_of(made) == {Role.EDITOR, Role.CONTRIBUTOR, Role.READER}
    assert made.check_password(PASSWORD)
    assert Grant.objects.filter(user=made).count() == 1


@pytest.mark.parametrize("username", ["", "  ", "line\nbreak", "AIGERIM", "ａｉｇｅｒｉｍ", "zero\u200bwidth"])
def test_a_name_that_could_be_mistaken_is_refused(username: str) -> None:
    """Empty, invisible, or one that is taken but for capitals or letter forms."""
    by = keeper()
    with pytest.raises(AccountRefused):
        actions.create(by=by, at=NOW, username=username)

    assert User.objects.count() == Entry.objects.count() == 1


@pytest.mark.parametrize(
    "password", ["short", "1234567890987654321", "daniyar-daniyar"], ids=["short", "common", "own"]
)
def test_a_weak_password_is_refused_with_the_reason(password: str) -> None:
    """Twelve characters or more, not a common one, not one's own name."""
    by = keeper()
    user = worker("daniyar-daniyar", Role.READER)
    with pytest.raises(AccountRefused):
        actions.set_password(by=by, at=NOW, user=user, password=password)

    assert not User.objects.get(pk=user.pk).has_usable_password()
    assert not Entry.objects.filter(kind="account:password-set").exists()


def test_one_sets_ones_own_password_and_an_administrator_anybodys() -> None:
    """Nobody else does."""
    daniyar, saule = worker("daniyar", Role.READER), worker("saule", Role.EDITOR)
    actions.set_password(by=daniyar, at=NOW, user=daniyar, password=PASSWORD)
    actions.set_password(by=keeper(), at=NOW, user=saule, password=PASSWORD)

    with pytest.raises(NotAllowed):
        actions.set_password(by=daniyar, at=NOW, user=saule, password=PASSWORD + "!")
    assert User.objects.get(pk=saule.pk).check_password(PASSWORD)


def test_a_role_is_ended_and_not_deleted() -> None:
    """The grant stays with its end, and can be given again."""
    by, saule = keeper(), worker("saule", Role.EDITOR)
    actions.end_grant(by=by, at=later(1), user=saule, role=Role.EDITOR)
    assert roles_of(saule) == set()
    actions.grant(by=by, at=later(2), user=saule, role=Role.EDITOR)

    assert Role.EDITOR in roles_of(saule)
    assert list(Grant.objects.filter(user=saule).order_by("granted_at").values_list("ended_at", flat=True)) == [
        later(1),
        None,
    ]


def test_a_role_held_is_not_given_twice_nor_one_missing_taken() -> None:
    """Each is refused, and nothing is written."""
    by, saule = keeper(), worker("saule", Role.EDITOR)
    before = Entry.objects.count()
    with pytest.raises(AccountRefused, match="already holds"):
        actions.grant(by=by, at=NOW, user=saule, role=Role.EDITOR)
    with pytest.raises(AccountRefused, match="was not given"):
        actions.end_grant(by=by, at=NOW, user=saule, role=Role.PUBLISHER)

    assert Entry.objects.count() == before


def test_somebody_always_remains_who_can_manage_accounts() -> None:
    """The last administrator neither goes nor loses the role; with a second one both can."""
    by = keeper()
    with pytest.raises(AccountRefused, match="last administrator"):
        actions.deactivate(by=by, at=NOW, user=by)
    with pytest.raises(AccountRefused, match="last administrator"):
        actions.end_grant(by=by, at=NOW, user=by, role=Role.ADMINISTRATOR)
    marat = worker("marat", Role.ADMINISTRATOR, Role.CUSTODIAN)
    actions.deactivate(by=marat, at=NOW, user=by)

    assert roles_of(User.objects.get(pk=by.pk)) == set()
    with pytest.raises(AccountRefused, match="last administrator"):
        actions.deactivate(by=marat, at=NOW, user=marat)


def test_a_closed_account_stays_and_is_closed_once() -> None:
    """The ledger names it; a second time is refused."""
    by, saule = keeper(), worker("saule", Role.EDITOR)
    actions.deactivate(by=by, at=NOW, user=saule)
    with pytest.raises(AccountRefused, match="closed already"):
        actions.deactivate(by=by, at=NOW, user=saule)

    assert User.objects.filter(username="saule", is_active=False).exists()


DEEDS: dict[str, Callable[[User, User], object]] = {
    "create": lambda by, _user: actions.create(by=by, at=NOW, username="new"),
    "grant": lambda by, user: actions.grant(by=by, at=NOW, user=user, role=Role.CUSTODIAN),
    "end_grant": lambda by, user: actions.end_grant(by=by, at=NOW, user=user, role=Role.READER),
    "deactivate": lambda by, user: actions.deactivate(by=by, at=NOW, user=user),
}


@pytest.mark.parametrize("deed", sorted(DEEDS))
@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_none_but_administrators_manage_accounts(deed: str, role: Role) -> None:
    """Every other role is refused, and nothing is written."""
    somebody, other = worker("somebody", role), worker("other", Role.READER)
    before = Entry.objects.count()
    with pytest.raises(NotAllowed, match="administrator"):
        DEEDS[deed](somebody, other)

    assert Entry.objects.count() == before


def test_everybody_chooses_their_language() -> None:
    """For themselves."""
    saule = worker("saule", Role.READER)
    actions.set_language(by=saule, at=NOW, language="kk")

    assert User.objects.get(pk=saule.pk).language == "kk"


def test_whoever_is_invited_comes_with_a_password_for_once() -> None:
    """It is good for seven days; with one of their own they have come in, and not before."""
    made = actions.invite(by=keeper(), at=NOW, username="daniyar", roles=[Role.EDITOR])
    user = made.user

    assert user.check_password(made.password)
    assert user.one_time_until == NOW + timedelta(days=7)
    with pytest.raises(AccountRefused, match="password of your own"):
        actions.arrive(by=user, at=later(1))
    actions.set_password(by=user, at=later(2), user=user, password=PASSWORD)
    actions.arrive(by=user, at=later(3))
    now = User.objects.get(pk=user.pk)
    assert (now.one_time_until, now.arrived_at) == (None, later(3))


def test_a_lost_password_is_replaced_for_one_sign_in() -> None:
    """The old one and all sessions are over; nobody does that to themselves, nor to a closed account."""
    by, saule = keeper(), worker("saule", Role.EDITOR)
    session = saule.get_session_auth_hash()
    made = actions.invite_again(by=by, at=later(1), user=saule)

    assert saule.check_password(made.password)
    assert saule.arrived_at is None
    assert saule.get_session_auth_hash() != session
    with pytest.raises(AccountRefused, match="your own password"):
        actions.invite_again(by=by, at=later(2), user=by)
    actions.deactivate(by=by, at=later(3), user=saule)
    with pytest.raises(AccountRefused, match="closed"):
        actions.invite_again(by=by, at=later(4), user=saule)


def administrator() -> User:
    """Somebody who runs the server and guards nothing."""
    return worker("marat", Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    "deed",
    [
        lambda by, _, __: actions.invite(by=by, at=NOW, username="x", roles=[Role.CUSTODIAN]),
        lambda by, _, __: actions.create(by=by, at=NOW, username="x", roles=[Role.CUSTODIAN]),
        lambda by, _, other: actions.grant(by=by, at=NOW, user=other, role=Role.CUSTODIAN),
        lambda by, custodian, _: actions.invite_again(by=by, at=NOW, user=custodian),
        lambda by, custodian, _: actions.set_password(by=by, at=NOW, user=custodian, password=PASSWORD),
        lambda by, custodian, _: actions.clear_factors(by=by, at=NOW, user=custodian),
    ],
    ids=["invite", "create", "grant", "new password", "set password", "factors"],
)
def test_an_administrator_cannot_come_to_sealed_papers(deed: Callable[[User, User, User], object]) -> None:
    """Neither by naming a custodian, nor by taking over the account of one."""
    by, custodian, other = administrator(), worker("saule", Role.CUSTODIAN), worker("daniyar", Role.READER)
    entries = Entry.objects.count()
    with pytest.raises(NotAllowed, match="custodian"):
        deed(by, custodian, other)

    assert Entry.objects.count() == entries
    assert Role.CUSTODIAN not in roles_of(other)


def test_nobody_gives_themselves_a_role() -> None:
    """Not even one that guards nothing."""
    by = administrator()
    with pytest.raises(AccountRefused, match="nobody gives themselves"):
        actions.grant(by=by, at=NOW, user=by, role=Role.PUBLISHER)

    assert roles_of(by) == {Role.ADMINISTRATOR}


def test_the_last_custodian_stays() -> None:
    """Or nobody could name another."""
    by = keeper()
    with pytest.raises(AccountRefused, match="last custodian"):
        actions.end_grant(by=by, at=NOW, user=by, role=Role.CUSTODIAN)
    worker("saule", Role.CUSTODIAN)
    actions.end_grant(by=by, at=later(1), user=by, role=Role.CUSTODIAN)

    assert Role.CUSTODIAN not in roles_of(by)


def test_a_closed_account_opens_again_with_its_roles() -> None:
    """Once."""
    by, saule = keeper(), worker("saule", Role.EDITOR)
    actions.deactivate(by=by, at=later(1), user=saule)
    actions.reopen(by=by, at=later(2), user=saule)

    assert Role.EDITOR in roles_of(saule)
    with pytest.raises(AccountRefused, match="open already"):
        actions.reopen(by=by, at=later(3), user=saule)


def test_one_signs_oneself_out_everywhere() -> None:
    """Sessions from before are no longer valid."""
    by = keeper()
    before = by.get_session_auth_hash()
    actions.end_sessions(by=by, at=later(1))

    assert User.objects.get(pk=by.pk).get_session_auth_hash() != before
