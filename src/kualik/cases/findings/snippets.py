"""Why a document or a claim was found: the words that answer, marked in their passage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Substr

from kualik.cases.accounts.models import User
from kualik.cases.claims import queries as claims
from kualik.cases.claims.models import Claim
from kualik.cases.documents.models import Section
from kualik.cases.sources.policy import levels
from kualik.engine.searching import Question, excerpt, marks

__all__ = ["ClaimHit", "DocumentHit", "Piece", "claim_hits", "document_hits", "pieces"]


ALIKE = 60  # characters in which a value and its quote begin alike: the one is shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it is one of the words that were asked for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHit:
    """A document that was found, and the passage that shows best why.

    `start` and `end` are the first marked words in the text of the document; both are 0 where only the title answers.
    """

    document: UUID
    title: tuple[Piece, ...]
    titled: bool
    file_name: str
    language: str
    publisher: str
    published: str
    quote: tuple[Piece, ...]
    start: int
    end: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimHit:
    """A claim that was found: its value and its voices with the words marked."""

    claim: Claim
    value: tuple[Piece, ...]
    voice: tuple[Piece, ...]
    quote: str  # empty where it says no more than the value


def pieces(
    text: str, marked: Sequence[tuple[int, int]], *, start: int = 0, end: int | None = None
) -> tuple[Piece, ...]:
    """Cut a stretch of a text at its marks."""
    last = len(text) if end is None else end
    cut: list[Piece] = []
    for begin, stop in marked:
        cut += [Piece(text[start:begin], marked=False), Piece(text[begin:stop], marked=True)]
        start = stop
    return tuple(one for one in (*cut, Piece(text[start:last], marked=False)) if one.text)


def document_hits(
    *, viewer: User, asked: Question, ids: Sequence[UUID], sections: Mapping[UUID, int]
) -> tuple[DocumentHit, ...]:
    """Show some of the documents that were found, each by its section that answers."""
    stretch = Substr("document__text", F("start") + 1, F("end") - F("start"))
    found = Section.objects.filter(pk__in=[sections[one] for one in ids])
    shown = found.filter(document__source__level__in=levels(viewer)).annotate(stretch=stretch)
    wanted = ("title", "language", "publisher", "published", "source__handover__file_name")
    rows = shown.values_list("document", "start", "stretch", *(f"document__{name}" for name in wanted))
    made = {row[0]: _document(asked, *row) for row in rows}
    return tuple(made[one] for one in ids if one in made)


def _document(  # noqa: PLR0913, PLR0917 (the columns of one row)
    asked: Question,
    document: UUID,
    start: int,
    text: str,
    title: str,
    language: str,
    publisher: str,
    published: str,
    file_name: str,
) -> DocumentHit:
    marked, in_title = marks(asked, text, language=language), marks(asked, title, language=language)
    shown = excerpt(text, marked)
    first = shown.marks[0] if shown.marks else (-start, -start)
    return DocumentHit(
        document=document,
        title=pieces(title, in_title),
        titled=bool(in_title),
        file_name=file_name,
        language=language,
        publisher=publisher,
        published=published,
        quote=pieces(text, shown.marks, start=shown.start, end=shown.end),
        start=start + first[0],
        end=start + first[1],
        places=len(marked),
    )


def claim_hits(*, viewer: User, asked: Question, ids: Collection[UUID]) -> tuple[ClaimHit, ...]:
    """Show some of the claims that were found, in the order given."""
    found = claims.claims(viewer=viewer).filter(pk__in=ids).defer("document__text", "document__fingerprint")
    rows = {one.pk: one for one in found.select_related("entity", "value_entity__mention__person", "document")}
    return tuple(_claim(asked, rows[one]) for one in ids if one in rows)


def _claim(asked: Question, one: Claim) -> ClaimHit:
    value = str(one.value_entity) if one.value_entity else one.value
    voice, language = " › ".join(one.voice), one.document.language
    return ClaimHit(
        claim=one,
        value=pieces(value, marks(asked, value, language=language)),
        voice=pieces(voice, marks(asked, voice, language=language)),
        quote="" if one.quote[:ALIKE] == value[:ALIKE] else one.quote,
    )
