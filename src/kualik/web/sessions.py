"""How long somebody stays signed in: 30 minutes without doing anything, 12 hours at most."""

from collections.abc import Callable
from http import HTTPStatus
from time import time
from urllib.parse import urlencode, urlsplit

from allauth.account import views as account
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kualik.web import account_events
from kualik.web.signed_in import viewer_of

__all__ = ["IDLE", "LONGEST", "SessionsMiddleware", "sign_out"]

IDLE = 30 * 60  # seconds
LONGEST = settings.SESSION_COOKIE_AGE  # seconds
STEP = 60  # seconds; the session is written no more often than this
AWAY = _("You were signed out because nothing was done for a while. What was saved is kept.")
TIME_UP = _("You were signed out because twelve hours are over. What was saved is kept.")
SINCE, SEEN = "kualik:since", "kualik:seen"


class SessionsMiddleware:
    """Sign out whoever has been away too long. Source: shared/methods/trust.md, R-AUTH-4."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the clock before the page is made; the sign-in page follows by itself and says why."""
        if request.user.is_authenticated:
            _settle(request, now=time())
        elif _has_run_out(request):
            messages.info(request, AWAY)
        return _whole_page(request, self.get_response(request))


def _settle(request: HttpRequest, *, now: float) -> None:
    since, seen = request.session.get(SINCE, now), request.session.get(SEEN, now)
    if now - seen > IDLE:
        _end(request, why="idle", said=str(AWAY))
    elif now - since > LONGEST:
        _end(request, why="time up", said=str(TIME_UP))
    elif SINCE not in request.session or now - seen > STEP:
        request.session[SINCE] = since
        request.session[SEEN] = now


@transaction.atomic
def _end(request: HttpRequest, *, why: str, said: str) -> None:
    account_events.signed_out(viewer_of(request), why=why)
    logout(request)
    messages.info(request, said)


def _has_run_out(request: HttpRequest) -> bool:
    """Say whether a browser brings a session that is over, as after a night; a sign-out takes it from the browser."""
    brought = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    return bool(brought) and request.session.session_key != brought


def _whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Lead a page that asked for a part of itself to the sign-in as a whole, instead of putting that in the part."""
    to = response.headers.get("Location", "")
    if "HX-Request" not in request.headers or not to.startswith(reverse(settings.LOGIN_URL)):
        return response
    page = urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"
    kept = HttpResponse(status=HTTPStatus.NO_CONTENT)
    kept.cookies = response.cookies
    kept.headers["HX-Redirect"] = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': page})}"
    return kept


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign somebody out who asks for it by a form, and have the browser forget what it kept of the pages."""
    response: HttpResponse = account.logout(request)
    if request.method == "POST":
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
