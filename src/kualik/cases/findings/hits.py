"""What a search finds, of each kind: ids, and facets counted over the very same hits."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.claims.indexing import schema_mark
from kualik.cases.claims.models import Claim
from kualik.cases.documents import queries as documents
from kualik.cases.documents.indexing import kind_mark, year_of
from kualik.cases.documents.models import SectionKind, Terms
from kualik.cases.findings.asking import FACETS, Kind, Search
from kualik.cases.findings.gathering import EVENTS
from kualik.cases.people import queries as people
from kualik.cases.people import searching
from kualik.cases.summaries import queries as summaries
from kualik.engine.facts import Status
from kualik.engine.names import Reason
from kualik.engine.searching import Part, Question

__all__ = ["MOST", "Facet", "Hits", "hits"]

MOST = 1000  # hits of one kind that are looked at; of more, the newest
VALUES = 12  # of a facet that are shown
SHOWN = (Status.PROPOSED.value, Status.ACCEPTED.value, Status.REJECTED.value)
OF_EVENTS = {"event_kind": "kind", "event_year": "year", "event_place": "place"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow down: each value with the number of hits that have it, most first; and the value chosen."""

    name: str
    values: tuple[tuple[str, int], ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """All hits of one kind in their order; `more`: there are others, not looked at.

    `sections` says by which section of the index a document was found, `why` by which name a person was.
    """

    kind: Kind
    ids: tuple[UUID, ...] = ()
    more: bool = False
    facets: tuple[Facet, ...] = ()
    sections: Mapping[UUID, int] = field(default_factory=dict)
    why: Mapping[UUID, tuple[Reason, ...]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many there are, as far as was looked."""
        return len(self.ids)


def hits(*, viewer: User, search: Search, kind: Kind) -> Hits:
    """Find what a search asks for, of one kind, among all that the viewer may see."""
    return FINDERS[kind](viewer, search.of(kind), kind == search.kind)


def _documents(viewer: User, search: Search, detailed: bool) -> Hits:  # noqa: FBT001 (the finders are called alike)
    asked = search.question
    if asked.is_empty:
        return Hits(kind=Kind.DOCUMENTS)
    found = documents.sections(viewer=viewer, kind=SectionKind.TEXT, asked=asked, marks=search.marks)
    for part in asked.unwanted:  # anywhere in the document, not only in the section that answers
        found = found.exclude(section__document__in=_texts_with(part))
    if level := dict(search.narrowed).get("level"):
        found = found.filter(section__document__source__level=level)
    wanted = ("language", "publisher", "published", "source__level")
    columns = ("section__document", "section_id", *(f"section__document__{name}" for name in wanted))
    sections: dict[UUID, int] = {}
    valued: dict[UUID, Mapping[str, str]] = {}
    rows = found.values_list(*columns)[: MOST + 1]
    for document, section, language, publisher, published, level in rows:
        sections[document] = section  # the last one that comes is the first of the text
        valued[document] = {
            "language": language, "publisher": publisher, "year": year_of(published), "level": level
        }  # fmt: skip
    more = len(rows) > MOST
    facets = _facets(search, valued.values()) if detailed else ()
    return Hits(kind=Kind.DOCUMENTS, ids=tuple(sections), more=more, facets=facets, sections=sections)


def _texts_with(part: Part) -> QuerySet[Terms, UUID]:
    wanted = Question(wanted=(Part((kind_mark(SectionKind.TEXT),)), part), unwanted=())
    return Terms.objects.filter(terms__holds=wanted).values_list("section__document", flat=True)


def _claims(viewer: User, search: Search, detailed: bool) -> Hits:  # noqa: FBT001 (the finders are called alike)
    asked = search.question
    if asked.is_empty:
        return Hits(kind=Kind.CLAIMS)
    status = dict(search.narrowed).get("status")
    shown = Claim.objects.filter(pk=OuterRef("section__of"), status__in=(status,) if status else SHOWN)
    found = documents.sections(viewer=viewer, kind=SectionKind.CLAIM, asked=asked, marks=search.marks)
    ids = list(found.filter(Exists(shown)).values_list("section__of", flat=True)[: MOST + 1])
    facets = _facets(search, _of_claims(ids[:MOST])) if detailed else ()
    return Hits(kind=Kind.CLAIMS, ids=tuple(ids[:MOST]), more=len(ids) > MOST, facets=facets)


def _of_claims(ids: Sequence[UUID]) -> list[Mapping[str, str]]:
    columns = ("status", "property", "document__language", "document__publisher", "document__published")
    names = FACETS[Kind.CLAIMS]
    return [
        dict(zip(names, (*row[:-1], year_of(row[-1])), strict=True))
        for row in Claim.objects.filter(pk__in=ids).values_list(*columns)
    ]


def _events(viewer: User, search: Search, detailed: bool) -> Hits:  # noqa: FBT001 (the finders are called alike)
    asked = search.question
    if asked.is_empty:
        return Hits(kind=Kind.EVENTS)
    marks = (tuple(map(schema_mark, EVENTS)),)
    found = documents.sections(viewer=viewer, kind=SectionKind.ENTITY, asked=asked, marks=marks)
    events = summaries.events(viewer=viewer).filter(parts__entity__in=found.values("section__of")[:MOST])
    for name, value in search.narrowed:
        if name in OF_EVENTS:
            events = events.filter(**{OF_EVENTS[name]: value})
    columns = ("entity", *OF_EVENTS.values())
    rows = {row[0]: row for row in events.order_by("-earliest", "pk").values_list(*columns)}
    valued = ({name: str(value or "") for name, value in zip(OF_EVENTS, row[1:], strict=True)} for row in rows.values())
    return Hits(
        kind=Kind.EVENTS, ids=tuple(rows), more=len(rows) >= MOST, facets=_facets(search, valued) if detailed else ()
    )


def _people(viewer: User, search: Search, detailed: bool) -> Hits:  # noqa: FBT001 (the finders are called alike)
    if number := people.NUMBER.fullmatch(search.words):
        found = people.people(viewer=viewer, query=number[0], limit=1).rows
        return Hits(kind=Kind.PEOPLE, ids=tuple(row.person.pk for row in found))
    near = searching.search(viewer=viewer, among=people.present(viewer=viewer), query=search.words)
    if not detailed:
        return Hits(
            kind=Kind.PEOPLE,
            ids=tuple(hit.person for hit in near[:MOST]),
            more=len(near) > MOST,
            why={hit.person: hit.why for hit in near[:MOST]},
        )
    names = FACETS[Kind.PEOPLE]
    known = summaries.people(viewer=viewer).filter(person__in=[hit.person for hit in near[:MOST]])
    valued = {row[0]: dict(zip(names, row[1:], strict=True)) for row in known.values_list("person", *names)}
    fitting = [
        hit
        for hit in near[:MOST]
        if all(valued.get(hit.person, {}).get(name) == value for name, value in search.narrowed)
    ]
    return Hits(
        kind=Kind.PEOPLE,
        ids=tuple(hit.person for hit in fitting),
        more=len(near) > MOST,
        facets=_facets(search, [valued[hit.person] for hit in fitting if hit.person in valued]),
        why={hit.person: hit.why for hit in fitting},
    )


FINDERS: Mapping[Kind, Callable[[User, Search, bool], Hits]] = {
    Kind.PEOPLE: _people,
    Kind.DOCUMENTS: _documents,
    Kind.EVENTS: _events,
    Kind.CLAIMS: _claims,
}


def _facets(search: Search, valued: Iterable[Mapping[str, str]]) -> tuple[Facet, ...]:
    assert search.kind is not None  # `of` gave it one
    chosen = dict(search.narrowed)
    rows = list(valued)
    return tuple(
        Facet(name=name, values=_most(Counter(row[name] for row in rows)), chosen=chosen.get(name, ""))
        for name in FACETS[search.kind]
    )


def _most(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple((value, count) for value, count in ordered if value)[:VALUES]
