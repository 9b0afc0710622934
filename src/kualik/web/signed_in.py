"""Who is looking. Every page behind the sign-in asks here."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from kualik.cases.accounts.models import User

__all__ = ["viewer_of"]


def viewer_of(request: HttpRequest) -> User:
    """Find the account that is signed in.

    Raises:
        PermissionDenied: nobody is; Django's middleware lets no such request through to a closed page.
    """
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
