"""Find words: in people's names in any alphabet, in titles, texts and claims; what is found says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kualik.cases.accounts.models import User
from kualik.cases.findings.asking import Kind, Search
from kualik.cases.findings.hits import Hits, hits
from kualik.cases.findings.snippets import ClaimHit, DocumentHit, Piece, claim_hits, document_hits
from kualik.cases.people import rows, searching
from kualik.cases.people.models import Person
from kualik.cases.people.rows import PersonRow
from kualik.cases.summaries import queries as summaries
from kualik.cases.summaries.models import EventSummary

__all__ = ["Found", "Results", "Snippet", "find", "results"]

AT_A_GLANCE = 5  # of each kind, where all kinds stand side by side


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a page of results shows: how many there are of each kind, and some of them."""

    hits: dict[Kind, Hits]
    people: tuple[PersonRow, ...] = ()
    documents: tuple[DocumentHit, ...] = ()
    events: tuple[EventSummary, ...] = ()
    claims: tuple[ClaimHit, ...] = ()

    @property
    def nothing(self) -> bool:
        """Say whether nothing was found at all."""
        return not any(found.total for found in self.hits.values())


def results(*, viewer: User, search: Search, limit: int, offset: int = 0) -> Results:
    """Find of every kind, and show a stretch of the kind that is asked for, or the first few of each.

    Args:
        viewer: who asks; whatever they may not see is not counted either.
        search: what they look for.
        limit: how many of one kind are shown at most.
        offset: how many of it come before.
    """
    found = {kind: hits(viewer=viewer, search=search, kind=kind) for kind in Kind}
    shown = {
        kind: one.ids[offset : offset + limit] if kind == search.kind else one.ids[:AT_A_GLANCE]
        for kind, one in found.items()
        if search.kind in {None, kind}
    }
    texts = shown.get(Kind.DOCUMENTS, ())
    return Results(
        hits=found,
        people=_people(viewer, shown.get(Kind.PEOPLE, ()), found[Kind.PEOPLE]),
        documents=document_hits(
            viewer=viewer, asked=search.question, ids=texts, sections=found[Kind.DOCUMENTS].sections
        ),
        events=_events(viewer, shown.get(Kind.EVENTS, ())),
        claims=claim_hits(viewer=viewer, asked=search.question, ids=shown.get(Kind.CLAIMS, ())),
    )


def _people(viewer: User, ids: Sequence[UUID], found: Hits) -> tuple[PersonRow, ...]:
    known = summaries.people(viewer=viewer).filter(person__in=ids) if ids else ()
    made = {one.person_id: summaries.row_of(one) for one in known}
    if unsummed := [one for one in ids if one not in made]:
        persons = Person.objects.filter(pk__in=unsummed)
        made |= {row.person.pk: row for row in rows.rows(viewer=viewer, persons=list(persons))}
    return tuple(searching.explained(made[one], why=found.why.get(one, ())) for one in ids if one in made)


def _events(viewer: User, ids: Sequence[UUID]) -> tuple[EventSummary, ...]:
    if not ids:
        return ()
    found = {one.entity_id: one for one in summaries.events(viewer=viewer).filter(entity__in=ids)}
    return tuple(found[one] for one in ids if one in found)


def find(*, viewer: User, words: str, limit: int = 20) -> Found:
    """Find words among all that the viewer may see; each thing found says why.

    Args:
        viewer: who asks.
        words: in any alphabet; of a text all of them must stand in it. "Quoted" they must stand so, after - they must
            not, with * they may go on.
        limit: how many of each kind are given at most.
    """
    search = Search(words=words)
    people = hits(viewer=viewer, search=search, kind=Kind.PEOPLE)
    texts = hits(viewer=viewer, search=search, kind=Kind.DOCUMENTS)
    shown = document_hits(viewer=viewer, asked=search.question, ids=texts.ids[:limit], sections=texts.sections)
    return Found(
        people=_people(viewer, people.ids[:limit], people),
        documents=tuple(_snippet(one, one.title, _("the title says so")) for one in shown if one.titled),
        passages=tuple(_snippet(one, one.quote, _("the text holds the words")) for one in shown if one.places),
    )


def _snippet(one: DocumentHit, shown: Sequence[Piece], why: str) -> Snippet:
    in_text = shown is one.quote
    return Snippet(
        document=one.document,
        title=_plain(one.title),
        language=one.language,
        start=one.start if in_text else 0,
        end=one.end if in_text else 0,
        quote=" ".join(_plain(shown).split()),
        why=why,
    )


def _plain(shown: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in shown)
