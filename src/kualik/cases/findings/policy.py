"""Who may choose among disputed values, and who may count."""

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import check_holds, holds

__all__ = [
    "check_may_choose",
    "check_may_count",
    "check_may_count_providers",
    "check_may_hand_on",
    "check_may_place",
    "may_choose",
    "may_count",
    "may_hand_on",
    "may_place",
]


def may_choose(user: User) -> bool:
    """Say whether somebody may choose which of several values is published."""
    return holds(user, Role.EDITOR, Role.PUBLISHER)


def check_may_choose(user: User) -> None:
    """Refuse whoever may not choose.

    Raises:
        NotAllowed: they are neither editor nor publisher.
    """
    check_holds(user, Role.EDITOR, Role.PUBLISHER, deed="choose which value is published")


def may_count(user: User) -> bool:
    """Say whether somebody may have people counted."""
    return holds(user, Role.EDITOR, Role.PUBLISHER)


def check_may_count(user: User) -> None:
    """Refuse whoever may not have people counted.

    Raises:
        NotAllowed: they are neither editor nor publisher.
    """
    check_holds(user, Role.EDITOR, Role.PUBLISHER, deed="have people counted")


def check_may_count_providers(user: User) -> None:
    """Refuse whoever may not know who handed what over.

    Raises:
        NotAllowed: they are no custodian.
    """
    check_holds(user, Role.CUSTODIAN, deed="count lists by who handed them over")


def may_place(user: User) -> bool:
    """Say whether somebody may put an event into a series."""
    return holds(user, Role.EDITOR)


def check_may_place(user: User) -> None:
    """Refuse whoever may not put events into series.

    Raises:
        NotAllowed: they are no editor.
    """
    check_holds(user, Role.EDITOR, deed="put an event into a series")


def may_hand_on(user: User) -> bool:
    """Say whether somebody may take a working table of events out of the house."""
    return holds(user, Role.EDITOR, Role.PUBLISHER)


def check_may_hand_on(user: User) -> None:
    """Refuse whoever may not take a working table of events with them.

    Raises:
        NotAllowed: they are neither editor nor publisher.
    """
    check_holds(user, Role.EDITOR, Role.PUBLISHER, deed="take a table of events out of the house")
