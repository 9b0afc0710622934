"""Somebody in a document is the same person as …: found by name, judged with a reason, from the card of a claim."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim
from kualik.cases.people import actions, queries
from kualik.cases.people.models import Mention, Person, Verdict
from kualik.cases.people.rows import PersonRow
from kualik.web.reviewing import claim_address
from kualik.web.signed_in import viewer_of

__all__ = ["same_as"]

SHOWN = 8
LONGEST = 300  # characters of a search


class SameForm(forms.Form):
    """Whom the entity is the same as, and how that is known."""

    person = forms.CharField(validators=[RegexValidator(r"^K-\d{1,9}$")], required=False)
    why = forms.CharField(label=gettext_lazy("How do you know?"), max_length=2000, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def same_as(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Look for the person, and keep the judgement. A search is a POST, so that no name stands in an address."""
    viewer = viewer_of(request)
    claim = claims.claim(viewer=viewer, id=id)
    mention = Mention.objects.select_related("person").filter(entity=claim.entity_id).first()
    if mention is None:
        messages.warning(request, _("This is nobody that could be a person: a place, a body or an event."))
        return redirect(claim_address(claim))
    form = SameForm(request.POST or None)
    chosen = form.cleaned_data["person"] if form.is_valid() else ""
    if chosen and form.cleaned_data["why"].strip():
        return _judged(request, viewer, claim, mention, form)
    query = request.POST.get("query", str(claim.entity))[:LONGEST].strip()
    part = bool(request.headers.get("HX-Request"))
    context = {
        "claim": claim,
        "document": claim.document,
        "query": query,
        "rows": _others(viewer, mention.person, query),
        "chosen": chosen,
        "lacks_reason": bool(chosen),
        "part": part,
    }
    return render(request, "pages/same_as_here.html" if part else "pages/same_as.html", context)


def _others(viewer: User, own: Person, query: str) -> list[PersonRow]:
    """Find whom it could be; not the person that it is already."""
    found = queries.people(viewer=viewer, query=query, limit=SHOWN + 1) if query else None
    return [row for row in found.rows if row.person.pk != own.pk][:SHOWN] if found else []


def _judged(request: HttpRequest, viewer: User, claim: Claim, mention: Mention, form: SameForm) -> HttpResponse:
    other = queries.person(viewer=viewer, reference=form.cleaned_data["person"])
    actions.judge(
        by=viewer,
        at=timezone.now(),
        left=mention,
        right=queries.mention(viewer=viewer, person=other),
        verdict=Verdict.POSITIVE,
        why=form.cleaned_data["why"].strip(),
    )
    if request.headers.get("HX-Request"):
        return render(request, "pages/same_as_kept.html", {"person": other})
    messages.success(request, _("Your answer was kept. It can be taken back on the person's page."))
    return redirect(claim_address(claim))
