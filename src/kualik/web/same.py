"""Same or not? Two records side by side, an answer by one key, and the next pair at once."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kualik.casebook.errors import CasebookError
from kualik.cases.accounts.models import User
from kualik.cases.findings.comparing import compare
from kualik.cases.people import actions, queries
from kualik.cases.people.models import Candidate, Judgement, Verdict
from kualik.cases.people.pairs import Stake
from kualik.web.conflicts import Conflict, Row, conflict
from kualik.web.evidence_words import seen
from kualik.web.signed_in import viewer_of

__all__ = ["judge", "same", "undo"]

LONGEST = 300  # characters of a search
LONGEST_WHY = 2000
THEN = 6  # pairs named that come after the one that is asked
FILTER = "same_only"  # kept in the session, so that no name stands in an address

STAKES = {
    Stake.ENDS_SOON: gettext_lazy("A sentence ends within 60 days"),
    Stake.DIFFERS: gettext_lazy("What is told of the two differs"),
    Stake.BOTH_HELD: gettext_lazy("Both are said to be held"),
    Stake.ONE_HELD: gettext_lazy("One is said to be held; of the other no document says so"),
}
QUICK: dict[str, Promise] = {
    "kin": gettext_lazy("Same relatives"),
    "born": gettext_lazy("Same date of birth"),
    "place": gettext_lazy("Same home"),
    "custody": gettext_lazy("Same custody"),
    "other-father": gettext_lazy("Different father’s name"),
    "other-age": gettext_lazy("Different age"),
    "apart": gettext_lazy("A document tells them apart"),
    "little": gettext_lazy("Too little is told"),
}
"""Reasons that are given most often; each is kept in the words of whoever gave it."""


class NotWaiting(CasebookError):
    """A pair was answered that no longer waits, and no answer to it stands."""

    def __init__(self) -> None:
        super().__init__(_("This pair does not wait any more: another answer settled it."))


class AnswerForm(forms.Form):
    """A pair, a verdict, and the reason: chosen ones and one's own words. `replaces` is an answer that was seen."""

    candidate = forms.UUIDField()
    verdict = forms.ChoiceField(choices=Verdict.choices)
    why = forms.CharField(required=False, max_length=LONGEST_WHY)
    quick = forms.MultipleChoiceField(required=False, choices=list(QUICK.items()))
    replaces = forms.UUIDField(required=False)

    def reason(self) -> str:
        """Put the chosen reasons and the words together."""
        chosen = [str(QUICK[one]) for one in self.cleaned_data["quick"]]
        return "; ".join([*chosen, *filter(None, [self.cleaned_data["why"].strip()])])[:LONGEST_WHY]


@require_http_methods(["GET", "HEAD", "POST"])
def same(request: HttpRequest) -> HttpResponse:
    """Ask about the pair on whose answer most hangs. A POST looks for somebody's pairs alone."""
    if request.method == "POST":
        request.session[FILTER] = request.POST.get("query", "")[:LONGEST].strip()
        return redirect("same")
    return _ask(request, after=_candidate(request.GET.get("after", "")))


def _candidate(written: str) -> Candidate | None:
    try:
        return Candidate.objects.filter(pk=UUID(written)).first()
    except ValueError:
        return None


def _ask(request: HttpRequest, *, after: Candidate | None, last: Judgement | None = None) -> HttpResponse:
    """Show the next pair: a page, or for htmx its part alone."""
    viewer, only = viewer_of(request), request.session.get(FILTER, "")
    among = queries.named(viewer=viewer, query=only) if only else None
    line = queries.in_line(viewer=viewer, among=among)
    ahead = _ahead(request, line, after)
    context: dict[str, Any] = {
        "only": only,
        "waits": queries.waiting_pairs(viewer=viewer) if among is None else line.count(),
        "today": queries.judged_since(viewer=viewer, since=_midnight()),
        "then": ahead[1:],
        "past": after is not None,
        "last": last,
        **(_shown(viewer, ahead[0]) if ahead else {}),
    }
    part = request.headers.get("HX-Target") == "ask"
    return render(request, "pages/same_ask.html" if part else "pages/same.html", context)


def _ahead(request: HttpRequest, line: QuerySet[Candidate], after: Candidate | None) -> list[Candidate]:
    """Take the next pairs of a line: from one that was asked for by name, or those after one."""
    named = _candidate(request.GET.get("pair", "")) if request.method != "POST" else None
    if named:
        first = list(line.filter(pk=named.pk))
        return [*first, *line.exclude(pk=named.pk)[:THEN]]
    return list((queries.beyond(line, after=after) if after else line)[: THEN + 1])


def _shown(viewer: User, pair: Candidate) -> dict[str, Any]:
    found = compare(viewer=viewer, left=pair.left.person, right=pair.right.person)
    evidence = seen(pair.why)
    return {
        "pair": pair,
        "compared": found,
        "halves": (found.left, found.right),
        "speaks_for": [one for one in evidence if one.speaks_for or not one.strength],
        "speaks_against": [one for one in evidence if one.strength and not one.speaks_for],
        "stakes": [STAKES[Stake(one)] for one in pair.stakes],
        "quick": QUICK.items(),
    }


def _midnight() -> datetime:
    return datetime.combine(timezone.now().date(), time.min, UTC)


@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Keep one judgement, and ask about the next pair."""
    form, viewer = AnswerForm(request.POST), viewer_of(request)
    if not form.is_valid():
        messages.error(request, _("Choose one of the three answers."))
        return redirect("same")
    given = form.cleaned_data
    pair = queries.proposed(viewer=viewer).filter(pk=given["candidate"]).first()
    if pair is None:
        raise NotWaiting
    standing = queries.between(viewer=viewer, pair=pair)
    if standing and standing.pk != given["replaces"]:
        return _settled(request, pair=pair, standing=standing, form=form)
    made = _judged(viewer, pair=pair, form=form, standing=standing)
    if request.headers.get("HX-Request"):
        return _ask(request, after=pair, last=made)
    messages.success(request, _("Your answer was kept. It can be taken back on the person's page."))
    return redirect(f"{reverse('same')}?after={pair.pk}")


@transaction.atomic
def _judged(viewer: User, *, pair: Candidate, form: AnswerForm, standing: Judgement | None) -> Judgement:
    """Keep a judgement; one that was seen to stand in its way is taken back first."""
    at, why = timezone.now(), form.reason()
    if standing:
        actions.undo(by=viewer, at=at, judgement=standing, why=why)
    elif pair.left.person_id == pair.right.person_id:
        raise NotWaiting
    verdict = Verdict(form.cleaned_data["verdict"])
    return actions.judge(by=viewer, at=at, left=pair.left, right=pair.right, verdict=verdict, why=why)


def _settled(request: HttpRequest, *, pair: Candidate, standing: Judgement, form: AnswerForm) -> HttpResponse:
    """Show both answers to one pair, where somebody was faster."""
    given = form.cleaned_data
    verdict, why = Verdict(given["verdict"]), form.reason()
    mine = {"candidate": str(pair.pk), "verdict": verdict.value, "why": why, "replaces": str(standing.pk)}
    rows = (
        Row(label=_("Answer"), mine=str(verdict.label), theirs=standing.get_verdict_display()),
        Row(label=_("Why?"), mine=why, theirs=standing.why),
    )
    found = Conflict(
        what=f"{pair.left.entity} · {pair.right.entity}",
        said=_("Somebody answered this pair while you had it before you. Their answer stands; yours was not kept yet."),
        by=str(standing.by),
        at=standing.at,
        rows=rows,
        theirs=f"{reverse('same')}?after={pair.pk}",
        action=reverse("judge"),
        mine=mine if verdict != standing.verdict else {},
    )
    return conflict(request, found)


@require_POST
def undo(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Take a judgement back."""
    viewer = viewer_of(request)
    found = queries.judgement(viewer=viewer, reference=id)
    actions.undo(by=viewer, at=timezone.now(), judgement=found, why=request.POST.get("why", "")[:LONGEST_WHY])
    messages.success(request, _("The judgement was taken back."))
    to = request.POST.get("next", "")
    return redirect(to if url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}) else "same")
