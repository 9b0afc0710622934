"""Who acts and who looks, as far as the ledger knows them: it lies lowest and imports no accounts."""

from typing import Any, Protocol

__all__ = ["Actor"]


class Actor(Protocol):
    """Somebody with an account: `kualik.cases.accounts.models.User`."""

    @property
    def pk(self) -> Any:
        """Give their id."""

    @property
    def is_active(self) -> bool:
        """Say whether the account is open."""

    @property
    def grants(self) -> Any:
        """List the roles they were given."""
