"""Deciding on claims: accept, reject, undo, correct, add. Each is a plain form; htmx only saves the reload."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kualik.cases.accounts.models import User
from kualik.cases.claims import actions, policy, queries
from kualik.cases.claims.errors import DecidedMeanwhile, NothingToDecide
from kualik.cases.claims.models import Claim
from kualik.cases.documents import queries as documents
from kualik.cases.people import jobs as people
from kualik.engine.facts import Status
from kualik.web import reviewing
from kualik.web.claim_conflicts import corrected_meanwhile, decided_meanwhile
from kualik.web.claim_forms import CorrectionForm, NewClaimForm
from kualik.web.reviewing import claim_address
from kualik.web.signed_in import viewer_of

__all__ = ["accept", "add", "correct", "reject", "reopen"]

WHY = "why"
LONGEST_WHY = 2000  # characters


@require_POST
def accept(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Accept one claim."""
    return _decided(request, id, actions.accept, Status.ACCEPTED)


@require_POST
def reject(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Reject one claim."""
    return _decided(request, id, actions.reject, Status.REJECTED)


@require_POST
def reopen(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Undo what was decided about one claim."""
    return _decided(request, id, actions.reopen, Status.PROPOSED)


def _decided(request: HttpRequest, claim: UUID, deed: Callable[..., Any], became: Status) -> HttpResponse:
    viewer = viewer_of(request)
    why = request.POST.get(WHY, "")[:LONGEST_WHY]
    try:
        deed(by=viewer, at=timezone.now(), claims=[claim], why=why, seen=_seen(request))
    except (DecidedMeanwhile, NothingToDecide):
        found = queries.claim(viewer=viewer, id=claim)
        if found.status != became.value:
            return decided_meanwhile(request, viewer=viewer, claim=found, became=became, why=why)
        # Somebody decided the same meanwhile: that is what was wanted, and it is shown.
    return _shown(request, queries.claim(viewer=viewer, id=claim))


def _seen(request: HttpRequest) -> Status | None:
    """Read in which state the page showed the claim."""
    seen = request.POST.get("seen")
    return Status(seen) if seen in set(Status) else None


def _shown(request: HttpRequest, claim: Claim, *, before: Claim | None = None) -> HttpResponse:
    """Show a claim after a deed: its card to htmx, its place in the document to everybody else."""
    if not request.headers.get("HX-Request"):
        return redirect(claim_address(claim))
    viewer = viewer_of(request)
    context = {**_card(viewer, claim), "before": _card(viewer, before) if before else None}
    return render(request, "pages/claim_decided.html", context)


def _card(viewer: User, claim: Claim) -> dict[str, Any]:
    return {
        "card": reviewing.card(viewer=viewer, claim=claim),
        "document": claim.document,
        "tally": reviewing.progress(viewer=viewer, document=claim.document),
        "may_decide": policy.may_decide(viewer),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Put a corrected claim in the place of another; asked for by htmx, the form stands in the card."""
    viewer = viewer_of(request)
    claim = queries.claim(viewer=viewer, id=id)
    form = CorrectionForm(request.POST or None, claim=claim)
    if form.is_valid():
        return _corrected(request, viewer, claim, form)
    part = bool(request.headers.get("HX-Request"))
    context = {"form": form, "claim": claim, "document": claim.document, "part": part}
    return render(request, "pages/correct_here.html" if part else "pages/correct.html", context)


def _corrected(request: HttpRequest, viewer: User, claim: Claim, form: CorrectionForm) -> HttpResponse:
    changed, why = form.changed(), form.cleaned_data[WHY]
    try:
        new = actions.correct(by=viewer, at=timezone.now(), claim=claim.pk, why=why, seen=_seen(request), **changed)
    except (DecidedMeanwhile, NothingToDecide):
        return corrected_meanwhile(request, viewer=viewer, claim=claim, form=form)
    people.run(by=viewer, at=timezone.now())
    new = queries.claim(viewer=viewer, id=new.pk)
    if request.headers.get("HX-Request"):
        return _shown(request, new, before=queries.claim(viewer=viewer, id=claim.pk))
    messages.success(request, _("The claim was corrected. The old one stays to be seen."))
    return redirect(claim_address(new))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Add a claim from a passage of a document; asked for by htmx, the form stands beside the text."""
    viewer = viewer_of(request)
    document = documents.document(viewer=viewer, id=id)
    form = NewClaimForm(request.POST or None, entities=queries.entities(viewer=viewer).filter(document=document))
    stated = form.statement(document.text) if form.is_valid() else None
    if stated is not None:
        new = actions.add(by=viewer, at=timezone.now(), document=document, **stated)
        people.run(by=viewer, at=timezone.now())
        messages.success(request, _("The claim was added."))
        return redirect(claim_address(new))
    part = bool(request.headers.get("HX-Request"))
    context = {"form": form, "document": document, "part": part}
    return render(request, "pages/claim_adder.html" if part else "pages/add_claim.html", context)
