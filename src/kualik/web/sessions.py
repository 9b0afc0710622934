"""How long somebody stays signed in: 30 minutes without doing anything, 12 hours at most."""

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

__all__ = ["IDLE", "LONGEST", "SessionsMiddleware"]

IDLE = 30 * 60  # seconds
LONGEST = settings.SESSION_COOKIE_AGE  # seconds
STEP = 60  # seconds; the session is written no more often than this
SINCE, SEEN = "kualik:since", "kualik:seen"


class SessionsMiddleware:
    """Sign out whoever has been away too long. Source: shared/methods/trust.md, R-AUTH-4."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the clock before the page is made; the sign-in page follows by itself."""
        if request.user.is_authenticated:
            _settle(request, now=time())
        return self.get_response(request)


def _settle(request: HttpRequest, *, now: float) -> None:
    since, seen = request.session.get(SINCE, now), request.session.get(SEEN, now)
    if now - seen > IDLE or now - since > LONGEST:
        logout(request)
        messages.info(request, _("You were signed out because nothing was done for a while. Nothing was lost."))
        return
    if SINCE not in request.session or now - seen > STEP:
        request.session[SINCE] = since
        request.session[SEEN] = now
