"""Who may keep searches and collections, and undo what was done to many. What a deed itself needs, its action asks."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds
from kualik.cases.desk.errors import NoSuchThing
from kualik.cases.desk.models import Bulk, SavedSearch

__all__ = ["check_may_collect", "check_may_search", "check_may_undo", "check_owns", "may_collect", "may_undo"]


def check_may_search(user: User) -> None:
    """Refuse whoever may not look for anything.

    Raises:
        NotAllowed: they are no reader.
    """
    check_holds(user, Role.READER, deed="keep a search")


def check_owns(user: User, saved: SavedSearch) -> None:
    """Refuse to touch the saved search of somebody else.

    Raises:
        NoSuchThing: it is somebody else's.
    """
    if saved.owner_id != user.pk:
        raise NoSuchThing


def may_collect(user: User) -> bool:
    """Say whether somebody may put people into collections."""
    return holds(user, Role.CONTRIBUTOR, Role.PUBLISHER)


def check_may_collect(user: User) -> None:
    """Refuse whoever may not put people into collections.

    Raises:
        NotAllowed: they are neither contributor nor publisher.
    """
    check_holds(user, Role.CONTRIBUTOR, Role.PUBLISHER, deed="change a collection")


def may_undo(user: User, bulk: Bulk) -> bool:
    """Say whether somebody may look at what was done to many, and undo it: their own deeds, an editor all."""
    return bulk.by_id == user.pk or holds(user, Role.EDITOR)


def check_may_undo(user: User, bulk: Bulk) -> None:
    """Refuse to undo what somebody else did, unless an editor does.

    Raises:
        NotAllowed: it is another's deed and they are no editor.
    """
    if bulk.by_id != user.pk:
        check_holds(user, Role.EDITOR, deed="undo what somebody else did")
