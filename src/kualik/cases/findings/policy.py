"""Who may choose among disputed values."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds

__all__ = ["check_may_choose", "may_choose"]


def may_choose(user: User) -> bool:
    """Say whether somebody may choose which of several values is published."""
    return holds(user, Role.EDITOR, Role.PUBLISHER)


def check_may_choose(user: User) -> None:
    """Refuse whoever may not choose.

    Raises:
        NotAllowed: they are neither editor nor publisher.
    """
    check_holds(user, Role.EDITOR, Role.PUBLISHER, deed="choose which value is published")
