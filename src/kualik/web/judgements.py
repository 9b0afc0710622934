"""One judgement, and what taking it back would part."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kualik.cases.people import queries
from kualik.cases.people.parting import parting
from kualik.web.signed_in import viewer_of

__all__ = ["judgement"]


@require_safe
def judgement(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show a judgement with what undoing it would change; the undoing itself is a form on the page."""
    viewer = viewer_of(request)
    found = queries.judgement(viewer=viewer, reference=id)
    context = {"judgement": found, "parting": parting(viewer=viewer, judgement=found)}
    return render(request, "pages/judgement.html", context)
