"""Who may propose, add and decide on claims, and who may know of which: that follows from the source."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds
from kualik.cases.claims.models import Claim
from kualik.cases.documents import policy as documents
from kualik.cases.documents.models import Document
from kualik.engine.facts import Status

__all__ = [
    "check_may_add",
    "check_may_decide",
    "check_may_propose",
    "check_may_withdraw",
    "may_add",
    "may_decide",
    "may_propose",
    "may_see",
    "may_withdraw",
]


def may_see(user: User, claim: Claim) -> bool:
    """Say whether somebody may know of a claim: whoever may know of its document."""
    return documents.may_see(user, claim.document)


def may_propose(user: User, document: Document) -> bool:
    """Say whether what a machine read may be proposed in somebody's name."""
    return documents.may_record(user, document.source)


def check_may_propose(user: User, document: Document) -> None:
    """Refuse to propose what a machine read in the name of somebody who may not.

    Raises:
        NotAllowed: they neither added the source nor are a contributor.
    """
    documents.check_may_record(user, document.source)


def may_add(user: User) -> bool:
    """Say whether somebody may add claims of their own reading."""
    return holds(user, Role.CONTRIBUTOR)


def check_may_add(user: User) -> None:
    """Refuse whoever may not add claims.

    Raises:
        NotAllowed: they are no contributor.
    """
    check_holds(user, Role.CONTRIBUTOR, deed="add claims")


def may_decide(user: User) -> bool:
    """Say whether somebody may accept, reject and correct claims."""
    return holds(user, Role.EDITOR)


def check_may_decide(user: User) -> None:
    """Refuse whoever may not decide on claims.

    Raises:
        NotAllowed: they are no editor.
    """
    check_holds(user, Role.EDITOR, deed="decide on claims")


def may_withdraw(user: User, claim: Claim) -> bool:
    """Say whether somebody may withdraw a claim: an editor, or whoever made it while it is only proposed."""
    return may_decide(user) or (claim.made_by_id == user.pk and claim.status == Status.PROPOSED and may_add(user))


def check_may_withdraw(user: User, claim: Claim) -> None:
    """Refuse whoever may not withdraw a claim.

    Raises:
        NotAllowed: they are no editor, and it is not their own proposal.
    """
    if not may_withdraw(user, claim):
        check_may_decide(user)
