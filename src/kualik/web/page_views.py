"""A document by its pages: the picture of one page, its claims drawn over it, and their cards beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.safestring import SafeString

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document, Page
from kualik.web.marking import Mark
from kualik.web.page_images import is_pictured
from kualik.web.page_marks import overlay, words_of
from kualik.web.paging import offset_of
from kualik.web.reviewing import CARDS, Card, place_asked
from kualik.web.templatetags.kualik import direction

__all__ = ["Sheet", "has_pictures", "sheet"]

MOST_MARKS = 3_000
DIGITS = 5  # of a page's number


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page: its number among how many, its sides in points, what is drawn over it, and its claims as cards."""

    number: int
    count: int
    width: float
    height: float
    marks: SafeString
    cards: tuple[Card, ...]
    offset: int
    total: int
    large: bool

    @property
    def before(self) -> int:
        """The page before; 0 where there is none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after; 0 where there is none."""
        return self.number + 1 if self.number < self.count else 0

    @property
    def query(self) -> str:
        """How an address asks for this page."""
        return _query(self.number, large=self.large)


def has_pictures(*, viewer: User, document: Document) -> bool:
    """Say whether a document can be looked at page by page."""
    return is_pictured(document) and documents.pages(viewer=viewer, document=document).exists()


def sheet(*, request: HttpRequest, viewer: User, document: Document) -> Sheet | None:
    """Show the page that is asked for; None where the text was asked for, or there is only text."""
    if request.GET.get("view") != "page" or not is_pictured(document):
        return None
    told = documents.pages(viewer=viewer, document=document)
    own = claims.in_order(viewer=viewer, document=document).order_by().values("document")
    own = claims.in_order(viewer=viewer, document=document).order_by().values("document")
    many = told.order_by().values("document").annotate(many=Count("pk")).values("many")
    # How many claims stand before it: they are numbered as in the whole text.
    before = own.filter(end__lte=OuterRef("start")).annotate(many=Count("pk")).values("many")
    for pages in (_asked(request, viewer, document, told.order_by("-number")), told.order_by("number")):
        if found := pages.annotate(many=Subquery(many), before=Subquery(before)).first():
            return _sheet(request, viewer, document, found, count=found.many, before=found.before or 0)
    return None


def _asked(request: HttpRequest, viewer: User, document: Document, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Find, first of those left, the page where a claim or passage begins, or that of a number, or the last."""
    if wanted := _claim_asked(request):
        claim = claims.in_order(viewer=viewer, document=document).order_by().filter(pk=wanted)
        return pages.filter(start__lte=Subquery(claim.values("start")))
    if found := place_asked(request.GET.get("at", "")):
        return pages.filter(start__lte=found[0])
    said = request.GET.get("page", "")
    number = int(said) if said.isascii() and said.isdigit() and len(said) <= DIGITS else 1
    return pages.filter(number__lte=number)


def _claim_asked(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("claim", ""))
    except ValueError:
        return None


def _sheet(request: HttpRequest, viewer: User, document: Document, page: Page, *, count: int, before: int) -> Sheet:
    large = request.GET.get("large") == "1"
    marks = _marks(viewer, document, page, before)
    places = {one.id: place for place, one in enumerate(marks)}
    offset = places.get(str(_claim_asked(request)), offset_of(request)) // CARDS * CARDS
    cards = _cards(viewer, document, marks[offset : offset + CARDS])
    return Sheet(
        number=page.number,
        count=count,
        width=page.width,
        height=page.height,
        marks=overlay(
            words=words_of(page.boxes),
            marks=marks,
            here={str(card.claim.pk) for card in cards},
            query=_query(page.number, large=large),
            leftward=direction(document.language) == "rtl",
        ),
        cards=cards,
        offset=offset,
        total=len(marks),
        large=large,
    )


def _marks(viewer: User, document: Document, page: Page, before: int) -> list[Mark]:
    found = claims.places(viewer=viewer, document=document).filter(start__lt=page.end, end__gt=page.start)
    return [
        Mark(id=str(pk), number=number, start=start, end=end, stance=stance, status=status)
        for number, (pk, start, end, stance, status) in enumerate(found[:MOST_MARKS], start=before + 1)
    ]


def _cards(viewer: User, document: Document, marks: Sequence[Mark]) -> tuple[Card, ...]:
    numbers = {one.id: one.number for one in marks}
    found = claims.document_claims(viewer=viewer, document=document).filter(pk__in=list(numbers))
    return tuple(Card(claim=one, number=numbers[str(one.pk)]) for one in found)


def _query(number: int, *, large: bool) -> str:
    return f"{urlencode({'view': 'page', 'page': number} | ({'large': 1} if large else {}))}&"
