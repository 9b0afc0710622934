"""The page where material is handed in: files, pasted text, e-mails, zip folders, tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kualik.assistant import settings as assistant
from kualik.assistant.errors import AddressRefused, SettingsRefused
from kualik.casebook import folder
from kualik.casebook.errors import DiskFull
from kualik.cases.accounts.models import User
from kualik.cases.arrivals import actions
from kualik.cases.arrivals import queries as arrivals
from kualik.cases.arrivals.models import Batch
from kualik.cases.arrivals.pieces import Handed
from kualik.cases.arrivals.taking_in import take_in
from kualik.engine.reading import Limits
from kualik.web.signed_in import viewer_of
from kualik.web.source_forms import AddForm
from kualik.web.uploads import MOST_BODY

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

__all__ = ["add"]

ANSWERS = "kualik:add"
MIB = 1024 * 1024
RECENT = 5  # batches shown beside the form


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Take files or text in, as one batch; each is kept by itself: one that is refused does not stop the others."""
    viewer = viewer_of(request)
    if "afresh" in request.GET:
        request.session.pop(ANSWERS, None)
    kept = request.session.get(ANSWERS)
    form = AddForm(request.POST or None, request.FILES or None, initial=kept)
    if not form.is_valid():
        return render(request, "pages/add.html", _context(viewer, form, kept=bool(kept) and not form.is_bound))
    if form.cleaned_data["keep"]:
        request.session[ANSWERS] = form.answers()
    else:
        request.session.pop(ANSWERS, None)
    return redirect("batch", _batch(request, viewer, form).pk)


def _batch(request: HttpRequest, viewer: User, form: AddForm) -> Batch:
    at, contents = timezone.now(), form.contents()
    batch = actions.open_batch(by=viewer, at=at, title=contents[0][0])
    limits = Limits(file_bytes=folder.describe(Path(settings.CASEBOOK)).file_limit)
    handed = Handed(by=viewer, at=at, batch=batch, told=form.told(), handover=form.handover(), limits=limits)
    try:
        for name, content in contents:
            for _arrival in take_in(handed, name=name, content=_stream(content)):
                pass
    except DiskFull as full:
        said = _("%(said)s What came in before it is kept; hand the rest in again when there is room.")
        messages.error(request, said % {"said": full})
    return batch


def _stream(content: "UploadedFile[Any] | bytes") -> BinaryIO | bytes:
    return content if isinstance(content, bytes) else cast("BinaryIO", content.open())


def _context(viewer: User, form: AddForm, *, kept: bool) -> dict[str, object]:
    casebook = folder.describe(Path(settings.CASEBOOK))
    limits = Limits()
    return {
        "form": form,
        "kept": kept,
        "file_limit": casebook.file_limit // MIB,
        "body_limit": MOST_BODY // MIB,
        "row_limit": limits.rows,
        "entry_limit": limits.archive_entries,
        "recent": arrivals.batches(viewer=viewer)[:RECENT],
        "told_elsewhere": _elsewhere(casebook.path),
    }


def _elsewhere(casebook: Path) -> str:
    """Say to which other machine a language model's questions go, with the text; empty where nothing leaves."""
    if not assistant.is_set(casebook):
        return ""
    try:
        address = assistant.load(casebook).allowed()
    except (AddressRefused, SettingsRefused):  # text is sent nowhere then, and the worker says so
        return ""
    return address.host if address.remote else ""
