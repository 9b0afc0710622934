"""Pages of PDFs and scans as pictures, drawn apart from this process; only dots come out of there."""

import atexit
from dataclasses import replace
from functools import cache
from http import HTTPStatus
from threading import BoundedSemaphore
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kualik.cases.documents import queries
from kualik.cases.documents.errors import NoSuchDocument
from kualik.cases.documents.models import Document, Page
from kualik.cases.sources import queries as sources
from kualik.cases.sources.models import Sensitivity
from kualik.engine.reading import Apart, Refused
from kualik.engine.reading.limits import STANDARD
from kualik.engine.reading.picture import drawn_as_png
from kualik.engine.reading.sniffing import IMAGES, PDF
from kualik.web.signed_in import viewer_of

__all__ = ["drawer", "is_pictured", "page_image"]

PICTURED = frozenset({PDF, "image/webp", *IMAGES.values()})
LIMITS = replace(STANDARD, rendered_side=2_000, cpu_seconds=8, wall_seconds=20)
"""Somebody waits for a page, and a page of a book is drawn in a tenth of a second."""
KEPT = frozenset({Sensitivity.PUBLIC.value, Sensitivity.INTERNAL.value})
"""The levels of which a browser may keep a picture for a while. Of the others nothing stays on its disk."""
SECONDS_KEPT = 600
IN_LINE = BoundedSemaphore(4)
"""Half of the threads that serve pages: files that are slow to draw must not stop everything else."""
PATIENCE = 10.0  # seconds to wait for a place in the line
COME_BACK = "5"  # seconds


@cache
def drawer() -> Apart:
    """Give the place where pages are drawn; its process starts with the first page, and ends with this one."""
    apart = Apart(LIMITS)
    atexit.register(apart.close)
    return apart


def is_pictured(document: Document) -> bool:
    """Say whether the pages of a document are those of a file that can be looked at."""
    return document.source.media_type in PICTURED and document.part == 1


@require_safe
def page_image(request: HttpRequest, id: UUID, number: int) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Draw one page as PNG."""
    viewer = viewer_of(request)
    page = queries.page(viewer=viewer, document=id, number=number)
    if not is_pictured(page.document):
        raise NoSuchDocument(document=id)
    if not IN_LINE.acquire(timeout=PATIENCE):
        return _said(_("Other pages are being drawn just now. Load this one again in a moment."), busy=True)
    try:
        with sources.original(viewer=viewer, sha256=page.document.source_id) as file:
            content = file.read()
        drawn = drawer().draw(content, name=sources.file_name(page.document.source), number=number)
    except Refused as refused:
        return _said(str(refused), busy=False)
    finally:
        IN_LINE.release()
    return _shown(page, drawn_as_png(drawn))


def _shown(page: Page, png: bytes) -> HttpResponse:
    response = HttpResponse(png, content_type="image/png")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    kept = page.document.source.level in KEPT
    response.headers["Cache-Control"] = f"private, max-age={SECONDS_KEPT}" if kept else "no-store"
    return response


def _said(words: str, *, busy: bool) -> HttpResponse:
    """Answer in words where there is no picture; nothing of that is kept by a browser."""
    status = HTTPStatus.SERVICE_UNAVAILABLE if busy else HTTPStatus.CONFLICT
    response = HttpResponse(words, content_type="text/plain; charset=utf-8", status=status)
    if busy:
        response.headers["Retry-After"] = COME_BACK
    return response
