"""Which text is the translation of which: said on a page, and taken back there."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kualik.cases.accounts.models import User
from kualik.cases.documents import actions, queries
from kualik.cases.documents.models import Document
from kualik.web.signed_in import viewer_of

__all__ = ["rendition"]

SHOWN = 20
LONGEST = 200  # characters of a title asked for


@require_http_methods(["GET", "HEAD", "POST"])
def rendition(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Look for the original by its title, and say that this is its translation. A search is a POST."""
    viewer = viewer_of(request)
    document = queries.opened(viewer=viewer, id=id).document
    if chosen := request.POST.get("original"):
        return _paired(request, viewer, document, queries.opened(viewer=viewer, id=chosen).document)
    if undone := request.POST.get("undo"):
        return _unpaired(request, viewer, document, undone)
    words = request.POST.get("words", "").strip()[:LONGEST]
    context = {
        "document": document,
        "file_name": document.source.handover.file_name,
        "beside": queries.beside(viewer=viewer, document=document),
        "words": words,
        "found": queries.titled(viewer=viewer, words=words, apart_from=document)[:SHOWN] if words else (),
    }
    return render(request, "pages/rendition.html", context)


def _paired(request: HttpRequest, viewer: User, document: Document, original: Document) -> HttpResponse:
    actions.pair(by=viewer, at=timezone.now(), document=document, original=original)
    messages.success(request, _("It is kept as a translation. The two stand side by side now."))
    return redirect(f"{reverse('document', args=[document.pk])}?beside={original.pk}")


def _unpaired(request: HttpRequest, viewer: User, document: Document, undone: str) -> HttpResponse:
    found = queries.beside(viewer=viewer, document=document)
    meant = next((one.rendition for one in found if str(one.rendition.pk) == undone), None)
    if meant is not None:
        actions.unpair(by=viewer, at=timezone.now(), rendition=meant)
        messages.success(request, _("It was taken back. Both texts stay."))
    return redirect("rendition", document.pk)
