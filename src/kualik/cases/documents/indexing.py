"""Which sections a document is found by: its text two pages at a time, with its title and who published it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from uuid import UUID

from kualik.cases.documents.full_text import Stream
from kualik.cases.documents.models import Document, SectionKind
from kualik.engine.searching import bag, sections

__all__ = [
    "Row",
    "kind_mark",
    "language_mark",
    "mark",
    "marks_of",
    "publisher_mark",
    "text_rows",
    "year_mark",
    "year_of",
]

MARK = "§"
"""Begins a term that no text has: what a section is, and of what kind of document."""
YEAR = 4  # digits that an EDTF date begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One section to be put into the index, with its terms."""

    kind: SectionKind
    document: UUID
    of: UUID
    start: int = 0
    end: int = 0
    stream: Stream


def mark(what: str, value: str) -> str:
    """Give the term that marks sections as of some kind."""
    return f"{MARK}{what}{''.join(filter(str.isalnum, value.casefold()))}"


def kind_mark(kind: SectionKind) -> str:
    """Mark what a section stands for."""
    return mark("k", kind.value)


def language_mark(language: str) -> str:
    """Mark the language of a document."""
    return mark("l", language)


def year_of(published: str) -> str:
    """Find the year in which a document was published; empty where nobody knows."""
    return published[:YEAR] if published[:YEAR].isdigit() else ""


def year_mark(year: str) -> str:
    """Mark the year in which a document was published."""
    return mark("y", year)


def publisher_mark(publisher: str) -> str:
    """Mark who published a document, whatever letters their name has."""
    return mark("p", blake2b(publisher.strip().casefold().encode(), digest_size=8).hexdigest())


def marks_of(document: Document, kind: SectionKind) -> tuple[str, ...]:
    """Give the marks that every section of a document has."""
    return (
        kind_mark(kind),
        language_mark(document.language),
        year_mark(year_of(document.published)),
        publisher_mark(document.publisher),
    )


def text_rows(documents: Iterable[Document]) -> Iterator[Row]:
    """Give the sections of documents' texts. The title and the publisher are part of the first."""
    for document in documents:
        marks = marks_of(document, SectionKind.TEXT)
        named = bag(f"{document.title}\n{document.publisher}", document.language)
        for place, section in enumerate(sections(document.text, language=document.language)):
            others = {*section.stems, *(named if place == 0 else ())}.difference(section.words)
            yield Row(
                kind=SectionKind.TEXT,
                document=document.pk,
                of=document.pk,
                start=section.start,
                end=section.end,
                stream=Stream(section.words, (*marks, *sorted(others))),
            )
