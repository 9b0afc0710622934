"""Sources: handing material in, and taking an original out again."""

from typing import TYPE_CHECKING, Any, BinaryIO, cast

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.sources import actions, queries
from kualik.web.signed_in import viewer_of
from kualik.web.source_forms import AddForm

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

__all__ = ["add", "original"]


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Take files or text in. Each file is kept by itself: one that is refused does not stop the others."""
    viewer = viewer_of(request)
    form = AddForm(request.POST or None, request.FILES or None, mappings=queries.mappings(viewer=viewer))
    if not form.is_valid():
        return render(request, "pages/add.html", {"form": form})
    new, known = 0, 0
    for name, content in form.contents():
        added = _added(request, viewer, form, name, content)
        new += added is True
        known += added is False
    _say(request, new=new, known=known)
    return redirect(f"{reverse('documents')}?show=waiting" if new else "add")


def _added(
    request: HttpRequest, viewer: User, form: AddForm, name: str, content: "UploadedFile[Any] | bytes"
) -> bool | None:
    """Add one; say whether it was new, or None where it was refused."""
    stream = content if isinstance(content, bytes) else cast("BinaryIO", content.open())
    try:
        added = actions.add(
            by=viewer,
            at=timezone.now(),
            content=stream,
            name=name,
            handover=form.handover(),
            told=form.told(),
        )
    except CasebookError as refused:
        messages.error(request, str(refused))
        return None
    return added.new


def _say(request: HttpRequest, *, new: int, known: int) -> None:
    if new:
        said = ngettext(
            "%(count)d source is kept and waits to be read.", "%(count)d sources are kept and wait to be read.", new
        )
        messages.success(request, said % {"count": new})
    if known:
        said = ngettext(
            "%(count)d was here already; nothing was added.", "%(count)d were here already; nothing was added.", known
        )
        messages.info(request, said % {"count": known})


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
