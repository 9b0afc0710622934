"""One document at work: the claims of a stretch of its text as cards, and that text with every claim marked in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim, Entity
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.documents.queries import Opened
from kualik.engine.facts import Status
from kualik.web import marking, words
from kualik.web.marking import Mark

__all__ = [
    "CARDS",
    "Card",
    "Group",
    "Progress",
    "Stretch",
    "card",
    "claim_address",
    "groups",
    "place_asked",
    "progress",
    "stretch",
]

CARDS = 50  # claims shown at a time
LONGEST = 150_000  # characters of a text that is shown whole
MOST_MARKS = 3_000  # claims of a text that is shown whole
LONGEST_PLACE = 20  # characters of "start-end" in an address
AROUND = 1_500  # characters before the first and after the last claim of a stretch of a longer one


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim as a card: its number in the text."""

    claim: Claim
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims about one entity, in the order of the text."""

    entity: Entity
    label: str
    cards: tuple[Card, ...]

    @property
    def proposed(self) -> int:
        """How many of them wait for a decision."""
        return sum(card.claim.status == Status.PROPOSED.value for card in self.cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the review of a document has come, as counts and as parts of a bar of 100 units."""

    accepted: int
    rejected: int
    proposed: int
    withdrawn: int = 0

    @property
    def claims(self) -> int:
        """All claims that have a card."""
        return self.total + self.withdrawn

    @property
    def total(self) -> int:
        """All claims but those that were replaced or withdrawn."""
        return self.accepted + self.rejected + self.proposed

    @property
    def accepted_share(self) -> float:
        """The accepted part of the bar."""
        return 100 * self.accepted / (self.total or 1)

    @property
    def rejected_share(self) -> float:
        """The rejected part of the bar."""
        return 100 * self.rejected / (self.total or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What of a text is shown, and the claims that are shown as cards. `start` and `end` are code points."""

    offset: int
    total: int
    cards: tuple[Card, ...]
    segments: tuple[marking.Segment, ...]
    start: int
    end: int
    length: int

    @property
    def whole(self) -> bool:
        """Whether all of the text is shown."""
        return self.start == 0 and self.end == self.length

    @property
    def here(self) -> frozenset[str]:
        """The claims that have a card on this page."""
        return frozenset(str(card.claim.pk) for card in self.cards)


def progress(*, viewer: User, document: Document) -> Progress:
    """Say how far the review of a document has come."""
    tally = claims.tally(viewer=viewer, document=document)
    return Progress(
        accepted=tally.accepted, rejected=tally.rejected, proposed=tally.proposed, withdrawn=tally.withdrawn
    )


def claim_address(claim: Claim) -> str:
    """Say where a claim stands: on the page of cards that it is on."""
    return f"{reverse('document', args=[claim.document_id])}?claim={claim.pk}#claim-{claim.pk}"


def card(*, viewer: User, claim: Claim) -> Card:
    """Make the card of one claim, with the number that it has on its page."""
    return Card(claim=claim, number=claims.before(viewer=viewer, claim=claim) + 1)


def place_asked(at: str) -> tuple[int, int] | None:
    """Read which passage an address asks for: "120-135" in code points."""
    start, _, end = at.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()) or len(at) > LONGEST_PLACE:
        return None
    return (int(start), int(end)) if int(start) < int(end) else None


def stretch(*, viewer: User, opened: Opened, total: int, offset: int, found: tuple[int, int] | None = None) -> Stretch:
    """Take the claims of a page from `offset` on, and the text around them: all of it, unless it is very long.

    Args:
        viewer: whoever looks.
        opened: what is looked at, with the head of its text.
        total: how many claims it has.
        offset: how many claims stand before the page.
        found: a passage that a search has found; it is marked as well.
    """
    document = opened.document
    shown = list(claims.document_claims(viewer=viewer, document=document)[offset : offset + CARDS])
    start, end = _window(opened.length, total, shown, found)
    text = opened.head[:end]
    if start or len(text) < end:
        text = documents.stretch(viewer=viewer, document=document, start=start, end=end)
    places = _places(viewer, document, shown if total > MOST_MARKS else None, offset)
    return Stretch(
        offset=offset,
        total=total,
        cards=tuple(Card(claim=one, number=offset + place) for place, one in enumerate(shown, start=1)),
        segments=marking.mark(
            text=text,
            marks=[_moved(one, start, end) for one in places if one.end > start and one.start < end],
            pages=_pages(viewer, document, start, end),
            found=(max(found[0] - start, 0), min(found[1], end) - start) if found and found[0] < end else None,
        ),
        start=start,
        end=end,
        length=opened.length,
    )


def _pages(viewer: User, document: Document, start: int, end: int) -> list[tuple[int, int]]:
    """List where pages begin within what is shown."""
    found = documents.pages(viewer=viewer, document=document).filter(start__gte=start, start__lt=end)
    return [(number, begins - start) for number, begins in found.values_list("number", "start")]


def _window(length: int, total: int, shown: Sequence[Claim], found: tuple[int, int] | None) -> tuple[int, int]:
    if length <= LONGEST and total <= MOST_MARKS:
        return 0, length
    starts = [one.start for one in shown] + ([found[0]] if found else [])
    ends = [one.end for one in shown] + ([found[1]] if found else [])
    first = max(0, min(starts, default=0) - AROUND)
    return first, min(length, max(ends, default=0) + AROUND, first + LONGEST)


def _places(viewer: User, document: Document, shown: Sequence[Claim] | None, offset: int) -> list[Mark]:
    """List what is to be marked: every claim of a text, or only those with cards where there are too many."""
    found = claims.places(viewer=viewer, document=document)
    if shown is not None:
        found = found.filter(pk__in=[one.pk for one in shown])
    return [
        Mark(id=str(pk), number=number, start=start, end=end, stance=stance, status=status)
        for number, (pk, start, end, stance, status) in enumerate(found, start=1 if shown is None else offset + 1)
    ]


def _moved(one: Mark, start: int, end: int) -> Mark:
    """Count a passage from where the shown text begins, and cut it where that ends."""
    return Mark(
        id=one.id,
        number=one.number,
        start=max(one.start, start) - start,
        end=min(one.end, end) - start,
        stance=one.stance,
        status=one.status,
    )


def groups(cards: Sequence[Card]) -> list[Group]:
    """Group cards by entity, in the order in which the text comes to them."""
    about = defaultdict[UUID, list[Card]](list)
    for one in cards:
        about[one.claim.entity_id].append(one)
    return [Group(entity=one[0].claim.entity, label=_label(one), cards=tuple(one)) for one in about.values()]


def _label(cards: Sequence[Card]) -> str:
    """Call a group by its entity's name; one without, such as a custody, by whomever its claims point at."""
    entity = cards[0].claim.entity
    if entity.name or entity.description:
        return str(entity)
    pointed = dict.fromkeys(str(card.claim.value_entity) for card in cards if card.claim.value_entity)
    return ", ".join(pointed) or words.schema_word(entity.schema)
