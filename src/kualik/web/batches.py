"""What came in together: how far it is, what was not taken and why, and the way to undo it as one."""

from collections import defaultdict
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.arrivals import actions, importing, moving, policy, queries
from kualik.cases.arrivals.errors import NoSuchBatch
from kualik.cases.arrivals.models import Arrival, Batch, Import, Outcome, Stage, Standing
from kualik.cases.documents.models import Document
from kualik.cases.people import jobs as people
from kualik.web import words
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of

__all__ = ["batch", "batches", "begin", "drop", "put_back", "take_a_step", "undo"]

AT_ONCE = 2_000  # rows, and claims, that a page does by itself; more are left to the worker
KEPT_SHOWN = 50
MOVING = (Standing.UNDOING, Standing.RETURNING)
GOING_ON = (Stage.CHECKING, Stage.IMPORTING)


@require_safe
def batches(request: HttpRequest) -> HttpResponse:
    """List what came in, the newest first."""
    found = queries.batches(viewer=viewer_of(request))
    offset = offset_of(request)
    page = paging(offset=offset, total=found.count())
    return render(request, "pages/batches.html", {"batches": found[offset : offset + SIZE], "page": page})


@require_safe
def batch(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show a batch; where something in it goes on, the part that changes asks for itself again until it is done."""
    viewer = viewer_of(request)
    one = queries.batch(viewer=viewer, id=id)
    progress = queries.progress(viewer=viewer, batch=one)
    table = one.table if hasattr(one, "table") else None
    busy = one.standing in MOVING or bool(progress.waiting) or (table is not None and table.stage in GOING_ON)
    context = {
        "batch": one,
        "progress": progress,
        "table": table,
        "busy": busy and one.standing != Standing.UNDONE,
        "may_undo": policy.may_undo(viewer, one) and one.standing == Standing.IN,
        "may_put_back": policy.may_put_back(viewer) and one.standing == Standing.UNDONE,
        **(_table(table) if table else _came_in(request, viewer, one)),
    }
    template = "pages/batch_state.html" if request.headers.get("HX-Request") else "pages/batch.html"
    return render(request, template, context)


def _came_in(request: HttpRequest, viewer: User, one: Batch) -> dict[str, object]:
    found = queries.arrivals(viewer=viewer, batch=one)
    offset = offset_of(request)
    shown = list(found[offset : offset + SIZE])
    sources = [arrival.source_id for arrival in shown if arrival.source_id]
    documents: dict[str, list[Document]] = defaultdict(list)
    for document in queries.documents_of(viewer=viewer, sources=sources):
        documents[document.source_id].append(document)
    to_map = {document.pk for document in queries.tables_to_map(viewer=viewer, sources=sources)}
    return {
        "lines": [(arrival, _read(arrival, documents)) for arrival in shown],
        "to_map": to_map,
        "refused_here": found.filter(outcome=Outcome.REFUSED).count(),
        "known_here": found.filter(outcome=Outcome.KNOWN).count(),
        "page": paging(offset=offset, total=found.count()),
    }


def _read(arrival: Arrival, documents: dict[str, list[Document]]) -> list[Document]:
    return documents.get(arrival.source_id or "", [])


def _table(table: Import) -> dict[str, object]:
    """Say in numbers what was found in a table, and which cells could not be read."""
    counted = table.counted
    done = min(max(table.row - 2, 0), table.total)
    return {
        "rows_done": done,
        "share": round(100 * done / (table.total or 1)),
        "new": counted.get("new", 0),
        "changed": counted.get("changed", 0),
        "same": counted.get("same", 0),
        "left_out": counted.get("twice", 0),
        "faults": counted.get("faults", 0),
        "first_faults": [(row, column, value, *words.FAULTS[code]) for row, column, value, code in table.faults],
    }


@require_POST
def begin(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Take the rows of a table in that was tried out: a short one at once, a long one by the worker."""
    viewer = viewer_of(request)
    one = queries.batch(viewer=viewer, id=id)
    actions.begin(by=viewer, at=timezone.now(), imported=_table_of(one))
    take_a_step(viewer, _table_of(one))
    return redirect("batch", one.pk)


@require_POST
def drop(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Give up a table that was only tried out, and go back to its columns."""
    viewer = viewer_of(request)
    one = queries.batch(viewer=viewer, id=id)
    table = _table_of(one)
    actions.drop(by=viewer, at=timezone.now(), imported=table)
    name = urlencode({"mapping": table.mapping.name})
    return redirect(f"{reverse('map_table', args=[table.document_id])}?{name}")


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show what undoing a batch takes back and what it leaves, and do it."""
    viewer = viewer_of(request)
    one = queries.batch(viewer=viewer, id=id)
    if request.method != "POST":
        kept = moving.kept(one)
        context = {
            "batch": one,
            "progress": queries.progress(viewer=viewer, batch=one),
            "kept": kept[:KEPT_SHOWN],
            "may_undo": policy.may_undo(viewer, one) and one.standing == Standing.IN,
            "may_take_decided": policy.may_undo(viewer, one, decided=True),
        }
        return render(request, "pages/undo_batch.html", context)
    decided = request.POST.get("decided") == "yes"
    why = request.POST.get("why", "").strip()
    actions.undo(by=viewer, at=timezone.now(), batch=one, decided=decided, why=why)
    _move(viewer, one)
    messages.success(request, _("The batch is being undone. It can be put back from this page."))
    return redirect("batch", one.pk)


@require_POST
def put_back(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Put back what was undone."""
    viewer = viewer_of(request)
    one = queries.batch(viewer=viewer, id=id)
    actions.put_back(by=viewer, at=timezone.now(), batch=one)
    _move(viewer, one)
    messages.success(request, _("What the batch brought is being put back."))
    return redirect("batch", one.pk)


def take_a_step(viewer: User, table: Import) -> None:
    """Do what a page can do while somebody waits for it; a long table is the worker's."""
    if table.total > AT_ONCE:
        return
    now = timezone.now
    importing.run(worker=f"page:{viewer.pk}", clock=now, stopped=lambda: False, only=table)
    people.run(by=viewer, at=now())


def _move(viewer: User, one: Batch) -> None:
    progress = queries.progress(viewer=viewer, batch=one)
    if sum(progress.claims.values()) <= AT_ONCE:
        moving.move(batch=one)


def _table_of(one: Batch) -> Import:
    if not hasattr(one, "table"):
        raise NoSuchBatch(batch=one.pk)
    return one.table
