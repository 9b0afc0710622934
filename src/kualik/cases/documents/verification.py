"""Whether every document is as it was read."""

from collections.abc import Iterator
from hashlib import sha256

from kualik.cases.documents.models import Document
from kualik.cases.ledger.canonical import stamp
from kualik.cases.ledger.commitments import commit
from kualik.cases.ledger.models import Entry
from kualik.cases.ledger.verification import Problem

__all__ = ["commitment", "problems"]


def commitment(document: Document) -> str:
    """Commit to a document: its text and what was read about it."""
    return commit(
        {
            "id": str(document.id),
            "source": document.source_id,
            "part": document.part,
            "version": document.version,
            "title": document.title,
            "language": document.language,
            "publisher": document.publisher,
            "published": document.published,
            "text": sha256(document.text.encode(errors="surrogatepass")).hexdigest(),
            "reader": document.reader,
            "read_at": stamp(document.read_at),
        }
    )


def problems() -> Iterator[Problem]:
    """Check every document against its entry in the ledger."""
    promised: dict[str, str] = {}
    for recorded in Entry.objects.filter(kind="document:recorded").values_list("details__documents", flat=True):
        promised |= recorded
    for document in Document.objects.iterator(chunk_size=200):
        where = f"document {document.id}"
        if str(document.id) not in promised:
            yield Problem(where=where, what="no entry in the ledger says that it was read")
        elif promised.pop(str(document.id)) != commitment(document):
            yield Problem(where=where, what="is not as the ledger says that it was read")
    for gone in promised:
        yield Problem(where=f"document {gone}", what="the ledger says that it was read, and it is gone")
