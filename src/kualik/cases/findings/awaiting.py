"""How much waits for all, and what one was at oneself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims import tallies
from kualik.cases.claims.models import Claim
from kualik.cases.documents import queries as documents
from kualik.cases.documents.models import Document
from kualik.cases.ledger import queries as ledger
from kualik.cases.people import queries as people
from kualik.cases.sources import queries as sources
from kualik.cases.sources.models import State
from kualik.cases.summaries import queries as summaries
from kualik.cases.summaries.models import Noun
from kualik.engine.reading import Refusal

__all__ = ["Awaiting", "Begun", "awaiting", "begun"]

UNWRITTEN = frozenset({Refusal.NO_TEXT, Refusal.OCR_NOT_INSTALLED, Refusal.UNSURE_ENCODING})
"""Refusals of what a person can read all the same, and write down."""

LOOKED_THROUGH = 60  # of one's latest deeds
BY_A_MACHINE = "claim:proposed"  # in the name of whoever added the document


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaiting:
    """How much waits. Releases are counted by releases.queries."""

    sources: int  # all that were ever handed in, but for those withdrawn
    waiting: int  # sources not read yet
    refused: int  # sources that could not be read
    unwritten: int  # of these, what a person could write down
    claims: int  # to accept or reject
    pairs: int  # that may be one person
    disputed: int  # people of whom something is disputed
    more: Mapping[str, int]  # what whoever asked counted besides


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A document in which somebody decided lately, and how many of its claims wait still."""

    document: Document
    waiting: int


def awaiting(*, viewer: User, besides: Sequence[QuerySet[Any, tuple[str, int]]] = ()) -> Awaiting:
    """Count what waits for somebody, and what is to be counted besides, all in one question."""
    parts = (
        tallies.waiting(viewer=viewer),
        people.pairs_counted(viewer=viewer),
        summaries.counted(viewer=viewer, noun=Noun.PERSON, facet="disputed", value="yes"),
    )
    found = dict(sources.counted(viewer=viewer).union(*parts, *besides, all=True))
    standing = {tuple(what.split(":")): many for what, many in found.items() if ":" in what}
    return Awaiting(
        sources=sum(standing.values()),
        waiting=sum(many for (state, _why), many in standing.items() if state in {State.WAITING, State.READING}),
        refused=sum(many for (state, _why), many in standing.items() if state == State.REFUSED),
        unwritten=sum(many for (_state, why), many in standing.items() if why in UNWRITTEN),
        claims=found.get("claims") or 0,
        pairs=found.get("pairs") or 0,
        disputed=found.get("disputed") or 0,
        more=found,
    )


def begun(*, viewer: User, limit: int = 3) -> tuple[Begun, ...]:
    """List the documents that one decided in last, the latest first, as long as something waits in them."""
    places = _places(viewer=viewer)
    found = documents.documents(viewer=viewer).filter(pk__in=places, tally__proposed__gt=0).select_related("tally")
    by_id = {one.pk: one for one in found.defer("text")}
    at = [by_id[place] for place in places if place in by_id]
    return tuple(Begun(document=one, waiting=one.tally.proposed) for one in at[:limit])


def _places(*, viewer: User) -> list[UUID]:
    """Find the documents of one's latest deeds on claims, the latest first."""
    own = ledger.own(viewer=viewer, kind="claim:", limit=LOOKED_THROUGH)
    told = [entry.about for entry in own if entry.kind != BY_A_MACHINE]
    named = [(noun, UUID(id_)) for noun, _colon, id_ in (about.partition(":") for about in told)]
    claims = {id_ for noun, id_ in named if noun == "claim"}
    of_claim = dict(Claim.objects.filter(pk__in=claims).values_list("pk", "document_id"))
    found = (of_claim.get(id_) if noun == "claim" else id_ for noun, id_ in named if noun in {"claim", "document"})
    return list(dict.fromkeys(id_ for id_ in found if id_))
