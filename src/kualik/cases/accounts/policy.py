"""Who holds which role, and who may manage accounts."""

from collections.abc import Collection

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Grant, Role, User

__all__ = [
    "IMPLIED", "check_holds", "check_may_answer_for", "check_may_manage", "granted", "holds", "may_manage",
    "remember_roles", "roles_of",
]  # fmt: skip

IMPLIED: dict[Role, frozenset[Role]] = {
    Role.READER: frozenset(),
    Role.CONTRIBUTOR: frozenset({Role.READER}),
    Role.EDITOR: frozenset({Role.READER, Role.CONTRIBUTOR}),
    Role.PUBLISHER: frozenset({Role.READER}),
    Role.CUSTODIAN: frozenset({Role.READER}),
    Role.ADMINISTRATOR: frozenset(),
}
"""What a role brings with it. An administrator runs the server and reads nothing by it."""


def roles_of(user: User) -> frozenset[Role]:
    """Find the roles that somebody holds now, with what they bring along; none for a closed account."""
    return user.roles_remembered if user.roles_remembered is not None else _asked(user)


def remember_roles(user: User) -> None:
    """Ask once for all that is shown on one page. Never where something is done: a deed asks at its own moment."""
    user.roles_remembered = _asked(user)


def _asked(user: User) -> frozenset[Role]:
    if not user.is_active:
        return frozenset()
    held = granted(user)
    return held.union(*(IMPLIED[role] for role in held))


def granted(user: User) -> frozenset[Role]:
    """Find the roles that were given to an account, open or closed, without what they bring along."""
    roles = Grant.objects.filter(user=user, ended_at=None).values_list("role", flat=True)
    return frozenset(Role(one) for one in roles)


def holds(user: User, *roles: Role) -> bool:
    """Say whether somebody holds at least one of these roles."""
    return not roles_of(user).isdisjoint(roles)


def check_holds(user: User, *roles: Role, deed: str = "do that") -> None:
    """Refuse somebody who holds none of these roles.

    Raises:
        NotAllowed: says which role is missing for which deed.
    """
    if not holds(user, *roles):
        raise NotAllowed(who=str(user), deed=deed, roles=[role.value for role in roles])


def may_manage(user: User) -> bool:
    """Say whether somebody may make accounts and grant roles."""
    return holds(user, Role.ADMINISTRATOR)


def check_may_manage(user: User) -> None:
    """Refuse somebody who may not make accounts and grant roles.

    Raises:
        NotAllowed: the person is no administrator.
    """
    check_holds(user, Role.ADMINISTRATOR, deed="manage accounts")


def check_may_answer_for(user: User, *, roles: Collection[Role], deed: str) -> None:
    """Refuse whoever may not give, or give access to, these roles.

    Administrators run the server and read nothing by it: who guards sealed papers is for another custodian to say, or
    an administrator would only have to name a custodian to become one.

    Raises:
        NotAllowed: the person is no administrator, or a custodian is concerned and they are none.
    """
    check_holds(user, Role.ADMINISTRATOR, deed=deed)
    if Role.CUSTODIAN in roles:
        check_holds(user, Role.CUSTODIAN, deed=f"{deed}, where it makes a custodian or concerns one")
