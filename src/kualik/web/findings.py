"""One person: what is known, by whom, how well, what is disputed, and what is only proposed."""

from dataclasses import asdict, dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kualik.cases.accounts.models import User
from kualik.cases.findings import actions, policy, queries
from kualik.cases.findings.case import Case, Episode
from kualik.cases.people import policy as people_policy
from kualik.cases.people import queries as people
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.spellings import probable_spellings
from kualik.cases.releases import policy as releases_policy
from kualik.cases.releases import queries as releases
from kualik.cases.releases.models import Audience, Consent
from kualik.cases.sources import policy as sources_policy
from kualik.engine import placing
from kualik.engine.weighing import Weighed
from kualik.web.boards import Board, best, boards
from kualik.web.case_timeline import disputed_dates, disputes_custody, is_disputed, timeline
from kualik.web.choice_conflicts import chosen_meanwhile, is_new
from kualik.web.completing import meters
from kualik.web.family import family, is_held
from kualik.web.passages import chosen
from kualik.web.release_forms import ConsentForm
from kualik.web.signed_in import viewer_of

__all__ = ["Stay", "choose", "person", "stays"]

BESIDE = 30  # answers of authorities that the page shows; each is in its document


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One stretch of custody on the page: its boards, how well it stands, where it was."""

    episode: Episode
    boards: list[Board]
    standing: Weighed | None
    disputed: bool
    facilities: tuple[str, ...]
    mapped: str  # the place of the gazetteer, empty where the written name may mean several or none

    @property
    def line(self) -> CustodyLine:
        """The stretch in one line."""
        return self.episode.line


class ChoiceForm(forms.Form):
    """Which value is published, and why."""

    property = forms.CharField(max_length=60)
    value = forms.CharField(max_length=2000)
    why = forms.CharField(max_length=2000)


@require_safe
def person(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one person's case."""
    viewer = viewer_of(request)
    one = people.person(viewer=viewer, reference=reference)
    if reference != str(one):
        return redirect("person", reference=str(one))
    case = queries.case(viewer=viewer, person=one)
    consents = list(releases.consents(viewer=viewer, person=one))
    held = stays(case)
    graph, disputed = family(case), disputed_dates(case)
    context = {
        "case": case,
        "probable": probable_spellings(forms=case.names),
        "titles": {one.document: one.title for one in case.passages},
        "boards": boards(case.known, case.passages),
        "stays": held,
        "now": [one for one in held if one.episode.accepted],
        "named": best(case.known, "name"),
        "drawing": timeline(case),
        "moments": [(moment, is_disputed(moment, disputed)) for moment in case.timeline],
        "kin": [(one, is_held(one)) for one in case.kin],
        "graph": asdict(graph) if case.kin else None,
        "beside": case.beside[:BESIDE],
        "passages": chosen(request, case.passages),
        "meters": meters(case=case, consented=_consented(viewer, consents)),
        "consents": consents,
        **_rights(viewer),
    }
    return render(request, "pages/person.html", context)


def _rights(viewer: User) -> dict[str, object]:
    may_publish = releases_policy.may_publish(viewer)
    return {
        "may_choose": policy.may_choose(viewer),
        "may_judge": people_policy.may_judge(viewer),
        "may_add": sources_policy.may_add(viewer),
        "consent_form": ConsentForm() if may_publish else None,
    }


def _consented(viewer: User, consents: list[Consent]) -> bool | None:
    if not releases_policy.may_see_consents(viewer):
        return None
    return any(one.audience == Audience.UN and one.withdrawn_at is None for one in consents)


def stays(case: Case) -> list[Stay]:
    """Put the stretches of custody beside what is known of each."""
    return [_stay(episode, case) for episode in case.episodes]


def _stay(episode: Episode, case: Case) -> Stay:
    facility = best(episode.known, "facility")
    return Stay(
        episode=episode,
        boards=boards(episode.known, case.passages),
        standing=best(episode.known, "state") or best(episode.known, "sentence"),
        disputed=disputes_custody(episode, case),
        facilities=(facility.value,) if facility else (),
        mapped=placing.resolve(episode.line.place).place if episode.line.place else "",
    )


@require_POST
def choose(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose which of several values is published, or take the choice back."""
    viewer = viewer_of(request)
    one = people.person(viewer=viewer, reference=reference)
    standing, form = queries.choices(one), ChoiceForm(request.POST)
    if "unchoose" in request.POST:
        asked = request.POST["unchoose"]
        if is_new(request, now := standing.get(asked)):
            answer = {"unchoose": asked}
            return chosen_meanwhile(request, viewer=viewer, person=one, standing=now, answer=answer)
        actions.unchoose(by=viewer, at=timezone.now(), person=one, property=asked)
        messages.success(request, _("The choice was taken back."))
        return _to_board(str(one), asked)
    if form.is_valid():
        if is_new(request, now := standing.get(form.cleaned_data["property"])):
            return chosen_meanwhile(request, viewer=viewer, person=one, standing=now, answer=form.cleaned_data)
        actions.choose(by=viewer, at=timezone.now(), person=one, **form.cleaned_data)
        messages.success(request, _("The value is chosen for publication."))
    else:
        messages.error(request, _("Say why this value is to be published."))
    return _to_board(str(one), request.POST.get("property", ""))


def _to_board(reference: str, name: str) -> HttpResponse:
    """Lead back to where the choice was made."""
    anchor = "-".join(part for part in name.split(".") if part.isalnum())
    return redirect(f"{reverse('person', args=[reference])}#board-{anchor}")
