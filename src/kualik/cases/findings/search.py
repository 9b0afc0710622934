"""Find words: in people's names in any alphabet, in titles of documents, in their text."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kualik.cases.accounts.models import User
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.people import queries as people
from kualik.cases.people.rows import PersonRow

__all__ = ["Found", "Snippet", "find"]

AROUND = 60  # characters shown on either side of a word that was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A place in a document where a word stands, and why it is shown. `text[start:end]` of the document is the word."""

    document: UUID
    title: str
    language: str
    start: int
    end: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found: persons, best first; documents by title; passages by text."""

    people: tuple[PersonRow, ...]
    documents: tuple[Snippet, ...]
    passages: tuple[Snippet, ...]


def find(*, viewer: User, words: str, limit: int = 20) -> Found:
    """Find words among all that the viewer may see; each thing found says why.

    Args:
        viewer: who asks.
        words: in any alphabet; of a text all of them must stand in it.
        limit: how many of each kind are given at most.
    """
    asked = words.split()
    if not asked:
        return Found(people=(), documents=(), passages=())
    titled = documents.documents(viewer=viewer).filter(_holding("title", asked)).order_by("-read_at", "pk")
    holding = documents.documents(viewer=viewer).filter(_holding("text", asked)).order_by("-read_at", "pk")
    return Found(
        people=people.people(viewer=viewer, query=words, limit=limit).rows,
        documents=tuple(_titled(one) for one in titled[:limit]),
        passages=tuple(_snippet(one, asked) for one in holding[:limit]),
    )


def _holding(field: str, words: Sequence[str]) -> Q:
    wanted = Q()
    for word in words:
        wanted &= Q((f"{field}__icontains", word))
    return wanted


def _titled(document: Document) -> Snippet:
    return Snippet(
        document=document.pk,
        title=document.title,
        language=document.language,
        start=0,
        end=0,
        quote=document.title,
        why=_("the title says so"),
    )


def _snippet(document: Document, words: Sequence[str]) -> Snippet:
    text = document.text
    start, word = min(_places(text, words), default=(0, ""))
    end = start + len(word)
    quote = " ".join(text[max(0, start - AROUND) : end + AROUND].split())
    return Snippet(
        document=document.pk,
        title=document.title,
        language=document.language,
        start=start,
        end=end,
        quote=quote,
        why=_("the text holds the words"),
    )


def _places(text: str, words: Sequence[str]) -> list[tuple[int, str]]:
    """Find where each word first stands; a letter that changes length with its case is not searched for."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = text
    return [(place, word) for word in words if (place := folded.find(word.lower())) >= 0]
