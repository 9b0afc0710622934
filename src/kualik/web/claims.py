"""Deciding on claims: accept, reject, undo, correct, add. Each is a plain form; htmx only saves the reload."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kualik.cases.claims import actions, policy, queries
from kualik.cases.claims.models import Claim
from kualik.cases.documents import queries as documents
from kualik.cases.people import jobs as people
from kualik.engine.facts import Status
from kualik.web.claim_forms import CorrectionForm, NewClaimForm
from kualik.web.documents import card_of, tally
from kualik.web.signed_in import viewer_of

__all__ = ["accept", "add", "correct", "decide", "reject", "reopen"]

WHY = "why"
LONGEST_WHY = 2000  # characters


@require_POST
def accept(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Accept one claim."""
    return _decided(request, id, actions.accept)


@require_POST
def reject(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Reject one claim."""
    return _decided(request, id, actions.reject)


@require_POST
def reopen(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Undo what was decided about one claim."""
    return _decided(request, id, actions.reopen)


def _decided(request: HttpRequest, claim: UUID, deed: Callable[..., Any]) -> HttpResponse:
    viewer = viewer_of(request)
    why, seen = request.POST.get(WHY, "")[:LONGEST_WHY], request.POST.get("seen")
    seen_as = Status(seen) if seen in set(Status) else None
    deed(by=viewer, at=timezone.now(), claims=[claim], why=why, seen=seen_as)
    return _shown(request, queries.claim(viewer=viewer, id=claim))


def _shown(request: HttpRequest, claim: Claim) -> HttpResponse:
    """Show a claim after a deed: its card to htmx, its place in the document to everybody else."""
    if not request.headers.get("HX-Request"):
        return redirect(f"{reverse('document', args=[claim.document_id])}#claim-{claim.pk}")
    viewer = viewer_of(request)
    document = documents.document(viewer=viewer, id=claim.document_id)
    found = list(queries.document_claims(viewer=viewer, document=document))
    context = {
        "card": card_of(document=document, claims_there=found, claim=claim.pk),
        "document": document,
        "tally": tally(found),
        "may_decide": policy.may_decide(viewer),
    }
    return render(request, "pages/claim_decided.html", context)


@require_POST
def decide(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Accept or reject all proposals of a document, or those about one entity, in one act, as the page showed them."""
    viewer = viewer_of(request)
    document = documents.document(viewer=viewer, id=id)
    waiting = queries.document_claims(viewer=viewer, document=document).filter(status=Status.PROPOSED.value)
    if entity := request.POST.get("entity"):
        waiting = waiting.filter(entity=queries.entity(viewer=viewer, id=entity))
    if until := _moment(request.POST.get("until", "")):
        waiting = waiting.filter(made_at__lte=until)  # nobody has seen those that came after the page
    rejects = request.POST.get("deed") == "reject"
    act = actions.reject if rejects else actions.accept
    decided = act(by=viewer, at=timezone.now(), claims=[claim.pk for claim in waiting], seen=Status.PROPOSED)
    many = len(decided)
    said = (
        ngettext("%(count)d claim rejected.", "%(count)d claims rejected.", many)
        if rejects
        else ngettext("%(count)d claim accepted.", "%(count)d claims accepted.", many)
    )
    messages.success(request, said % {"count": many})
    return redirect("document", id=id)


def _moment(written: str) -> datetime | None:
    """Read when a page was made; None where nothing that can be understood says so."""
    try:
        found = parse_datetime(written)
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Put a corrected claim in the place of another."""
    viewer = viewer_of(request)
    claim = queries.claim(viewer=viewer, id=id)
    form = CorrectionForm(request.POST or None, claim=claim)
    if form.is_valid():
        changed = form.changed()
        new = actions.correct(by=viewer, at=timezone.now(), claim=claim.pk, why=form.cleaned_data[WHY], **changed)
        people.run(by=viewer, at=timezone.now())
        messages.success(request, _("The claim was corrected. The old one stays to be seen."))
        return redirect(f"{reverse('document', args=[claim.document_id])}#claim-{new.pk}")
    return render(request, "pages/correct.html", {"form": form, "claim": claim, "document": claim.document})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Add a claim from a passage of a document."""
    viewer = viewer_of(request)
    document = documents.document(viewer=viewer, id=id)
    form = NewClaimForm(request.POST or None, entities=queries.entities(viewer=viewer).filter(document=document))
    stated = form.statement(document.text) if form.is_valid() else None
    if stated is not None:
        new = actions.add(by=viewer, at=timezone.now(), document=document, **stated)
        people.run(by=viewer, at=timezone.now())
        messages.success(request, _("The claim was added."))
        return redirect(f"{reverse('document', args=[id])}#claim-{new.pk}")
    return render(request, "pages/add_claim.html", {"form": form, "document": document})
