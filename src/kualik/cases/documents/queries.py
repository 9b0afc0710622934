"""What can be asked about documents."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Length, Substr

from kualik.cases.accounts.models import User
from kualik.cases.documents import indexing
from kualik.cases.documents.errors import NoSuchDocument
from kualik.cases.documents.models import Document, Page, Rendition, SectionKind, Terms
from kualik.cases.sources.models import Source, State
from kualik.cases.sources.policy import levels
from kualik.engine import facts
from kualik.engine.searching import Part, Question

__all__ = [
    "Beside",
    "beside",
    "copies",
    "document",
    "documents",
    "of_source",
    "opened",
    "page",
    "pages",
    "sections",
    "story",
    "stretch",
    "to_facts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A text that can stand beside another: its newest reading, and which of the two is the original."""

    document: Document
    rendition: Rendition
    is_original: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A document without its text; how many characters that has, and as many of the first as were asked for."""

    document: Document
    length: int
    head: str


def documents(*, viewer: User) -> QuerySet[Document]:
    """List the documents that the viewer may know of, the oldest reading first."""
    return Document.objects.filter(source__level__in=levels(viewer)).select_related("source", "source__handover")


def document(*, viewer: User, id: UUID | str) -> Document:  # noqa: A002 (what it is called everywhere)
    """Find one document.

    Raises:
        NoSuchDocument: there is none, or none that the viewer may know of.
    """
    found = documents(viewer=viewer).filter(pk=_uuid(id)).first()
    if found is None:
        raise NoSuchDocument(document=id)
    return found


def opened(*, viewer: User, id: UUID | str, head: int = 0) -> Opened:  # noqa: A002 (what it is called everywhere)
    """Find one document with the first `head` characters of its text, and how many that has: a table can have millions.

    Raises:
        NoSuchDocument: there is none, or none that the viewer may know of.
    """
    found = documents(viewer=viewer).filter(pk=_uuid(id)).defer("text", "fingerprint")
    one = found.annotate(length=Length("text"), head=Substr("text", 1, head)).first()
    if one is None:
        raise NoSuchDocument(document=id)
    return Opened(document=one, length=one.length, head=one.head or "")


def stretch(*, viewer: User, document: Document, start: int, end: int) -> str:
    """Read the characters of a document from one place to another, and no more of it."""
    read = documents(viewer=viewer).filter(pk=document.pk).annotate(read=Substr("text", start + 1, end - start))
    return read.values_list("read", flat=True)[0] or ""


def titled(*, viewer: User, words: str, apart_from: Document) -> QuerySet[Document]:
    """List documents of other sources whose title, publisher or file name has these words, the newest first."""
    found = documents(viewer=viewer).exclude(source=apart_from.source_id).defer("text", "fingerprint")
    for word in words.split():
        fits = Q(title__icontains=word) | Q(publisher__icontains=word)
        found = found.filter(fits | Q(source__handover__file_name__icontains=word))
    return found.order_by("-read_at", "id")


def _uuid(id_: UUID | str) -> UUID:
    try:
        return UUID(str(id_))
    except ValueError as error:
        raise NoSuchDocument(document=id_) from error


def of_source(*, viewer: User, source: Source) -> QuerySet[Document]:
    """List what was read from a source, the newest version first."""
    return documents(viewer=viewer).filter(source=source).order_by("-version", "part")


def pages(*, viewer: User, document: Document) -> QuerySet[Page]:
    """List the pages of a document."""
    return Page.objects.filter(document=document, document__source__level__in=levels(viewer))


def page(*, viewer: User, document: UUID, number: int) -> Page:
    """Find one page of a document, without the boxes of its words.

    Raises:
        NoSuchDocument: there is none, or none that the viewer may know of.
    """
    found = Page.objects.filter(document=document, number=number, document__source__level__in=levels(viewer))
    light = found.defer("boxes", "document__text", "document__fingerprint")
    if (one := light.select_related("document__source__handover").first()) is None:
        raise NoSuchDocument(document=document)
    return one


def story(document: Document) -> UUID:
    """Name the story that a document tells: the id of its first telling."""
    return document.copy_of_id or document.id


def copies(*, viewer: User, document: Document) -> QuerySet[Document]:
    """List the other documents that tell the same story in nearly the same words."""
    first = story(document)
    return documents(viewer=viewer).filter(Q(pk=first) | Q(copy_of=first)).exclude(pk=document.pk)


def beside(*, viewer: User, document: Document) -> list[Beside]:
    """List the original of a text and its translations, as far as the viewer may know of them."""
    source = document.source_id
    told = Rendition.objects.filter(Q(source=source) | Q(original=source), undone_at=None)
    by_source = {one.original_id if one.source_id == source else one.source_id: one for one in told}
    if not by_source:
        return []
    newest = {one.source_id: one for one in _readings(viewer, by_source, document.part)}
    return [
        Beside(document=newest[other], rendition=one, is_original=one.source_id == source)
        for other, one in by_source.items()
        if other in newest
    ]


def _readings(viewer: User, sources: Iterable[str], part: int) -> QuerySet[Document]:
    """Find readings of sources, the best last: the part that answers to the one at hand, the newest version."""
    found = documents(viewer=viewer).filter(source__in=list(sources))
    fits = Case(When(part=part, then=1), default=0)
    return found.annotate(fits=fits).order_by("fits", "version", "-part")


def to_facts(document: Document) -> facts.Document:
    """Give a document as the engines know it; its pages are left out."""
    part = f"#{document.part}" if document.part > 1 else ""
    return facts.Document(
        id=f"sha256:{document.source_id}{part}",
        media_type=document.source.media_type,
        text=document.text,
        language=document.language,
        title=document.title or None,
        published=document.published or None,
        publisher=document.publisher or None,
        reader=document.reader,
        warnings=tuple(document.warnings),
    )


def sections(
    *, viewer: User, kind: SectionKind, asked: Question, marks: Collection[Sequence[str]] = ()
) -> QuerySet[Terms]:
    """Find the sections of the index that answer a question, the newest first; join `section` for what they are.

    Args:
        viewer: whoever looks; only what they may know of is found.
        kind: what the sections stand for.
        asked: from engine.searching.ask.
        marks: what else they must be marked with (documents.indexing): one of each group.
    """
    marked = (Part((indexing.kind_mark(kind),)), *(Part(tuple(group)) for group in marks))
    wanted = Question(wanted=(*marked, *asked.wanted), unwanted=asked.unwanted)
    found = Terms.objects.filter(terms__holds=wanted, section__document__source__level__in=levels(viewer))
    return found.exclude(section__document__source__state=State.WITHDRAWN).order_by("-section_id")
