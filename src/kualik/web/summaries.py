"""Lists that stand on summaries: brought up to the ledger before a page shows them, and after every deed."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from kualik.cases.accounts.models import User
from kualik.cases.findings import following
from kualik.cases.summaries.queries import Lag
from kualik.web.signed_in import only_shows

__all__ = ["LISTS", "SummariesMiddleware", "lag_of"]

LISTS = frozenset({
    "home", "dates", "people", "events", "event", "event_calendar", "event_table", "event_series", "place_event", "map",
    "find", "missing_consents", "draft",
})  # fmt: skip
"""Names of the pages that show summaries."""


class SummariesMiddleware:
    """What somebody did stands in every list when the answer arrives; a list that is behind all the same says so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; after a deed bring the lists up to it."""
        answer = self.get_response(request)
        if not only_shows(request) and answer.status_code < 400 and isinstance(request.user, User):  # noqa: PLR2004 (HTTP: it was done)
            following.keep_up()
        return answer

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponseBase], _args: Any, _kwargs: Any
    ) -> None:
        """Before a list is shown, bring it up to what was done elsewhere."""
        match = request.resolver_match
        if match is not None and match.url_name in LISTS and isinstance(request.user, User):
            request.META["kualik.lag"] = following.keep_up()


def lag_of(request: HttpRequest) -> Lag | None:
    """Say how far the lists of this page are behind; None where they are not, or the page shows none."""
    behind: Lag | None = request.META.get("kualik.lag")
    return behind or None
