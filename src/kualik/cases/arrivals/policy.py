"""Who may know of a batch, and who may undo one."""

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import holds
from kualik.cases.arrivals.models import Batch

__all__ = ["check_may_put_back", "check_may_undo", "may_put_back", "may_undo"]


def may_undo(user: User, batch: Batch, *, decided: bool = False) -> bool:
    """Say whether somebody may undo a batch: who handed it in, or an editor; what people decided, an editor only.

    What a table changed in rows that came before is an editor's too: undoing it brings older claims back.
    """
    if holds(user, Role.EDITOR):
        return True
    changed = hasattr(batch, "table") and batch.table.counted.get("changed", 0)
    return batch.by_id == user.pk and holds(user, Role.CONTRIBUTOR) and not decided and not changed


def check_may_undo(user: User, batch: Batch, *, decided: bool = False) -> None:
    """Refuse whoever may not undo a batch.

    Raises:
        NotAllowed: they neither handed it in nor are an editor, or they are none and people decided on it.
    """
    if not may_undo(user, batch, decided=decided):
        raise NotAllowed(who=str(user), deed="undo this batch", roles=[Role.EDITOR.value])


def may_put_back(user: User) -> bool:
    """Say whether somebody may put back what was undone: an editor."""
    return holds(user, Role.EDITOR)


def check_may_put_back(user: User) -> None:
    """Refuse whoever may not put back what was undone.

    Raises:
        NotAllowed: they are no editor.
    """
    if not may_put_back(user):
        raise NotAllowed(who=str(user), deed="put this batch back", roles=[Role.EDITOR.value])
