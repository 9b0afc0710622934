"""Everything that can be done to an account. Nothing else writes one."""

import unicodedata
from collections.abc import Collection
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from kualik.cases.accounts import passwords, policy, queries
from kualik.cases.accounts.errors import AccountRefused
from kualik.cases.accounts.models import Grant, Role, User
from kualik.cases.accounts.passwords import Invitation
from kualik.cases.ledger import actions as ledger
from kualik.cases.ledger.commitments import commit

__all__ = [
    "arrive",
    "clear_factors",
    "create",
    "create_first",
    "deactivate",
    "end_grant",
    "end_sessions",
    "grant",
    "invite",
    "invite_again",
    "record_factor_added",
    "record_factor_removed",
    "record_factor_renamed",
    "record_recovery_codes",
    "record_sign_in",
    "record_sign_in_failed",
    "record_sign_out",
    "reopen",
    "set_language",
    "set_password",
]

KEPT = (Role.ADMINISTRATOR, Role.CUSTODIAN)
"""Roles that somebody must hold: without an administrator nobody can be given one, without a custodian not that one."""


@transaction.atomic
def create_first(
    *,
    at: datetime,
    username: str,
    display_name: str = "",
    password: str | None = None,
    roles: Collection[Role] = tuple(Role),
    once: bool = False,
) -> User:
    """Make the first account of a casebook, in its own name; with `once` its password is for one sign-in.

    Raises:
        AccountRefused: there is an account already, or the name or password will not do.
    """
    if not queries.is_empty():
        raise AccountRefused(username=username, why="this casebook has accounts; an administrator makes further ones")
    user = _made(at=at, username=username, display_name=display_name, password=password)
    if once:
        _let_in_once(user, at=at)
    _give(user=user, roles=roles, by=user, at=at)
    ledger.write(by=user, at=at, kind="account:created", about=_about(user), details={"roles": sorted(roles)})
    return user


@transaction.atomic
def create(
    *,
    by: User,
    at: datetime,
    username: str,
    display_name: str = "",
    roles: Collection[Role] = (Role.READER,),
    password: str | None = None,
) -> User:
    """Make an account. Without a password nobody can sign in with it until one is set.

    Raises:
        NotAllowed: `by` is no administrator, or is to make a custodian and is none.
        AccountRefused: the name is taken, or the name or password will not do.
    """
    policy.check_may_answer_for(by, roles=roles, deed="make this account")
    user = _made(at=at, username=username, display_name=display_name, password=password)
    _give(user=user, roles=roles, by=by, at=at)
    ledger.write(by=by, at=at, kind="account:created", about=_about(user), details={"roles": sorted(roles)})
    return user


@transaction.atomic
def invite(
    *, by: User, at: datetime, username: str, display_name: str = "", roles: Collection[Role] = (Role.READER,)
) -> Invitation:
    """Make an account with a password that is used once; the guided first sign-in asks for another.

    Raises:
        NotAllowed: `by` is no administrator, or is to make a custodian and is none.
        AccountRefused: the name is taken or will not do.
    """
    policy.check_may_answer_for(by, roles=roles, deed="make this account")
    password = passwords.one_time()
    user = _made(at=at, username=username, display_name=display_name, password=password)
    _let_in_once(user, at=at)
    _give(user=user, roles=roles, by=by, at=at)
    ledger.write(by=by, at=at, kind="account:invited", about=_about(user), details={"roles": sorted(roles)})
    return Invitation(user=user, password=password)


@transaction.atomic
def invite_again(*, by: User, at: datetime, user: User) -> Invitation:
    """Give somebody who lost their password, or came too late, a new one that is used once.

    Their sessions end. Their second factor stays: whoever lost that too has it taken away by `clear_factors`.

    Raises:
        NotAllowed: `by` is no administrator, or it is a custodian's account and they are none.
        AccountRefused: the account is closed, or it is one's own.
    """
    policy.check_may_answer_for(by, roles=policy.granted(user), deed="give this account a new password")
    _not_oneself(by, user, why="change your own password under “Change password”")
    if not user.is_active:
        raise AccountRefused(username=user.username, why="is closed; open it again first")
    password = passwords.one_time()
    user.set_password(password)
    user.save(update_fields=["password"])
    _let_in_once(user, at=at)
    ledger.write(by=by, at=at, kind="account:invited-again", about=_about(user))
    return Invitation(user=user, password=password)


@transaction.atomic
def arrive(*, by: User, at: datetime) -> None:
    """Note that somebody has gone through their guided first sign-in.

    Raises:
        AccountRefused: they still have the password that somebody else gave them.
    """
    if by.one_time_until is not None:
        raise AccountRefused(username=by.username, why="choose a password of your own first")
    by.arrived_at = at
    by.save(update_fields=["arrived_at"])
    ledger.write(by=by, at=at, kind="account:arrived", about=_about(by))


@transaction.atomic
def grant(*, by: User, at: datetime, user: User, role: Role) -> Grant:
    """Give somebody a role.

    Raises:
        NotAllowed: `by` is no administrator, or is to make a custodian and is none.
        AccountRefused: they hold it already, or it is for oneself.
    """
    policy.check_may_answer_for(by, roles=[role], deed="give this role")
    _not_oneself(by, user, why="nobody gives themselves a role; ask another administrator")
    if Grant.objects.filter(user=user, role=role, ended_at=None).exists():
        raise AccountRefused(username=user.username, why=f"already holds the role {role.value}")
    made = Grant.objects.create(user=user, role=role, granted_by=by, granted_at=at)
    ledger.write(by=by, at=at, kind="account:granted", about=_about(user), details={"role": role.value})
    return made


@transaction.atomic
def end_grant(*, by: User, at: datetime, user: User, role: Role) -> None:
    """Take a role away again.

    Raises:
        NotAllowed: `by` is no administrator.
        AccountRefused: they do not hold it, or nobody else does where somebody must: administrators and custodians.
    """
    policy.check_may_manage(by)
    _keep_one(user, role)
    if not Grant.objects.filter(user=user, role=role, ended_at=None).update(ended_at=at):
        raise AccountRefused(username=user.username, why=f"was not given the role {role.value}")
    ledger.write(by=by, at=at, kind="account:grant-ended", about=_about(user), details={"role": role.value})


@transaction.atomic
def set_password(*, by: User, at: datetime, user: User, password: str) -> None:
    """Set somebody's password: one's own, or as an administrator.

    Raises:
        NotAllowed: `by` is neither that person nor an administrator, or it is a custodian's and they are none.
        AccountRefused: the password is too weak; says why.
    """
    if by.pk != user.pk:
        policy.check_may_answer_for(by, roles=policy.granted(user), deed="set the password of this account")
    _check_password(user, password)
    user.set_password(password)
    user.one_time_until = None
    user.save(update_fields=["password", "one_time_until"])
    ledger.write(by=by, at=at, kind="account:password-set", about=_about(user))


@transaction.atomic
def deactivate(*, by: User, at: datetime, user: User) -> None:
    """Close an account; it stays, since the ledger names it.

    Raises:
        NotAllowed: `by` is no administrator.
        AccountRefused: it is closed already, or is the last administrator's or custodian's.
    """
    policy.check_may_manage(by)
    for role in KEPT:
        _keep_one(user, role)
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        raise AccountRefused(username=user.username, why="is closed already")
    user.is_active = False
    ledger.write(by=by, at=at, kind="account:closed", about=_about(user))


@transaction.atomic
def reopen(*, by: User, at: datetime, user: User) -> None:
    """Open a closed account again, with the roles that it had.

    Raises:
        NotAllowed: `by` is no administrator, or it is a custodian's account and they are none.
        AccountRefused: it is open.
    """
    policy.check_may_answer_for(by, roles=policy.granted(user), deed="open this account again")
    if not User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        raise AccountRefused(username=user.username, why="is open already")
    user.is_active = True
    ledger.write(by=by, at=at, kind="account:reopened", about=_about(user))


@transaction.atomic
def end_sessions(*, by: User, at: datetime) -> None:
    """Sign oneself out everywhere."""
    by.sessions_ended += 1
    by.save(update_fields=["sessions_ended"])
    ledger.write(by=by, at=at, kind="account:sessions-ended", about=_about(by))


@transaction.atomic
def clear_factors(*, by: User, at: datetime, user: User) -> None:
    """Take away the second factors of somebody who lost them.

    Raises:
        NotAllowed: `by` is no administrator, or it is a custodian's account and they are none.
        AccountRefused: it is one's own account.
    """
    policy.check_may_answer_for(by, roles=policy.granted(user), deed="take away the second factors of this account")
    _not_oneself(by, user, why="take away your own under “Second factor and passkeys”")
    Authenticator.objects.filter(user=user).delete()
    ledger.write(by=by, at=at, kind="account:factors-cleared", about=_about(user))


@transaction.atomic
def set_language(*, by: User, at: datetime, language: str) -> None:
    """Choose the language in which the pages speak to oneself."""
    by.language = language
    by.save(update_fields=["language"])
    ledger.write(by=by, at=at, kind="account:language-set", about=_about(by), details={"language": language})


@transaction.atomic
def record_sign_in(*, by: User, at: datetime, how: Collection[str]) -> None:
    """Write down that somebody signed in, and by which proofs, such as a password and "totp"."""
    ledger.write(by=by, at=at, kind="account:signed-in", about=_about(by), details={"how": sorted(set(how))})


@transaction.atomic
def record_sign_in_failed(*, by: User, at: datetime, how: str, place: str) -> None:
    """Write down that somebody failed to prove that an account is theirs.

    Args:
        by: the account; who it was, nobody knows.
        at: when.
        how: the proof that failed, such as "password".
        place: the network address it came from. The entry holds a commitment to it: attempts from one place can be
            told from those from many, and no address is given away.
    """
    ledger.write(
        by=by,
        at=at,
        kind="account:sign-in-failed",
        about=_about(by),
        details={"how": how, "place": commit({"place": place})},
    )


@transaction.atomic
def record_sign_out(*, by: User, at: datetime, why: str) -> None:
    """Write down that somebody was signed out: because they asked, or because their time was up."""
    ledger.write(by=by, at=at, kind="account:signed-out", about=_about(by), details={"why": why})


@transaction.atomic
def record_factor_added(*, by: User, at: datetime, factor: str) -> None:
    """Write down that somebody added a factor to their account: "totp" or "webauthn"."""
    ledger.write(by=by, at=at, kind="account:factor-added", about=_about(by), details={"factor": factor})


@transaction.atomic
def record_factor_removed(*, by: User, at: datetime, factor: str) -> None:
    """Write down that somebody took a factor, or the recovery codes, away from their account."""
    ledger.write(by=by, at=at, kind="account:factor-removed", about=_about(by), details={"factor": factor})


@transaction.atomic
def record_factor_renamed(*, by: User, at: datetime, factor: str) -> None:
    """Write down that somebody gave a factor another name."""
    ledger.write(by=by, at=at, kind="account:factor-renamed", about=_about(by), details={"factor": factor})


@transaction.atomic
def record_recovery_codes(*, by: User, at: datetime) -> None:
    """Write down that recovery codes were made for somebody; those from before count no more."""
    ledger.write(by=by, at=at, kind="account:recovery-codes-made", about=_about(by))


def _about(user: User) -> str:
    return f"account:{user.pk}"


def _made(*, at: datetime, username: str, display_name: str, password: str | None) -> User:
    name = unicodedata.normalize("NFKC", username).strip()
    if not name or not name.isprintable():
        raise AccountRefused(username=username, why="a user name has at least one letter and no control characters")
    if User.objects.filter(username__iexact=name).exists():
        raise AccountRefused(username=name, why="this name is taken; choose another")
    user = User(username=name, display_name=display_name.strip(), created_at=at, arrived_at=at)
    if password is None:
        user.set_unusable_password()
    else:
        _check_password(user, password)
        user.set_password(password)
    user.save()
    return user


def _give(*, user: User, roles: Collection[Role], by: User, at: datetime) -> None:
    Grant.objects.bulk_create(Grant(user=user, role=role, granted_by=by, granted_at=at) for role in sorted(set(roles)))


def _check_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as refused:
        raise AccountRefused(username=user.username, why=" ".join(refused.messages)) from refused


def _keep_one(user: User, role: Role) -> None:
    if role not in KEPT:
        return
    held = Grant.objects.filter(user=user, role=role, ended_at=None, user__is_active=True).exists()
    if held and not queries.others_holding(user, role):
        raise AccountRefused(
            username=user.username, why=f"is the last {role.value}; give somebody else that role first"
        )


def _not_oneself(by: User, user: User, *, why: str) -> None:
    if by.pk == user.pk:
        raise AccountRefused(username=user.username, why=why)


def _let_in_once(user: User, *, at: datetime) -> None:
    user.one_time_until = at + passwords.LASTS
    user.arrived_at = None
    user.save(update_fields=["one_time_until", "arrived_at"])
