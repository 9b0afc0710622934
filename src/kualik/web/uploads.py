"""How much of a request is taken from whom: a stranger sends the sign-in form and no more."""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import PermissionDenied
from django.core.files.uploadhandler import FileUploadHandler
from django.db import close_old_connections
from django.http import HttpRequest

__all__ = ["MOST_BODY", "MOST_OF_STRANGERS", "STRANGER", "SignedInFirst", "may_send"]

MOST_BODY = 512 * 1024 * 1024  # bytes of one request: several files at once
MOST_OF_STRANGERS = 1024 * 1024  # bytes: a sign-in with a passkey is some kilobytes
STRANGER = "Sign in before you send files."


class SignedInFirst(FileUploadHandler):
    """Refuse files of whoever is not signed in before any of them is kept. It keeps none itself."""

    def new_file(self, *given: Any, **more: Any) -> None:
        """Look who sends, before the first piece of a file is read; fields of forms are let through.

        Raises:
            PermissionDenied: nobody is signed in.
        """
        if not _is_signed_in(self.request):
            raise PermissionDenied(STRANGER)
        super().new_file(*given, **more)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 (the signature is Django's)
        """Hand every piece on to the handlers that keep files."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that keep files."""


def may_send(headers: Mapping[str, str], *, length: int | None) -> bool:
    """Say whether a body may be taken in, by the headers before it; a long one only from somebody who is signed in.

    Args:
        headers: as WSGI names them, without HTTP_.
        length: bytes that are announced; None where that is not said.
    """
    if length is not None and length <= MOST_OF_STRANGERS:
        return True
    try:
        brought = SimpleCookie(headers.get("COOKIE", ""))
    except CookieError:
        return False
    cookie = brought.get(settings.SESSION_COOKIE_NAME)
    return cookie is not None and _is_session(cookie.value)


def _is_session(key: str) -> bool:
    close_old_connections()
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore(key)
    try:
        return SESSION_KEY in store.load()
    finally:
        close_old_connections()


def _is_signed_in(request: HttpRequest | None) -> bool:
    return request is not None and request.user.is_authenticated
