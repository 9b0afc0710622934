"""Everything that can be done to a document. Nothing else writes one."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from kualik.cases.accounts.models import User
from kualik.cases.documents import indexing, policy, queries, stories, verification
from kualik.cases.documents.errors import RenditionRefused
from kualik.cases.documents.models import Band, Document, Page, Rendition, Section, Terms
from kualik.cases.ledger import actions as ledger
from kualik.cases.sources.models import Source
from kualik.cases.sources.queries import about
from kualik.engine import facts
from kualik.engine.reading.near_duplicate import fingerprint
from kualik.engine.searching import VERSION

__all__ = ["index", "pair", "record", "unpair"]

LONGEST_TITLE, LONGEST_NAME, LONGEST_DATE = 500, 300, 40  # characters
BATCH = 500  # sections in one statement


@transaction.atomic
def record(*, by: User, at: datetime, source: Source, read: Sequence[facts.Document]) -> list[Document]:
    """Record what was read from a source, one document per part. An earlier reading stays, as an earlier version.

    Args:
        by: whoever added the source, or a contributor.
        at: when.
        source: what was read.
        read: its parts, in order.

    Returns:
        The documents; `copy_of` names the first telling of a story where a text repeats it.

    Raises:
        NotAllowed: nothing may be recorded in the name of `by`.
    """
    policy.check_may_record(by, source)
    last = source.documents.aggregate(last=Max("version"))["last"] or 0
    made = [_made(source, part, one, last + 1, at) for part, one in enumerate(read, start=1)]
    for document, one in zip(made, read, strict=True):
        document.copy_of = stories.first_telling(document)
        document.save(force_insert=True)
        Page.objects.bulk_create(_pages(document, one))
        if document.copy_of is None:
            Band.objects.bulk_create(
                Band(document=document, value=value) for value in stories.bands(document.fingerprint)
            )
    index(by=by, at=at, rows=list(indexing.text_rows(made)))
    recorded = {str(document.id): verification.commitment(document) for document in made}
    ledger.write(by=by, at=at, kind="document:recorded", about=about(source), details={"documents": recorded})
    return made


@transaction.atomic
def pair(*, by: User, at: datetime, document: Document, original: Document) -> Rendition:
    """Say that a document is the translation, or the transcript, of another: they can stand side by side.

    It is said of their sources, so that it holds for every later reading of them too.

    Raises:
        NotAllowed: `by` is no contributor.
        NoSuchDocument: one of them is not there, or not for `by` to know of.
        RenditionRefused: both are of one source, one renders another already, or the two would render each other.
    """
    policy.check_may_pair(by)
    for one in (document, original):
        queries.document(viewer=by, id=one.pk)
    details = {"original": about(original.source)}
    # The entry comes first: it holds the ledger's lock, so that nobody pairs the same text meanwhile.
    ledger.write(by=by, at=at, kind="document:paired", about=about(document.source), details={**details})
    _check_pair(document.source_id, original.source_id)
    return Rendition.objects.create(
        source_id=document.source_id, original_id=original.source_id, declared_by=by, declared_at=at
    )


def _check_pair(source: str, original: str) -> None:
    in_force = Rendition.objects.filter(undone_at=None)
    if source == original:
        raise RenditionRefused(why="both texts are of one file")
    if in_force.filter(source=source).exists():
        raise RenditionRefused(why="it is said to be the translation of a text already; take that back first")
    if in_force.filter(source=original).exists():
        raise RenditionRefused(why="the other text is a translation itself; choose its original")


@transaction.atomic
def unpair(*, by: User, at: datetime, rendition: Rendition) -> Rendition:
    """Take back that a text is the translation of another.

    Raises:
        NotAllowed: `by` is no contributor.
        RenditionRefused: somebody took it back before.
    """
    policy.check_may_pair(by)
    ledger.write(by=by, at=at, kind="document:unpaired", about=about(rendition.source))
    changed = Rendition.objects.filter(pk=rendition.pk, undone_at=None).update(undone_by=by, undone_at=at)
    if not changed:
        raise RenditionRefused(why="it was taken back before")
    return Rendition.objects.get(pk=rendition.pk)


@transaction.atomic
def index(*, by: User, at: datetime, rows: Sequence[indexing.Row], again: bool = False) -> None:  # noqa: ARG001 (who indexes and when is kept nowhere: the index is derived)
    """Put sections into the index of full text, within the transaction of the act that made what they stand for.

    The index is derived and says nothing that its sources do not: it leaves no entry in the ledger.

    Args:
        by: whose act it is.
        at: when.
        rows: the sections.
        again: take out what was there of the same texts, claims and entities.
    """
    if again:
        _unindex({(row.kind, row.of) for row in rows})
    made = Section.objects.bulk_create(
        Section(kind=row.kind, document_id=row.document, of=row.of, start=row.start, end=row.end, version=VERSION)
        for row in rows
    )
    terms = (
        Terms(section=section, terms=row.stream)  # type: ignore[misc]  # the stubs take it for a column of text
        for section, row in zip(made, rows, strict=True)
    )
    Terms.objects.bulk_create(terms, batch_size=BATCH)


def _unindex(indexed: Collection[tuple[str, UUID]]) -> None:
    kinds = sorted({kind for kind, _ in indexed})
    for kind in kinds:
        every = sorted(of for one, of in indexed if one == kind)
        for first in range(0, len(every), BATCH):
            old = Section.objects.filter(kind=kind, of__in=every[first : first + BATCH])
            ids = list(old.values_list("pk", flat=True))
            Terms.objects.filter(pk__in=ids).delete()
            Section.objects.filter(pk__in=ids).delete()


def _made(source: Source, part: int, read: facts.Document, version: int, at: datetime) -> Document:
    return Document(
        source=source,
        part=part,
        version=version,
        title=(read.title or "")[:LONGEST_TITLE],
        language=source.language or read.language,
        publisher=(source.publisher or read.publisher or "")[:LONGEST_NAME],
        published=(source.published or read.published or "")[:LONGEST_DATE],
        text=read.text,
        reader=read.reader,
        warnings=list(read.warnings),
        read_at=at,
        fingerprint=list(fingerprint(read.text)),
    )


def _pages(document: Document, read: facts.Document) -> Iterator[Page]:
    for page in read.pages:
        yield Page(
            document=document,
            number=page.number,
            start=page.start,
            end=page.end,
            width=page.width,
            height=page.height,
            boxes=[[box.start, box.end, box.left, box.top, box.right, box.bottom] for box in page.boxes],
        )
