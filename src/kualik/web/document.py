"""One document: its text with every claim marked, the claims as cards beside it, and a translation beside both."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kualik.cases.accounts.models import User
from kualik.cases.claims import policy as claims_policy
from kualik.cases.claims import queries as claims
from kualik.cases.claims.errors import NoSuchClaim
from kualik.cases.documents import policy, queries
from kualik.cases.documents.models import Document
from kualik.cases.documents.queries import Opened
from kualik.cases.sources import policy as sources_policy
from kualik.cases.sources import queries as sources
from kualik.web import deciding, marking, page_views, reviewing
from kualik.web.page_views import Sheet
from kualik.web.paging import Paging, offset_of
from kualik.web.reviewing import CARDS, LONGEST
from kualik.web.signed_in import viewer_of

__all__ = ["document"]

LONGEST_BESIDE = 400_000  # characters of a translation that is shown


@require_safe
def document(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one document: every claim marked in its text, and as a card beside it."""
    viewer = viewer_of(request)
    opened = queries.opened(viewer=viewer, id=id, head=LONGEST)
    one = opened.document
    tally = reviewing.progress(viewer=viewer, document=one)
    sheet = page_views.sheet(request=request, viewer=viewer, document=one)
    context = {
        "document": one,
        "tally": tally,
        "several": deciding.offered(viewer=viewer, document=one) if tally.proposed > 1 else None,
        **(_sheet(request, sheet) if sheet else _text(request, viewer, opened, tally.claims)),
        **_around(request, viewer, one),
    }
    return render(request, "pages/document.html", context)


def _text(request: HttpRequest, viewer: User, opened: Opened, total: int) -> dict[str, Any]:
    """Show the text, and a page of its cards."""
    one = opened.document
    found = reviewing.place_asked(request.GET.get("at", ""))
    offset = _offset(request, viewer, one, found)
    stretch = reviewing.stretch(viewer=viewer, opened=opened, total=total, offset=offset, found=found)
    pictured = page_views.has_pictures(viewer=viewer, document=one)
    return {
        "stretch": stretch,
        "text": marking.drawn(stretch.segments, here=stretch.here, pictured=pictured),
        "pictured": pictured,
        "groups": reviewing.groups(stretch.cards),
        "page": Paging(offset=offset, total=stretch.total, query=_kept(request), size=CARDS),
    }


def _sheet(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    """Show the picture of one page, and the cards of its claims."""
    return {
        "sheet": sheet,
        "pictured": True,
        "kept": _kept(request),
        "groups": reviewing.groups(sheet.cards),
        "page": Paging(offset=sheet.offset, total=sheet.total, query=sheet.query + _kept(request), size=CARDS),
    }


def _around(request: HttpRequest, viewer: User, one: Document) -> dict[str, Any]:
    """Gather what stands around text and cards."""
    may_decide = claims_policy.may_decide(viewer)
    beside = queries.beside(viewer=viewer, document=one)
    shown = next((other for other in beside if str(other.document.pk) == request.GET.get("beside")), None)
    return {
        "copies": queries.copies(viewer=viewer, document=one).defer("text", "fingerprint"),
        "file_name": sources.file_name(one.source),
        "handover": sources.handover(viewer=viewer, source=one.source),
        "beside": beside,
        "beside_shown": shown,
        "beside_text": shown.document.text[:LONGEST_BESIDE] if shown else "",
        "may_pair": policy.may_pair(viewer),
        "may_decide": may_decide,
        "may_add": sources_policy.may_add(viewer),
        "undoable": deciding.undoable(request, document=one) if may_decide else None,
    }


def _offset(request: HttpRequest, viewer: User, one: Document, found: tuple[int, int] | None) -> int:
    """Find the page of cards that is asked for: by its number, by a claim on it, or by a passage near it."""
    if wanted := request.GET.get("claim"):
        try:
            claim = claims.claim(viewer=viewer, id=wanted)
        except NoSuchClaim:
            return 0
        return claims.before(viewer=viewer, claim=claim) // CARDS * CARDS if claim.document_id == one.pk else 0
    if found:
        earlier = claims.in_order(viewer=viewer, document=one).filter(end__lte=found[0]).count()
        return max(0, earlier - 1) // CARDS * CARDS
    return offset_of(request) // CARDS * CARDS


def _kept(request: HttpRequest) -> str:
    """Keep the translation beside the text from one page of cards to the next."""
    try:
        return f"beside={UUID(request.GET.get('beside', ''))}&"
    except ValueError:
        return ""
