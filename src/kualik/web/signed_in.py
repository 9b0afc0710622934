"""Who is looking. Every page behind the sign-in asks here."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from kualik.cases.accounts.models import User
from kualik.cases.accounts.policy import remember_roles

__all__ = ["RolesMiddleware", "only_shows", "viewer_of"]

ONLY_SHOW = frozenset({"GET", "HEAD", "OPTIONS"})
POSTED_TO_LOOK = frozenset({"/find/", "/people/"})
"""Where words are posted so that they stand in no address, and yet nothing is done."""


def only_shows(request: HttpRequest) -> bool:
    """Say whether a request only shows something and does nothing."""
    return request.method in ONLY_SHOW or request.path in POSTED_TO_LOOK


class RolesMiddleware:
    """Ask once for the roles of whoever looks at a page. A deed asks each time, so that a role taken back counts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember them with the request's own user, who is gone with it."""
        user = request.user
        if only_shows(request) and isinstance(user, User):
            remember_roles(user)
        return self.get_response(request)


def viewer_of(request: HttpRequest) -> User:
    """Find the account that is signed in.

    Raises:
        PermissionDenied: nobody is; Django's middleware lets no such request through to a closed page.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
