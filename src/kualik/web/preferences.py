"""What somebody chose for themselves: the language of the pages, light or dark, and keys on or off."""

from collections.abc import Callable, Collection

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kualik.cases.accounts import actions
from kualik.cases.accounts.models import User

__all__ = ["KEYS", "THEMES", "LanguageMiddleware", "keys_of", "set_keys", "set_language", "set_theme", "theme_of"]

THEME = "kualik_theme"
THEMES = ("auto", "light", "dark")
SINGLE_KEYS = "kualik_keys"
KEYS = ("on", "off")
YEAR = 365 * 24 * 60 * 60  # seconds


class LanguageMiddleware:
    """Show pages in the language of whoever is signed in, whatever the browser asks for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Switch the language before the page is made."""
        language = getattr(request.user, "language", "")
        if language in dict(settings.LANGUAGES):
            translation.activate(language)
        return self.get_response(request)


def theme_of(request: HttpRequest) -> str:
    """Find which of the themes was chosen in this browser."""
    chosen = request.COOKIES.get(THEME, THEMES[0])
    return chosen if chosen in THEMES else THEMES[0]


def keys_of(request: HttpRequest) -> str:
    """Find whether single keys do something in this browser; voice control and slips of the hand may speak against."""
    chosen = request.COOKIES.get(SINGLE_KEYS, KEYS[0])
    return chosen if chosen in KEYS else KEYS[0]


def _back(request: HttpRequest) -> HttpResponse:
    to = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(to if safe else "/")


@login_not_required
@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keep the theme in a cookie, so that the server sends the page in it and nothing flickers."""
    return _kept(request, cookie=THEME, chosen=request.POST.get("theme", ""), among=THEMES)


@require_POST
def set_keys(request: HttpRequest) -> HttpResponse:
    """Keep in a cookie whether single keys do something."""
    return _kept(request, cookie=SINGLE_KEYS, chosen=request.POST.get("keys", ""), among=KEYS)


def _kept(request: HttpRequest, *, cookie: str, chosen: str, among: Collection[str]) -> HttpResponse:
    response = _back(request)
    if chosen in among:
        response.set_cookie(
            cookie, chosen, max_age=YEAR, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE, httponly=True
        )
    return response


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the language with the account, and in a cookie for the sign-in page."""
    response = _back(request)
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return response
    if isinstance(request.user, User) and request.user.language != chosen:
        actions.set_language(by=request.user, at=timezone.now(), language=chosen)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=YEAR,
        samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
    return response
