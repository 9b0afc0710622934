"""Who may add sources, and who may know of which."""

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds, roles_of
from kualik.cases.sources.models import Sensitivity, Source

__all__ = [
    "check_may_add",
    "check_may_classify",
    "check_may_read_for",
    "check_may_tell",
    "check_may_withdraw",
    "levels",
    "may_add",
    "may_classify",
    "may_read_for",
    "may_see",
    "may_see_handover",
    "may_tell",
    "may_withdraw",
    "unseen",
]

SEES: dict[Sensitivity, frozenset[Role]] = {
    Sensitivity.PUBLIC: frozenset({Role.READER}),
    Sensitivity.INTERNAL: frozenset({Role.READER}),
    Sensitivity.RESTRICTED: frozenset({Role.EDITOR, Role.PUBLISHER, Role.CUSTODIAN}),
    Sensitivity.SEALED: frozenset({Role.CUSTODIAN}),
}
"""Which roles may know of a source of which sensitivity."""


def levels(user: User) -> frozenset[str]:
    """Find the sensitivities of the sources that somebody may know of. Every query of sources goes through this."""
    held = roles_of(user)
    return frozenset(level.value for level, roles in SEES.items() if not held.isdisjoint(roles))


def unseen(user: User) -> frozenset[str]:
    """Find the sensitivities of the sources that somebody may not know of: to leave out few, not to look at most."""
    return frozenset(level.value for level in Sensitivity) - levels(user)


def may_see(user: User, source: Source) -> bool:
    """Say whether somebody may know of a source."""
    return source.level in levels(user)


def may_see_handover(user: User) -> bool:
    """Say whether somebody may know who handed sources over: custodians may."""
    return holds(user, Role.CUSTODIAN)


def may_add(user: User) -> bool:
    """Say whether somebody may add sources."""
    return holds(user, Role.CONTRIBUTOR)


def check_may_add(user: User) -> None:
    """Refuse whoever may not add sources.

    Raises:
        NotAllowed: they are no contributor.
    """
    check_holds(user, Role.CONTRIBUTOR, deed="add sources")


def may_classify(user: User, source: Source, level: str) -> bool:
    """Say whether somebody may move a source to that level: whoever may know of both, and edits or guards sources."""
    return {source.level, level} <= levels(user) and holds(user, Role.EDITOR, Role.CUSTODIAN)


def check_may_classify(user: User, source: Source, level: str) -> None:
    """Refuse whoever may not move a source to that level.

    Raises:
        NotAllowed: they may not know of the old or the new level, or neither edit nor guard sources.
    """
    if not may_classify(user, source, level):
        needed = [Role.CUSTODIAN.value] if Sensitivity.SEALED in (source.level, level) else [Role.EDITOR.value]
        raise NotAllowed(who=str(user), deed=f"make this source {level}", roles=needed)


def may_read_for(user: User, source: Source) -> bool:
    """Say whether what a machine reads may be kept in somebody's name: who added the source, or a contributor."""
    return source.added_by_id == user.pk or holds(user, Role.CONTRIBUTOR)


def check_may_read_for(user: User, source: Source) -> None:
    """Refuse to keep what a machine read in the name of somebody who may not.

    Raises:
        NotAllowed: they neither added the source nor are a contributor.
    """
    if not may_read_for(user, source):
        check_holds(user, Role.CONTRIBUTOR, deed="have this source read")


def may_tell(user: User, source: Source, *, secrets: bool = False) -> bool:
    """Say whether somebody may say more of a source; `secrets` are what only custodians see."""
    return may_see(user, source) and may_add(user) and (may_see_handover(user) or not secrets)


def check_may_tell(user: User, source: Source, *, secrets: bool = False) -> None:
    """Refuse whoever may not say more of a source.

    Raises:
        NotAllowed: they may not know of it, are no contributor, or no custodian where it is about secrets.
    """
    if not may_tell(user, source, secrets=secrets):
        needed = Role.CUSTODIAN if secrets else Role.CONTRIBUTOR
        raise NotAllowed(who=str(user), deed="say more of this source", roles=[needed.value])


def may_withdraw(user: User, source: Source) -> bool:
    """Say whether somebody may take a source back: whoever added it, or an editor who may know of it."""
    return (source.added_by_id == user.pk and may_add(user)) or (may_see(user, source) and holds(user, Role.EDITOR))


def check_may_withdraw(user: User, source: Source) -> None:
    """Refuse whoever may not take a source back.

    Raises:
        NotAllowed: they neither added it nor are an editor who may know of it.
    """
    if not may_withdraw(user, source):
        raise NotAllowed(who=str(user), deed="withdraw this source", roles=[Role.EDITOR.value])
