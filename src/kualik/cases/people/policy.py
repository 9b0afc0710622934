"""Who may say who is who."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds

__all__ = ["check_may_judge", "check_may_record", "may_judge", "may_record"]


def may_judge(user: User) -> bool:
    """Say whether somebody may judge two mentions to be of one human being, and undo judgements."""
    return holds(user, Role.EDITOR)


def check_may_judge(user: User) -> None:
    """Refuse whoever may not judge.

    Raises:
        NotAllowed: they are no editor.
    """
    check_holds(user, Role.EDITOR, deed="judge who is who")


def may_record(user: User) -> bool:
    """Say whether somebody may record the persons that new documents speak of."""
    return holds(user, Role.CONTRIBUTOR)


def check_may_record(user: User) -> None:
    """Refuse whoever may not record persons.

    Raises:
        NotAllowed: they are no contributor.
    """
    check_holds(user, Role.CONTRIBUTOR, deed="record persons")
