"""What can be asked about accounts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from kualik.cases.accounts import policy
from kualik.cases.accounts.errors import NoSuchAccount
from kualik.cases.accounts.models import Grant, Role, User
from kualik.cases.ledger.models import Entry

__all__ = [
    "Account", "Member", "administrators", "by_id", "by_username", "is_empty", "meant_by", "member", "members",
    "others_holding", "users",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in the list of people and roles, and when they last did anything."""

    user: User
    roles: tuple[Role, ...]
    last_seen: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who signs in, with the roles granted to them."""

    id: UUID
    username: str
    display_name: str
    roles: tuple[Role, ...]
    is_active: bool
    can_sign_in: bool
    created_at: datetime


def users(viewer: User) -> list[Account]:
    """List all accounts, for an administrator; anybody else sees their own."""
    lasting = Prefetch("grants", queryset=Grant.objects.filter(ended_at=None).order_by("granted_at", "role"))
    found = User.objects.order_by("username").prefetch_related(lasting)
    if not policy.may_manage(viewer):
        found = found.filter(pk=viewer.pk)
    return [_account(user) for user in found]


def members(*, viewer: User) -> list[Member]:
    """List everybody who has an account, open ones first, for an administrator; nobody for anybody else."""
    if not policy.may_manage(viewer):
        return []
    lasting = Prefetch("grants", queryset=Grant.objects.filter(ended_at=None).order_by("granted_at", "role"))
    latest = Entry.objects.filter(actor=OuterRef("pk")).order_by("-seq").values("at")[:1]
    found = User.objects.annotate(last_seen=Subquery(latest)).prefetch_related(lasting)
    return [
        Member(
            user=user,
            roles=tuple(role for role in Role if role in {grant.role for grant in user.grants.all()}),
            last_seen=user.last_seen,
        )
        for user in found.order_by("-is_active", "username")
    ]


def member(*, viewer: User, id: UUID) -> User:  # noqa: A002 (the field is called so)
    """Find an account, for an administrator.

    Raises:
        NoSuchAccount: there is none of that id, or the viewer is no administrator.
    """
    found = User.objects.filter(pk=id).first() if policy.may_manage(viewer) else None
    if found is None:
        raise NoSuchAccount(username=str(id))
    return found


def _account(user: User) -> Account:
    return Account(
        id=user.id,
        username=user.username,
        display_name=user.display_name,
        roles=tuple(Role(grant.role) for grant in user.grants.all()),
        is_active=user.is_active,
        can_sign_in=user.is_active and user.has_usable_password(),
        created_at=user.created_at,
    )


def by_username(name: str) -> User:
    """Find the account of that name.

    Raises:
        NoSuchAccount: there is none.
    """
    found = User.objects.filter(username=name).first()
    if found is None:
        raise NoSuchAccount(username=name)
    return found


def meant_by(typed: str) -> User | None:
    """Find the account that somebody means who types a name to sign in, in capitals or not; None for no such name."""
    return User.objects.filter(username__iexact=typed).first()


def by_id(id_: str) -> User:
    """Find the account of that id.

    Raises:
        NoSuchAccount: there is none.
    """
    found = User.objects.filter(pk=UUID(id_)).first()
    if found is None:
        raise NoSuchAccount(username=id_)
    return found


def is_empty() -> bool:
    """Say whether nobody has an account yet."""
    return not User.objects.exists()


def administrators() -> QuerySet[User]:
    """List the open accounts that were granted the role administrator, the oldest first."""
    found = User.objects.filter(is_active=True, grants__role=Role.ADMINISTRATOR, grants__ended_at=None)
    return found.order_by("created_at")


def others_holding(user: User, role: Role) -> bool:
    """Say whether anybody but this person, with an open account, was granted that role."""
    return Grant.objects.filter(role=role, ended_at=None, user__is_active=True).exclude(user=user).exists()
