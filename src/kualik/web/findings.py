"""One person and one event: what is known, by whom, how well, what is disputed, and what is only proposed."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from kualik.cases.findings import actions, policy, queries
from kualik.cases.findings.case import Case, Episode, Known, Moment, Passage
from kualik.cases.people import policy as people_policy
from kualik.cases.people import queries as people
from kualik.cases.people.custody import CustodyLine
from kualik.cases.people.spellings import probable_spellings
from kualik.cases.releases import policy as releases_policy
from kualik.cases.releases import queries as releases
from kualik.engine.facts import Schema, edtf
from kualik.engine.weighing import Weighed
from kualik.web import words
from kualik.web.custody import in_a_line
from kualik.web.drawing import Drawing, Stretch, draw
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.release_forms import ConsentForm
from kualik.web.signed_in import viewer_of

__all__ = ["Board", "Value", "boards", "choose", "event", "events", "person", "timeline"]


KINDS: tuple[tuple[str, Promise], ...] = (
    ("", gettext_lazy("All")),
    ("protest", gettext_lazy("Protests")),
    ("appeal", gettext_lazy("Appeals")),
    ("incident", gettext_lazy("Incidents")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a property with the passages for it and against it."""

    weighed: Weighed
    supports: tuple[Passage, ...]
    denies: tuple[Passage, ...]
    retracted: tuple[Passage, ...]
    chosen: bool
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One property: its values side by side, and what is only proposed."""

    known: Known
    values: tuple[Value, ...]
    proposals: tuple[Passage, ...]

    @property
    def disputed(self) -> bool:
        """Whether the values contradict each other, or somebody denies one."""
        return bool(self.known.finding and self.known.finding.disputed)


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
    context = {
        "case": case,
        "probable": probable_spellings(forms=case.names),
        "boards": boards(case.known, case.passages),
        "episodes": [(episode, boards(episode.known, case.passages)) for episode in case.episodes],
        "drawing": timeline(case),
        "now": [line for line in _lines(case) if line.accepted],
        "may_choose": policy.may_choose(viewer),
        "may_judge": people_policy.may_judge(viewer),
        "consents": releases.consents(viewer=viewer, person=one),
        "consent_form": ConsentForm() if releases_policy.may_publish(viewer) else None,
    }
    return render(request, "pages/person.html", context)


def _lines(case: Case) -> list[CustodyLine]:
    return [episode.line for episode in case.episodes]


def boards(known: tuple[Known, ...], passages: tuple[Passage, ...]) -> list[Board]:
    """Put passages beside the values that they speak for or against."""
    by_claim = {str(one.claim): one for one in passages}
    return [_board(one, by_claim) for one in known]


def _board(known: Known, by_claim: dict[str, Passage]) -> Board:
    chosen = known.choice.value if known.choice else None
    values = known.finding.values if known.finding else ()
    return Board(
        known=known,
        values=tuple(_value(one, by_claim, chosen) for one in values),
        proposals=known.proposals,
    )


def _value(weighed: Weighed, by_claim: dict[str, Passage], chosen: str | None) -> Value:
    supports = _passages(weighed.supports, by_claim)
    denied = _passages(tuple(one.claim for one in weighed.denies), by_claim)
    return Value(
        weighed=weighed,
        supports=supports,
        denies=denied,
        retracted=_passages(weighed.retracted, by_claim),
        chosen=weighed.value == chosen,
        language=next((one.language for one in supports), ""),
    )


def _passages(claims: tuple[str, ...], by_claim: dict[str, Passage]) -> tuple[Passage, ...]:
    return tuple(by_claim[one] for one in claims if one in by_claim)


def timeline(case: Case) -> Drawing | None:
    """Draw the stretches of custody, and what happened around them, as far as their dates are known."""
    held = [_stretch(episode) for episode in case.episodes]
    custody = {entity for episode in case.episodes for entity in episode.entities}
    moments = [
        Stretch(label=_happened(one), earliest=one.earliest, latest=one.latest, accepted=one.accepted)
        for one in case.timeline
        if one.schema != Schema.PERSON and not custody & {passage.entity for passage in one.passages}
    ]
    return draw(stretches=[*held, *moments], today=timezone.now().date())


def _happened(one: Moment) -> str:
    return words.moment_word(schema=one.schema, name=one.property, kind=one.kind)


def _stretch(episode: Episode) -> Stretch:
    start, end = (
        edtf.bounds(date) if edtf.is_edtf(date) else (None, None) for date in (episode.line.start, episode.line.end)
    )
    return Stretch(
        label=in_a_line(episode.line),
        earliest=start[0],
        latest=start[1],
        until_earliest=end[0],
        until_latest=end[1],
        accepted=episode.accepted,
        lasts=True,
    )


@require_POST
def choose(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose which of several values is published, or take the choice back."""
    viewer = viewer_of(request)
    one = people.person(viewer=viewer, reference=reference)
    if "unchoose" in request.POST:
        actions.unchoose(by=viewer, at=timezone.now(), person=one, property=request.POST["unchoose"])
        messages.success(request, _("The choice was taken back."))
        return redirect("person", reference=str(one))
    form = ChoiceForm(request.POST)
    if form.is_valid():
        actions.choose(by=viewer, at=timezone.now(), person=one, **form.cleaned_data)
        messages.success(request, _("The value is chosen for publication."))
    else:
        messages.error(request, _("Say why this value is to be published."))
    return redirect("person", reference=str(one))


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """List protests, appeals and incidents: all, or those of one kind."""
    asked, offset = request.GET.get("show", ""), offset_of(request)
    show = asked if asked in dict(KINDS) else ""
    found = queries.events(viewer=viewer_of(request), schema=show.capitalize(), limit=SIZE, offset=offset)
    page = paging(offset=offset, total=found.total, show=show)
    return render(request, "pages/events.html", {"rows": found.rows, "page": page, "kinds": KINDS, "show": show})


@require_safe
def event(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one event: what is told of it, who took part, how authorities answered."""
    case = queries.event(viewer=viewer_of(request), entity=id)
    context = {"case": case, "row": case.row, "boards": boards(case.known, (*case.passages, *case.beside))}
    return render(request, "pages/event.html", context)
