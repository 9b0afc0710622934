"""People: the list with its search, the question "same or not?", and judgements taken back."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kualik.casebook.errors import CasebookError
from kualik.cases.people import actions, queries
from kualik.cases.people.models import Verdict
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of

__all__ = ["judge", "people", "same", "undo"]

LONGEST = 300  # characters of a search
PAIRS = 10  # shown at a time
LOOKED_AT = 60  # candidates among which these are: several may be of the same two persons


class AlreadyAnswered(CasebookError):
    """A pair was answered that no longer waits."""

    def __init__(self) -> None:
        super().__init__(_("This pair does not wait any more: somebody answered it, or another answer settled it."))


class JudgementForm(forms.Form):
    """A pair that a matcher proposed, a verdict, and the reason."""

    candidate = forms.UUIDField()
    verdict = forms.ChoiceField(choices=Verdict.choices)
    why = forms.CharField(required=False, max_length=2000)


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """List people. A search is a POST, so that no name stands in an address, a history or a log."""
    query = request.POST.get("query", "")[:LONGEST].strip()
    offset = offset_of(request)
    found = queries.people(viewer=viewer_of(request), query=query, limit=SIZE, offset=offset)
    context = {"query": query, "rows": found.rows, "page": paging(offset=offset, total=found.total)}
    part = request.headers.get("HX-Target") == "found"
    return render(request, "pages/people_found.html" if part else "pages/people.html", context)


@require_safe
def same(request: HttpRequest) -> HttpResponse:
    """Ask whether two records are of one human being, once for each two persons, likeliest first."""
    found = queries.candidates(viewer=viewer_of(request), limit=LOOKED_AT)
    persons = {frozenset({pair.left.person.pk, pair.right.person.pk}): pair for pair in reversed(found)}
    pairs = [pair for pair in found if pair in persons.values()]
    context = {"pairs": pairs[:PAIRS], "more": len(pairs) > PAIRS, "verdicts": Verdict.choices}
    return render(request, "pages/same.html", context)


@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Keep one judgement."""
    form = JudgementForm(request.POST)
    viewer = viewer_of(request)
    if not form.is_valid():
        messages.error(request, _("Choose one of the three answers."))
        return redirect("same")
    given = form.cleaned_data
    pair = queries.waiting_candidates(viewer=viewer).filter(pk=given["candidate"]).first()
    if pair is None:
        raise AlreadyAnswered
    verdict = Verdict(given["verdict"])
    made = actions.judge(
        by=viewer, at=timezone.now(), left=pair.left, right=pair.right, verdict=verdict, why=given["why"]
    )
    if request.headers.get("HX-Request"):
        return render(request, "pages/judged.html", {"judgement": made})
    messages.success(request, _("Your answer was kept. It can be taken back on the person's page."))
    return redirect("same")


@require_POST
def undo(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Take a judgement back."""
    viewer = viewer_of(request)
    found = queries.judgement(viewer=viewer, reference=id)
    actions.undo(by=viewer, at=timezone.now(), judgement=found, why=request.POST.get("why", "")[:2000])
    messages.success(request, _("The judgement was taken back."))
    to = request.POST.get("next", "")
    return redirect(to if url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}) else "same")
