"""Help: the guide in the house, and which of its chapters tells of a page."""

from collections.abc import Mapping

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kualik.web import guide

__all__ = ["CHAPTER_OF", "chapter", "contents", "guide_picture", "help_of"]

CHAPTER_OF: Mapping[str, str] = {
    "home": "home", "dates": "home",
    "add": "add-documents", "batches": "add-documents", "batch": "add-documents", "undo_batch": "add-documents",
    "map_table": "add-documents", "source": "add-documents", "transcribe": "add-documents",
    "documents": "claims", "document": "claims", "decide": "claims", "add_claim": "claims", "correct": "claims",
    "rendition": "claims", "same_as": "who-is-who",
    "people": "findings", "person": "findings",
    "same": "who-is-who", "judge": "who-is-who", "judgement": "who-is-who",
    "events": "events", "event": "events", "event_calendar": "events", "event_series": "events",
    "map": "map", "name_place": "map", "boundaries": "map",
    "find": "find", "find_saved": "find", "find_collection": "find", "find_preview": "find", "find_done": "find",
    "counts": "counting", "ask_count": "counting", "count": "counting",
    "releases": "releases", "draft": "releases", "release": "releases", "missing_consents": "releases",
    "members": "members", "member": "members", "invite": "members",
    "ledger": "ledger", "settings": "settings",
    "account_change_password": "settings", "mfa_index": "settings",
}  # fmt: skip
"""The chapter that tells of a page, by the name of its route."""

LONGEST = 100  # characters of what is searched for


@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """Show the chapters of the guide, or the sections that hold some words."""
    words = request.GET.get("words", "")[:LONGEST].strip()
    all_ = guide.chapters()
    context = {
        "words": words,
        "chapters": all_.values(),
        "found": [(one, all_[one.chapter].title) for one in guide.found(words)],
    }
    return render(request, "pages/help.html", context)


@require_safe
def chapter(request: HttpRequest, name: str) -> HttpResponse:
    """Show a chapter of the guide."""
    chosen = guide.chapters().get(name)
    if chosen is None:
        raise Http404
    return render(request, "pages/chapter.html", {"chapter": chosen, "chapters": guide.chapters().values()})


@require_safe
def guide_picture(request: HttpRequest, name: str) -> FileResponse:  # noqa: ARG001 (Django passes it)
    """Hand one of the guide's pictures out."""
    path = guide.picture(name)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")


def help_of(request: HttpRequest) -> str:
    """Find the address of the chapter that tells of a page; the contents where none does."""
    route = request.resolver_match.url_name if request.resolver_match else None
    name = CHAPTER_OF.get(route or "")
    return reverse("chapter", args=[name]) if name in guide.chapters() else reverse("help")
