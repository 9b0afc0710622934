"""Documents: the list, with what waits for a decision, what waits to be read, and what was refused."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kualik.cases.claims.listing import Order, Wanted, listed, rows
from kualik.cases.sources import queries as sources
from kualik.cases.sources.models import State
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of
from kualik.web.source_forms import LANGUAGES

__all__ = ["documents"]

SHOWS: tuple[tuple[str, Promise], ...] = (
    ("all", _("All")),
    ("review", _("With claims to review")),
    ("waiting", _("Not read yet")),
    ("refused", _("Could not be read")),
)
SOURCES_IN = {"waiting": (State.WAITING, State.READING), "refused": (State.REFUSED,)}
ORDERS: tuple[tuple[Order, Promise], ...] = (
    (Order.WAITING, _("Most to review")),
    (Order.READ, _("Read last")),
    (Order.PUBLISHED, _("Published last")),
)
LONGEST = 100  # characters of a publisher asked for


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """List documents, or the sources that are not documents yet."""
    asked = request.GET.get("show", "all")
    show = asked if asked in dict(SHOWS) else "all"
    page = _sources_page(request, show) if show in SOURCES_IN else _documents_page(request, show)
    return render(request, "pages/documents.html", {"shows": SHOWS, "show": show, **page})


def _sources_page(request: HttpRequest, show: str) -> dict[str, object]:
    found = sources.sources(viewer=viewer_of(request)).filter(state__in=SOURCES_IN[show])
    offset = offset_of(request)
    return {
        "sources": found[offset : offset + SIZE],
        "page": paging(offset=offset, total=found.count(), show=show),
    }


def _documents_page(request: HttpRequest, show: str) -> dict[str, object]:
    wanted = _wanted(request, show)
    viewer = viewer_of(request)
    found = listed(viewer=viewer, wanted=wanted)
    offset = offset_of(request)
    kept = {"show": show, "language": wanted.language, "publisher": wanted.publisher, "order": wanted.order.value}
    return {
        "rows": rows(viewer=viewer, tallies=found[offset : offset + SIZE]),
        "wanted": wanted,
        "orders": ORDERS,
        "languages_read": [(code, word) for code, word in LANGUAGES if code],
        "narrowed": bool(wanted.language or wanted.publisher),
        "page": paging(offset=offset, total=found.count(), **kept),
    }


def _wanted(request: HttpRequest, show: str) -> Wanted:
    """Read what is asked for; what nobody could have chosen is as if nothing was asked."""
    language, order = request.GET.get("language", ""), request.GET.get("order", "")
    return Wanted(
        waiting=show == "review",
        language=language if language in {code for code, _word in LANGUAGES} else "",
        publisher=request.GET.get("publisher", "").strip()[:LONGEST],
        order=Order(order) if order in set(Order) else Order.WAITING,
    )
