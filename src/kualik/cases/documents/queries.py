"""What can be asked about documents."""

from uuid import UUID

from django.db.models import Q, QuerySet

from kualik.cases.accounts.models import User
from kualik.cases.documents.errors import NoSuchDocument
from kualik.cases.documents.models import Document, Page
from kualik.cases.sources.models import Source
from kualik.cases.sources.policy import levels
from kualik.engine import facts

__all__ = ["copies", "document", "documents", "of_source", "pages", "story", "to_facts"]


def documents(*, viewer: User) -> QuerySet[Document]:
    """List the documents that the viewer may know of, the oldest reading first."""
    return Document.objects.filter(source__level__in=levels(viewer)).select_related("source", "source__handover")


def document(*, viewer: User, id: UUID | str) -> Document:  # noqa: A002 (what it is called everywhere)
    """Find one document.

    Raises:
        NoSuchDocument: there is none, or none that the viewer may know of.
    """
    try:
        wanted = UUID(str(id))
    except ValueError as error:
        raise NoSuchDocument(document=id) from error
    found = documents(viewer=viewer).filter(pk=wanted).first()
    if found is None:
        raise NoSuchDocument(document=id)
    return found


def of_source(*, viewer: User, source: Source) -> QuerySet[Document]:
    """List what was read from a source, the newest version first."""
    return documents(viewer=viewer).filter(source=source).order_by("-version", "part")


def pages(*, viewer: User, document: Document) -> QuerySet[Page]:
    """List the pages of a document."""
    return Page.objects.filter(document=document, document__source__level__in=levels(viewer))


def story(document: Document) -> UUID:
    """Name the story that a document tells: the id of its first telling."""
    return document.copy_of_id or document.id


def copies(*, viewer: User, document: Document) -> QuerySet[Document]:
    """List the other documents that tell the same story in nearly the same words."""
    first = story(document)
    return documents(viewer=viewer).filter(Q(pk=first) | Q(copy_of=first)).exclude(pk=document.pk)


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
