"""Documents: the list, with what waits and what was refused, and one document with its claims beside the text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kualik.cases.accounts.models import User
from kualik.cases.claims import policy as claims_policy
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents import queries
from kualik.cases.documents.models import Document
from kualik.cases.sources import policy as sources_policy
from kualik.cases.sources import queries as sources
from kualik.cases.sources.models import State
from kualik.engine.facts import Status
from kualik.web import marking, words
from kualik.web.claim_forms import NewClaimForm
from kualik.web.paging import SIZE, offset_of, paging
from kualik.web.signed_in import viewer_of

__all__ = ["Card", "Group", "Tally", "card_of", "document", "documents", "tally"]

SHOWS: tuple[tuple[str, Promise], ...] = (
    ("all", _("All")),
    ("review", _("With claims to review")),
    ("waiting", _("Not read yet")),
    ("refused", _("Could not be read")),
)
SOURCES_IN = {"waiting": (State.WAITING, State.READING), "refused": (State.REFUSED,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim as a card: its number in the text, and what may be done with it."""

    claim: Claim
    number: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The claims about one entity, in the order of the text."""

    entity: Entity
    label: str
    cards: tuple[Card, ...]

    @property
    def proposed(self) -> int:
        """How many of them wait for a decision."""
        return sum(card.claim.status == Status.PROPOSED.value for card in self.cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How far the review of a document has come, as counts and as parts of a bar of 100 units."""

    accepted: int
    rejected: int
    proposed: int

    @property
    def total(self) -> int:
        """All claims."""
        return self.accepted + self.rejected + self.proposed

    @property
    def accepted_share(self) -> float:
        """The accepted part of the bar."""
        return 100 * self.accepted / (self.total or 1)

    @property
    def rejected_share(self) -> float:
        """The rejected part of the bar."""
        return 100 * self.rejected / (self.total or 1)


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """List documents, or the sources that are not documents yet."""
    asked = request.GET.get("show", "all")
    show = asked if asked in dict(SHOWS) else "all"
    page = _sources_page(request, show) if show in SOURCES_IN else _documents_page(request, show)
    return render(request, "pages/documents.html", {"shows": SHOWS, "show": show, **page})


def _sources_page(request: HttpRequest, show: str) -> dict[str, object]:
    found = sources.sources(viewer=viewer_of(request)).filter(state__in=SOURCES_IN[show])
    offset = offset_of(request)
    return {
        "sources": found[offset : offset + SIZE],
        "page": paging(offset=offset, total=found.count(), show=show),
    }


def _documents_page(request: HttpRequest, show: str) -> dict[str, object]:
    proposed = Count("claims", filter=Q(claims__status=Status.PROPOSED.value))
    decided = Count("claims", filter=Q(claims__status=Status.ACCEPTED.value))
    found = queries.documents(viewer=viewer_of(request)).annotate(proposed=proposed, accepted=decided)
    found = found.order_by("-read_at", "part", "id").defer("text", "fingerprint")
    if show == "review":
        found = found.filter(proposed__gt=0)
    offset = offset_of(request)
    return {
        "documents": found[offset : offset + SIZE],
        "page": paging(offset=offset, total=found.count(), show=show),
    }


@require_safe
def document(request: HttpRequest, id: UUID) -> HttpResponse:  # noqa: A002 (the address calls it so)
    """Show one document: every claim marked in its text, and as a card beside it."""
    viewer = viewer_of(request)
    one = queries.document(viewer=viewer, id=id)
    found = list(claims.document_claims(viewer=viewer, document=one))
    cards = _cards(one, found)
    context = {
        "document": one,
        "segments": marking.mark(text=one.text, marks=_marks(cards), pages=_pages(one, viewer)),
        "groups": _groups(cards),
        "tally": tally(found),
        "copies": queries.copies(viewer=viewer, document=one),
        "file_name": sources.file_name(one.source),
        "handover": sources.handover(viewer=viewer, source=one.source),
        "may_decide": claims_policy.may_decide(viewer),
        "may_add": sources_policy.may_add(viewer),
        "adder": NewClaimForm(entities=claims.entities(viewer=viewer).filter(document=one)),
    }
    return render(request, "pages/document.html", context)


def card_of(*, document: Document, claims_there: Sequence[Claim], claim: UUID) -> Card:
    """Make the card of one claim, with the number that it has on its page."""
    return next(card for card in _cards(document, claims_there) if card.claim.pk == claim)


def _cards(document: Document, found: Sequence[Claim]) -> list[Card]:
    ordered = sorted(found, key=lambda one: (one.start, one.end, str(one.pk)))
    return [Card(claim=one, number=number, language=document.language) for number, one in enumerate(ordered, start=1)]


def _groups(cards: Sequence[Card]) -> list[Group]:
    """Group cards by entity, in the order in which the text comes to them."""
    about: dict[UUID, list[Card]] = defaultdict(list)
    for card in cards:
        about[card.claim.entity_id].append(card)
    return [Group(entity=one[0].claim.entity, label=_label(one), cards=tuple(one)) for one in about.values()]


def _label(cards: Sequence[Card]) -> str:
    """Call a group by its entity's name; one without, such as a custody, by whomever its claims point at."""
    entity = cards[0].claim.entity
    if entity.name or entity.description:
        return str(entity)
    pointed = dict.fromkeys(str(card.claim.value_entity) for card in cards if card.claim.value_entity)
    return ", ".join(pointed) or words.schema_word(entity.schema)


def _marks(cards: Sequence[Card]) -> list[marking.Mark]:
    return [
        marking.Mark(
            id=str(card.claim.pk),
            number=card.number,
            start=card.claim.start,
            end=card.claim.end,
            stance=card.claim.stance,
            status=card.claim.status,
        )
        for card in cards
    ]


def _pages(document: Document, viewer: User) -> list[tuple[int, int]]:
    return [
        (page.number, page.start) for page in queries.pages(viewer=viewer, document=document).only("number", "start")
    ]


def tally(found: Sequence[Claim]) -> Tally:
    """Count how far the review has come; what was replaced or withdrawn is left out."""
    count = {status: sum(one.status == status for one in found) for status in ("accepted", "rejected", "proposed")}
    return Tally(accepted=count["accepted"], rejected=count["rejected"], proposed=count["proposed"])
