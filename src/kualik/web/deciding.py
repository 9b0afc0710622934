"""Several claims decided at once: first a page that says exactly which, then one act with one entry in the ledger."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from kualik.cases.accounts.models import User
from kualik.cases.claims import actions, queries
from kualik.cases.claims.errors import DecidedMeanwhile, NothingToDecide
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.engine.facts import Status
from kualik.web.signed_in import viewer_of

__all__ = ["Several", "decide", "offered", "undoable"]

WHY = "why"
LONGEST_WHY = 2000  # characters
MOST_OFFERED = 5_000  # proposals of a document that are gone through for who speaks in them
MOST_LISTED = 2_000  # claims decided in one act from a page
LEAST = (90, 80, 70, 60)  # per cent of a reader's confidence
DEEDS = {"accept": actions.accept, "reject": actions.reject, "reopen": actions.reopen}


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """What may be decided at once in a document: by voice and by confidence, each with how many proposals it is."""

    waiting: int
    voices: tuple[tuple[str, int], ...]
    least: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """Which proposals of a document are meant. `least` is in per cent; what is empty does not narrow them."""

    entity: Entity | None = None
    voice: str = ""
    least: int = 0

    @property
    def bound(self) -> str:
        """The least confidence as it is written."""
        return f"{self.least}%"

    def lets(self, claim: Claim) -> bool:
        """Say whether a claim is among them."""
        spoken = not self.voice or (claim.voice and claim.voice[-1] == self.voice)
        about = self.entity is None or claim.entity_id == self.entity.pk
        return bool(spoken and about and 100 * claim.confidence >= self.least)


def offered(*, viewer: User, document: Document) -> Several:
    """Say who speaks in the proposals of a document, and how sure the readers were of them."""
    found = queries.waiting(viewer=viewer, document=document).order_by().select_related(None)
    told = list(found.values_list("voice", "confidence")[:MOST_OFFERED])
    voices = Counter(voice[-1] for voice, _confidence in told if voice)
    least = ((bound, sum(100 * confidence >= bound for _voice, confidence in told)) for bound in LEAST)
    return Several(
        waiting=len(told),
        voices=tuple(voices.most_common()),
        least=tuple((bound, many) for bound, many in least if 0 < many < len(told)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show what would be decided; then decide on exactly that."""
    viewer = viewer_of(request)
    document = documents.opened(viewer=viewer, id=id).document
    if request.method == "POST":
        return _done(request, viewer, document)
    deed = request.GET.get("deed", "accept")
    sieve = _sieve(request, viewer)
    found = queries.waiting(viewer=viewer, document=document)[:MOST_OFFERED]
    meant = [claim for claim in found if sieve.lets(claim)][:MOST_LISTED]
    context = {
        "document": document,
        "file_name": document.source.handover.file_name,
        "deed": deed if deed in DEEDS else "accept",
        "claims": meant,
        "sieve": sieve,
        "ids": " ".join(str(claim.pk) for claim in meant),
        "kept": request.GET.urlencode(),
        "most": MOST_LISTED if len(meant) == MOST_LISTED else 0,
    }
    return render(request, "pages/decide.html", context)


def _sieve(request: HttpRequest, viewer: User) -> Sieve:
    entity, least = request.GET.get("entity"), request.GET.get("least", "")
    return Sieve(
        entity=queries.entity(viewer=viewer, id=entity) if entity else None,
        voice=request.GET.get("voice", ""),
        least=int(least) if least in {str(one) for one in LEAST} else 0,
    )


def _done(request: HttpRequest, viewer: User, document: Document) -> HttpResponse:
    """Decide on the claims that the preview named, all or none: each as it was when it was shown."""
    deed, at = request.POST.get("deed", "accept"), timezone.now()
    act = DEEDS.get(deed, actions.accept)
    meant = _named(request.POST.get("claims", ""))
    seen = None if deed == "reopen" else Status.PROPOSED
    try:
        decided = act(by=viewer, at=at, claims=meant, why=request.POST.get(WHY, "")[:LONGEST_WHY], seen=seen)
    except (DecidedMeanwhile, NothingToDecide):
        return _look_again(request, document, deed)
    messages.success(request, _said(deed, len(decided)))
    back = reverse("document", args=[document.pk])
    return redirect(back if deed == "reopen" else f"{back}?{urlencode({'act': at.isoformat()})}")


def _named(written: str) -> list[UUID]:
    found = []
    for one in written.split()[:MOST_LISTED]:
        try:
            found.append(UUID(one))
        except ValueError:
            continue
    return found


def _look_again(request: HttpRequest, document: Document, deed: str) -> HttpResponse:
    """Show what is left: somebody decided on one of the claims meanwhile, so nothing was decided on any."""
    messages.warning(
        request,
        _("Somebody else decided on some of these meanwhile, so nothing was changed. This is what still waits."),
    )
    if deed == "reopen":
        return redirect("document", document.pk)
    return redirect(f"{reverse('decide', args=[document.pk])}?{request.POST.get('kept', '')[:LONGEST_WHY]}")


def _said(deed: str, many: int) -> str:
    said = {
        "accept": ngettext("%(count)d claim accepted.", "%(count)d claims accepted.", many),
        "reject": ngettext("%(count)d claim rejected.", "%(count)d claims rejected.", many),
        "reopen": ngettext("%(count)d claim is a proposal again.", "%(count)d claims are proposals again.", many),
    }
    return said.get(deed, said["accept"]) % {"count": many}


def undoable(request: HttpRequest, *, document: Document) -> dict[str, Any] | None:
    """Offer to take back, as one act, what the viewer has just decided as one."""
    try:
        at = parse_datetime(request.GET.get("act", ""))
    except ValueError:
        return None
    if at is None or timezone.is_naive(at):
        return None
    found = queries.decided_at(viewer=viewer_of(request), document=document, at=at)
    ids = list(found.values_list("pk", flat=True)[:MOST_LISTED])
    return {"many": len(ids), "ids": _joined(ids)} if ids else None


def _joined(ids: Iterable[UUID]) -> str:
    return " ".join(str(one) for one in ids)
