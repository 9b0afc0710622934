"""Signing in: allauth's pages, with our rules."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

__all__ = ["Adapter"]


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no type information
    """Nobody signs up by themselves: accounts come from an administrator."""

    def is_open_for_signup(self, request: Any) -> bool:  # noqa: ARG002 (the signature is allauth's)
        """Refuse every sign-up."""
        return False
