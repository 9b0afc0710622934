"""Signing in: allauth's pages, with our rules."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kualik.cases.accounts import actions, queries
from kualik.cases.accounts.models import User
from kualik.web import account_events
from kualik.web.signed_in import viewer_of

__all__ = ["Adapter"]


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no type information
    """Nobody signs up by themselves, and what is done to an account is an act like any other."""

    def is_open_for_signup(self, request: Any) -> bool:  # noqa: ARG002 (the signature is allauth's)
        """Refuse every sign-up: accounts come from an administrator."""
        return False

    @transaction.atomic
    def login(self, request: HttpRequest, user: User) -> None:
        """Sign somebody in, every proof given, and write it down."""
        super().login(request, user)
        account_events.signed_in(request, user)

    @transaction.atomic
    def logout(self, request: HttpRequest) -> None:
        """Sign somebody out who asked for it, and write it down."""
        account_events.signed_out(viewer_of(request), why="asked")
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write down that a password was wrong, where there is such an account; what was typed is not kept."""
        meant = queries.meant_by(str(credentials.get("username", "")))
        if meant is not None:
            account_events.failed(request, meant, how="password")

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Write down that somebody had the right password of a closed account."""
        account_events.failed(request, user, how="closed account")
        refused: HttpResponse = super().respond_user_inactive(request, user)
        return refused

    def set_password(self, user: User, password: str) -> None:
        """Change a password through the action, which writes it down."""
        actions.set_password(by=user, at=timezone.now(), user=user, password=password)
