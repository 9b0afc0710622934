"""Who may say which place a name is, and who may bring boundaries along."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds

__all__ = ["check_may_import", "check_may_name", "may_import", "may_name"]


def may_name(user: User) -> bool:
    """Say whether somebody may decide which place a written name is."""
    return holds(user, Role.EDITOR)


def check_may_name(user: User) -> None:
    """Refuse whoever may not decide which place a written name is.

    Raises:
        NotAllowed: they are no editor.
    """
    check_holds(user, Role.EDITOR, deed="say which place a name is")


def may_import(user: User) -> bool:
    """Say whether somebody may bring boundaries along, and remove them."""
    return holds(user, Role.ADMINISTRATOR)


def check_may_import(user: User) -> None:
    """Refuse whoever may not bring boundaries along.

    Raises:
        NotAllowed: they are no administrator.
    """
    check_holds(user, Role.ADMINISTRATOR, deed="import boundaries")
