"""Who holds which role, and who may manage accounts."""

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Grant, Role, User

__all__ = ["IMPLIED", "check_holds", "check_may_manage", "holds", "may_manage", "roles_of"]

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
    if not user.is_active:
        return frozenset()
    granted = {Role(one) for one in Grant.objects.filter(user=user, ended_at=None).values_list("role", flat=True)}
    return frozenset(granted.union(*(IMPLIED[role] for role in granted)))


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
