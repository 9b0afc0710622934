"""Who may read the ledger.

The ledger lies lowest and imports no accounts: it asks for the grants of whoever looks by their name.
"""

from typing import Any, Protocol

from kualik.cases.ledger.errors import LedgerClosed

__all__ = ["Actor", "check_may_read", "may_read", "may_read_about"]


class Actor(Protocol):
    """Whoever acts or looks, as far as the ledger knows them: `kualik.cases.accounts.models.User`."""

    @property
    def pk(self) -> Any:
        """Give their id."""

    @property
    def is_active(self) -> bool:
        """Say whether the account is open."""

    @property
    def grants(self) -> Any:
        """List the roles they were given."""


def may_read(user: Actor) -> bool:
    """Say whether somebody may read the whole ledger: administrators may."""
    return user.is_active and user.grants.filter(role="administrator", ended_at=None).exists()


def check_may_read(user: Actor) -> None:
    """Refuse whoever may not read the whole ledger.

    Raises:
        LedgerClosed: they are no administrator.
    """
    if not may_read(user):
        raise LedgerClosed(who=str(user))


def may_read_about(user: Actor) -> bool:
    """Say whether somebody may read what was done to one thing that they can see: whoever holds any role."""
    return user.is_active and user.grants.filter(ended_at=None).exists()
