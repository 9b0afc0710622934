"""Everything that can be done to a document. Nothing else writes one."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from kualik.cases.accounts.models import User
from kualik.cases.documents import policy, stories, verification
from kualik.cases.documents.models import Band, Document, Page
from kualik.cases.ledger import actions as ledger
from kualik.cases.sources.models import Source
from kualik.cases.sources.queries import about
from kualik.engine import facts
from kualik.engine.reading.near_duplicate import fingerprint

__all__ = ["record"]

LONGEST_TITLE, LONGEST_NAME, LONGEST_DATE = 500, 300, 40  # characters


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
    recorded = {str(document.id): verification.commitment(document) for document in made}
    ledger.write(by=by, at=at, kind="document:recorded", about=about(source), details={"documents": recorded})
    return made


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
