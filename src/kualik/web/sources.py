"""One source: where it comes from, what was told of it and when, and what can be done with it."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.arrivals import queries as arrivals
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.sources import actions, policy, queries
from kualik.cases.sources.models import Handover, Sensitivity, Source, State
from kualik.engine.reading.sniffing import TABLES
from kualik.web.signed_in import viewer_of
from kualik.web.source_forms import LEVELS, HandoverForm, LevelForm, ReadForm, ToldForm

if TYPE_CHECKING:
    from django.db.models import QuerySet

__all__ = ["classify", "original", "read_again", "source", "tell"]


@require_safe
def source(request: HttpRequest, sha256: str) -> HttpResponse:
    """Show a source with its way here, its hash, and what is known of it."""
    viewer = viewer_of(request)
    one = queries.source(viewer=viewer, sha256=sha256)
    handover = queries.handover(viewer=viewer, source=one)
    read = _read(viewer, one)
    context = {
        "source": one,
        "handover": handover,
        "level_words": next((word, meaning) for value, word, meaning in LEVELS if value == one.level),
        "documents": read,
        "table": next((each for each in read if one.media_type in TABLES), None),
        "arrivals": arrivals.of_source(viewer=viewer, source=one),
        "holds": arrivals.inside(viewer=viewer, source=one),
        "earlier": list(arrivals.earlier(viewer=viewer, source=one)),
        **_forms(viewer, one, handover, holds_only=one.opened and not read),
    }
    return render(request, "pages/source.html", context)


@require_POST
def tell(request: HttpRequest, sha256: str) -> HttpResponse:
    """Keep what is known better now; what was told before is kept beside it."""
    viewer = viewer_of(request)
    one = queries.source(viewer=viewer, sha256=sha256)
    told, noted = ToldForm(request.POST), HandoverForm(request.POST)
    if not told.is_valid() or not noted.is_valid():
        messages.error(request, _("Nothing was changed: write the date as 2024-02-08, 2024-02 or 2024."))
        return redirect("source", one.pk)
    secrets = noted.handover() if "provider" in request.POST and policy.may_see_handover(viewer) else None
    actions.tell(by=viewer, at=timezone.now(), source=one, told=told.told(), handover=secrets)
    messages.success(request, _("It is kept. What was told before stands below."))
    return redirect("source", one.pk)


@require_POST
def classify(request: HttpRequest, sha256: str) -> HttpResponse:
    """Change who may read a source."""
    viewer = viewer_of(request)
    one = queries.source(viewer=viewer, sha256=sha256)
    form = LevelForm(request.POST)
    if not form.is_valid():
        return redirect("source", one.pk)
    level = Sensitivity(form.cleaned_data["level"])
    if level.value != one.level:
        actions.classify(by=viewer, at=timezone.now(), source=one, level=level)
        messages.success(request, _("Who may read it is changed."))
    return redirect("source", one.pk)


@require_POST
def read_again(request: HttpRequest, sha256: str) -> HttpResponse:
    """Put a source in line once more, in the letters that somebody knows it to be written in."""
    viewer = viewer_of(request)
    one = queries.source(viewer=viewer, sha256=sha256)
    form = ReadForm(request.POST)
    encoding = form.cleaned_data["encoding"] if form.is_valid() else ""
    actions.read_again(by=viewer, at=timezone.now(), source=one, encoding=encoding)
    messages.success(request, _("It is in line to be read again. What was read before stays, as an earlier version."))
    return redirect("source", one.pk)


@require_safe
def original(request: HttpRequest, sha256: str) -> FileResponse:
    """Hand an original out as a file to be kept, never to be opened in our page. Source: trust.md, R-DOC-5."""
    viewer = viewer_of(request)
    source = queries.source(viewer=viewer, sha256=sha256)
    content = queries.original(viewer=viewer, sha256=source.sha256)
    response = FileResponse(
        content,
        as_attachment=True,
        filename=queries.file_name(source) or _("original"),
        content_type="application/octet-stream",
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _read(viewer: User, one: Source) -> list[Document]:
    found: QuerySet[Document] = documents.of_source(viewer=viewer, source=one)
    return list(found.defer("text", "fingerprint"))


def _forms(viewer: User, one: Source, handover: Handover | None, *, holds_only: bool) -> dict[str, object]:
    may_tell = policy.may_tell(viewer, one)
    levels = [level for level in Sensitivity if policy.may_classify(viewer, one, level.value)]
    again = one.state == State.REFUSED or (one.state == State.READ and not holds_only)
    return {
        "told_form": ToldForm(initial=_known(one)) if may_tell else None,
        "handover_form": HandoverForm(initial=_noted(handover)) if may_tell and handover else None,
        "level_form": LevelForm(initial={"level": one.level}, levels=levels) if len(levels) > 1 else None,
        "read_form": ReadForm() if again and policy.may_add(viewer) else None,
        "may_transcribe": one.state == State.REFUSED and policy.may_add(viewer),
    }


def _known(one: Source) -> dict[str, object]:
    return {name: getattr(one, name) for name in ("publisher", "published", "language", "official")}


def _noted(handover: Handover) -> dict[str, str]:
    return {name: getattr(handover, name) for name in ("provider", "consent", "note", "origin")}
