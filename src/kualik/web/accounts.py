"""Signing in: allauth's pages, with our rules."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kualik.cases.accounts import actions, queries
from kualik.cases.accounts.models import User
from kualik.web import account_events
from kualik.web.signed_in import viewer_of

__all__ = ["Adapter"]

TOO_LATE = _("The password that you were given is out of time. Ask an administrator for a new one.")


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

    def pre_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse | None:
        """Turn away whoever comes too late with a password that somebody else gave them."""
        if user.one_time_until is not None and timezone.now() > user.one_time_until:
            clear_login(request)
            account_events.failed(request, user, how="password out of time")
            messages.error(request, TOO_LATE)
            return redirect(settings.LOGIN_URL)
        stopped: HttpResponse | None = super().pre_login(request, user, **details)
        return stopped

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Write down that somebody had the right password of a closed account."""
        account_events.failed(request, user, how="closed account")
        refused: HttpResponse = super().respond_user_inactive(request, user)
        return refused

    def set_password(self, user: User, password: str) -> None:
        """Change a password through the action, which writes it down."""
        actions.set_password(by=user, at=timezone.now(), user=user, password=password)
