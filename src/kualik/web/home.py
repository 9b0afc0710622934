"""The start page: what waits, for whoever is signed in; each number opens its list."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kualik.cases.accounts.models import Role
from kualik.cases.accounts.policy import roles_of
from kualik.cases.findings import queries as findings
from kualik.cases.findings.case import Home
from kualik.cases.releases import queries as releases
from kualik.web.signed_in import viewer_of

__all__ = ["home"]


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
    waits = _waits(findings.home(viewer=viewer), releases.awaiting(viewer=viewer), held) if Role.READER in held else []
    empty = Role.READER in held and not any(one.count for one in waits)
    return render(request, "pages/home.html", {"waits": waits, "nothing_waits": empty})


def _waits(counted: Home, drafts: int, held: frozenset[Role]) -> list[Waiting]:
    documents = reverse("documents")
    found = [
        Waiting(
            count=counted.proposals,
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
    ]
    if Role.EDITOR in held:
        found.append(
            Waiting(
                count=counted.candidates,
                word=_("Possibly the same person"),
                meaning=_("Two records that may be of one human being."),
                address=reverse("same"),
            )
        )
    if Role.PUBLISHER in held:
        found.append(
            Waiting(
                count=drafts,
                word=_("Releases to approve"),
                meaning=_("Drafts that nobody outside sees yet."),
                address=f"{reverse('releases')}",
            )
        )
    return found
