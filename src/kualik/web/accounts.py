"""Signing in: allauth's pages, with our rules."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import User

__all__ = ["Adapter"]


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no type information
    """Nobody signs up by themselves, and a changed password is an act like any other."""

    def is_open_for_signup(self, request: Any) -> bool:  # noqa: ARG002 (the signature is allauth's)
        """Refuse every sign-up: accounts come from an administrator."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Change a password through the action, which writes it down."""
        actions.set_password(by=user, at=timezone.now(), user=user, password=password)
