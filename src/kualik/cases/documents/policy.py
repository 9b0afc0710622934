"""Who may know of which document, and in whose name one is recorded: that follows from its source."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds
from kualik.cases.documents.models import Document
from kualik.cases.sources import policy as sources
from kualik.cases.sources.models import Source

__all__ = ["check_may_pair", "check_may_record", "may_pair", "may_record", "may_see"]


def may_see(user: User, document: Document) -> bool:
    """Say whether somebody may know of a document: whoever may know of its source."""
    return sources.may_see(user, document.source)


def may_record(user: User, source: Source) -> bool:
    """Say whether what was read from a source may be recorded in somebody's name."""
    return sources.may_read_for(user, source)


def check_may_record(user: User, source: Source) -> None:
    """Refuse to record what was read from a source in the name of somebody who may not.

    Raises:
        NotAllowed: they neither added the source nor are a contributor.
    """
    sources.check_may_read_for(user, source)


def may_pair(user: User) -> bool:
    """Say whether somebody may say that one text is the translation of another."""
    return holds(user, Role.CONTRIBUTOR)


def check_may_pair(user: User) -> None:
    """Refuse whoever may not say that one text is the translation of another.

    Raises:
        NotAllowed: they are no contributor.
    """
    check_holds(user, Role.CONTRIBUTOR, deed="say what is a translation of what")
