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
from kualik.cases.sources import policy as sources_policy
from kualik.cases.sources import queries as sources
from kualik.web import deciding, marking, reviewing
from kualik.web.paging import Paging, offset_of
from kualik.web.reviewing import CARDS, LONGEST, Stretch
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
    found = reviewing.place_asked(request.GET.get("at", ""))
    offset = _offset(request, viewer, one, found)
    stretch = reviewing.stretch(viewer=viewer, opened=opened, total=tally.claims, offset=offset, found=found)
    context = {
        "document": one,
        "stretch": stretch,
        "text": marking.drawn(stretch.segments, here=stretch.here),
        "groups": reviewing.groups(stretch.cards),
        "page": Paging(offset=offset, total=stretch.total, query=_kept(request), size=CARDS),
        "tally": tally,
        "several": deciding.offered(viewer=viewer, document=one) if tally.proposed > 1 else None,
        **_around(request, viewer, one, stretch),
    }
    return render(request, "pages/document.html", context)


def _around(request: HttpRequest, viewer: User, one: Document, stretch: Stretch) -> dict[str, Any]:
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
        "has_pages": any(part.page for part in stretch.segments),
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
