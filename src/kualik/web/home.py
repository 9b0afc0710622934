"""The start page: what waits, dates that come near, and what one was at; each number opens its list."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kualik.cases.accounts.models import Role, User
from kualik.cases.accounts.policy import roles_of
from kualik.cases.desk import queries as desk
from kualik.cases.findings.awaiting import Awaiting, awaiting, begun
from kualik.cases.findings.dates_ahead import Kind, Near, near
from kualik.cases.releases import queries as releases
from kualik.cases.summaries.queries import people
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of

__all__ = ["consents_missing", "dates", "home"]

NEAREST = 4  # dates of each kind on the start page

DATES: dict[Kind, tuple[Promise, Promise]] = {
    Kind.SENTENCE_ENDS: (
        _("Sentences that end within 60 days"),
        _("Worked out from the beginning and the sentence that are told. Ask the family, and the authority, in time."),
    ),
    Kind.UN_WINDOW: (
        _("Three months for the urgent procedure of the United Nations"),
        _(
            "The Working Group on Enforced or Involuntary Disappearances takes a case up urgently within three months "
            "of the disappearance. After this day it goes the standard way."
        ),
    ),
    Kind.ANNIVERSARY: (
        _("Anniversaries within 14 days"),
        _("The day on which somebody was taken comes round who is still held."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One number, what it counts, and the list that it opens."""

    count: int
    word: Promise
    meaning: Promise
    address: str
    bad: bool = False


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what waits."""
    viewer = viewer_of(request)
    held = roles_of(viewer)
    if Role.READER not in held:
        return render(request, "pages/home.html", {"waits": []})
    besides = [releases.consents_missing(viewer=viewer)] if Role.PUBLISHER in held else []
    counted = awaiting(viewer=viewer, besides=besides)
    if not counted.sources:
        return render(request, "pages/home.html", {"waits": [], "empty_house": True})
    waits = [*_reading(counted), *_deciding(counted, held), *_publishing(viewer, held, counted)]
    context = {
        "waits": waits,
        "nothing_waits": not any(one.count for one in waits),
        "searches": desk.searches(viewer=viewer),
        "begun": begun(viewer=viewer) if Role.EDITOR in held else (),
        "dates": [(*DATES[found.kind], found) for found in _near(viewer, timezone.now().date()) if found.total],
    }
    return render(request, "pages/home.html", context)


def _near(viewer: User, today: date) -> list[Near]:
    return [near(viewer=viewer, kind=kind, today=today, limit=NEAREST) for kind in Kind]


def _reading(counted: Awaiting) -> list[Waiting]:
    documents = reverse("documents")
    return [
        Waiting(
            count=counted.claims,
            word=_("Claims to review"),
            meaning=_("A machine read them; a person decides."),
            address=f"{documents}?show=review",
        ),
        Waiting(
            count=counted.waiting,
            word=_("Documents not read yet"),
            meaning=_("They are in line for the reader."),
            address=f"{documents}?show=waiting",
        ),
        Waiting(
            count=counted.refused,
            word=_("Documents that could not be read"),
            meaning=_("Each with the reason and what can be done."),
            address=f"{documents}?show=refused",
            bad=True,
        ),
        Waiting(
            count=counted.unwritten,
            word=_("Transcripts wanted"),
            meaning=_("Scans and pictures that no machine here can read: write down what they say."),
            address=f"{documents}?show=refused",
        ),
    ]


def _deciding(counted: Awaiting, held: frozenset[Role]) -> list[Waiting]:
    found = []
    if Role.EDITOR in held:
        found.append(
            Waiting(
                count=counted.pairs,
                word=_("Possibly the same person"),
                meaning=_("Two records that may be of one human being."),
                address=reverse("same"),
            )
        )
    found.append(
        Waiting(
            count=counted.disputed,
            word=_("People of whom something is disputed"),
            meaning=_("Those who tell of them contradict each other, or somebody denies it."),
            address=f"{reverse('people')}?show=disputed",
        )
    )
    return found


def _publishing(viewer: User, held: frozenset[Role], counted: Awaiting) -> list[Waiting]:
    if Role.PUBLISHER not in held:
        return []
    return [
        Waiting(
            count=counted.more.get("consents") or 0,
            word=_("Consents missing"),
            meaning=_("People proposed to be shown, for whom no consent stands."),
            address=reverse("missing_consents"),
            bad=True,
        ),
        Waiting(
            count=releases.awaiting(viewer=viewer),
            word=_("Releases to approve"),
            meaning=_("Drafts that nobody outside sees yet."),
            address=reverse("releases"),
        ),
    ]


@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    """List the dates of one kind that come near."""
    asked = request.GET.get("kind", "")
    kind = Kind(asked) if asked in set(Kind) else Kind.SENTENCE_ENDS
    offset, today = offset_of(request), timezone.now().date()
    found = near(viewer=viewer_of(request), kind=kind, today=today, limit=SIZE, offset=offset)
    context = {
        "near": found,
        "meaning": DATES[kind][1],
        "kinds": [(one.value, words[0], one == kind) for one, words in DATES.items()],
        "page": paging(offset=offset, total=found.total, kind=kind.value),
    }
    return render(request, "pages/dates.html", context)


@require_safe
def consents_missing(request: HttpRequest) -> HttpResponse:
    """List the people proposed to be shown for whom no consent stands."""
    viewer, offset = viewer_of(request), offset_of(request)
    wanted = releases.without_consent(viewer=viewer)
    found = people(viewer=viewer).filter(person__in=wanted).order_by("number")
    context = {"rows": found[offset : offset + SIZE], "page": paging(offset=offset, total=found.count())}
    return render(request, "pages/consents_missing.html", context)
