"""What can go wrong with accounts and rights."""

from collections.abc import Sequence

from kualik.casebook.errors import CasebookError

__all__ = ["AccountRefused", "NoSuchAccount", "NotAllowed"]


class NotAllowed(CasebookError):
    """Somebody lacks the role that a deed asks for."""

    def __init__(self, *, who: str, deed: str, roles: Sequence[str]) -> None:
        needed = " or ".join(sorted(roles)) or "nobody's"
        super().__init__(f"{who} may not {deed}: that takes the role {needed}; ask an administrator for it")
        self.who = who
        self.deed = deed
        self.roles = tuple(roles)


class NoSuchAccount(CasebookError):
    """There is no account of that name."""

    def __init__(self, *, username: str) -> None:
        super().__init__(f"there is no account {username!r}; `kualik user list` names them all")
        self.username = username


class AccountRefused(CasebookError):
    """An account cannot be made or changed as asked."""

    def __init__(self, *, username: str, why: str) -> None:
        super().__init__(f"account {username!r}: {why}")
        self.username = username
        self.why = why
