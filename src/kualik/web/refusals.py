"""Expected errors as pages, in one place: what happened, and what to do next."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.ledger.errors import LedgerClosed

__all__ = ["RefusalsMiddleware", "bad_request", "not_found", "not_permitted", "server_error", "status_of"]

LOG = logging.getLogger(__name__)
FORBIDDEN = (NotAllowed, LedgerClosed)


class RefusalsMiddleware:
    """Turn a refusal of the casebook into a page, or into a notice where htmx asked for a part of one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; Django calls `process_exception` where a view raised."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer expected errors; all others stay errors."""
        if not isinstance(exception, CasebookError):
            return None
        status = status_of(exception)
        if status == HTTPStatus.NOT_FOUND:
            return not_found(request, exception)
        return _refused(request, said=str(exception), status=status)


def status_of(error: CasebookError) -> HTTPStatus:
    """Find the status of an expected error: not there, not allowed, or not possible as things stand."""
    if type(error).__name__.startswith("NoSuch"):  # what somebody may not know of looks like what is not there
        return HTTPStatus.NOT_FOUND
    return HTTPStatus.FORBIDDEN if isinstance(error, FORBIDDEN) else HTTPStatus.CONFLICT


def _refused(request: HttpRequest, *, said: str, status: HTTPStatus) -> HttpResponse:
    template = "errors/notice.html" if request.headers.get("HX-Request") else "errors/refused.html"
    title = _("You may not do that") if status == HTTPStatus.FORBIDDEN else _("That cannot be done as things stand")
    return render(request, template, {"title": title, "said": said}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (the signature is Django's)
    """Answer a request that makes no sense."""
    said = _("The request was not understood. Go back, load the page again, and try once more.")
    return _refused(request, said=said, status=HTTPStatus.BAD_REQUEST)


def not_permitted(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer somebody whose roles do not open this page."""
    said = str(exception) or _("Your roles do not open this page. An administrator can give you the role that does.")
    return _refused(request, said=said, status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (the signature is Django's)
    """Answer for what is not there, and for what the reader may not know of: the two look the same."""
    return render(request, "errors/not_found.html", status=HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for our own mistakes with a number that finds them in the log; no template that could fail again."""
    number = token_hex(4)
    LOG.error("error %s at %s %s", number, request.method, request.path)
    return render(request, "errors/server_error.html", {"number": number}, status=HTTPStatus.INTERNAL_SERVER_ERROR)
