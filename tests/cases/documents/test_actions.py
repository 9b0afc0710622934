"""Documents: recorded as read, one version after another."""

import pytest

from kualik.cases.accounts.errors import NotAllowed
from kualik.cases.accounts.models import Role
from kualik.cases.documents import actions, queries
from kualik.cases.documents.errors import RenditionRefused
from kualik.cases.documents.models import Document, Page
from kualik.cases.ledger.models import Entry
from kualik.cases.sources import actions as sources
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Source
from kualik.engine import facts
from tests.cases.casting import NOW, keeper, later, worker

pytestmark = pytest.mark.django_db
BOX = facts.WordBox(start=0, end=3, left=1.5, top=2.0, right=30.25, bottom=12.0)


def source(told: Told | None = None) -> Source:
    """Add a source."""
    return sources.add(by=keeper(), at=NOW, content=b"any", name="a.pdf", told=told or Told()).source


def part(text: str, **more: object) -> facts.Document:
    """Give one part of what was read."""
    fields = {"id": "sha256:x", "media_type": "application/pdf", "text": text, "language": "en", "reader": "pdf/1"}
    return facts.Document(**(fields | more))  # type: ignore[arg-type]  # what a test says of it


def test_parts_are_kept_in_their_order_with_their_pages() -> None:
    """Text to the letter, page sizes and the boxes of words as they were read."""
    page = facts.Page(number=1, start=0, end=3, width=595.0, height=842.0, boxes=(BOX,))
    read = [part("Әбу\r\n ", title="Act", pages=(page,), warnings=("a seal covers a word",)), part("second")]
    one, two = actions.record(by=keeper(), at=NOW, source=source(), read=read)

    assert [(row.part, row.version, row.text) for row in (one, two)] == [(1, 1, "Әбу\r\n "), (2, 1, "second")]
    stored = Page.objects.get(document=one)
    assert (stored.width, stored.boxes) == (595.0, [[0, 3, 1.5, 2.0, 30.25, 12.0]])
    assert Document.objects.get(pk=one.pk).warnings == ["a seal covers a word"]
    assert Entry.objects.filter(kind="document:recorded").count() == 1


def test_a_new_reading_is_a_new_version() -> None:
    """The earlier one stays, and is no copy of the later."""
    given = source()
    (first,) = actions.record(by=keeper(), at=NOW, source=given, read=[part("one two three four five six")])
    (second,) = actions.record(by=keeper(), at=later(1), source=given, read=[part("one two three four five six")])

    assert (first.version, second.version, second.copy_of) == (1, 2, None)
    assert Document.objects.count() == 2


def test_what_was_told_goes_before_what_was_read() -> None:
    """Publisher, date, language; where nothing was told, what was read stands."""
    told = Told(publisher="The Steppe Post", language="kk-Cyrl")
    (document,) = actions.record(
        by=keeper(), at=NOW, source=source(told), read=[part("x", publisher="Other", published="2024-02-08")]
    )

    assert (document.publisher, document.published, document.language) == ("The Steppe Post", "2024-02-08", "kk-Cyrl")


def test_a_title_of_any_length_is_kept_as_far_as_it_fits() -> None:
    """Five hundred characters on both databases."""
    (document,) = actions.record(by=keeper(), at=NOW, source=source(), read=[part("x", title="т" * 900)])

    assert len(Document.objects.get(pk=document.pk).title) == 500


def test_nothing_is_recorded_in_the_name_of_somebody_who_may_not() -> None:
    """A reader who did not add the source."""
    reader, given = worker("reader", Role.READER), source()
    with pytest.raises(NotAllowed):
        actions.record(by=reader, at=NOW, source=given, read=[part("x")])

    assert Document.objects.count() == 0


def test_nothing_read_is_recorded_as_nothing() -> None:
    """A source without parts leaves its entry."""
    assert actions.record(by=keeper(), at=NOW, source=source(), read=[]) == []
    assert Entry.objects.get(kind="document:recorded").details == {"documents": {}}


def told(text: str) -> Document:
    """Record a text of a source of its own."""
    kept = sources.add(by=keeper(), at=NOW, content=text.encode(), name="a.txt", told=Told()).source
    return actions.record(by=keeper(), at=NOW, source=kept, read=[part(text)])[0]


def test_a_translation_is_said_and_taken_back() -> None:
    """Each is one entry; both texts know of it meanwhile."""
    original, translation = told("Қазақша мәтін"), told("A Kazakh text")
    before = Entry.objects.count()
    made = actions.pair(by=keeper(), at=NOW, document=translation, original=original)

    (seen,) = queries.beside(viewer=keeper(), document=translation)
    (other,) = queries.beside(viewer=keeper(), document=original)
    assert (seen.document, seen.is_original) == (original, True)
    assert (other.document, other.is_original) == (translation, False)
    actions.unpair(by=keeper(), at=later(1), rendition=made)
    assert queries.beside(viewer=keeper(), document=original) == []
    assert Entry.objects.count() == before + 2
    with pytest.raises(RenditionRefused, match="taken back before"):
        actions.unpair(by=keeper(), at=later(2), rendition=made)


def test_a_text_has_one_original_and_translates_no_translation() -> None:
    """Nor itself; and a refusal leaves no entry."""
    original, translation, third = told("Қазақша мәтін"), told("A Kazakh text"), told("Казахский текст")
    actions.pair(by=keeper(), at=NOW, document=translation, original=original)
    before = Entry.objects.count()

    for document, wrong in ((translation, third), (third, translation), (third, third)):
        with pytest.raises(RenditionRefused):
            actions.pair(by=keeper(), at=NOW, document=document, original=wrong)
    assert Entry.objects.count() == before


def test_only_a_contributor_says_what_is_a_translation() -> None:
    """Whoever only reads does not."""
    original, translation = told("Қазақша мәтін"), told("A Kazakh text")

    with pytest.raises(NotAllowed):
        actions.pair(by=worker("reader", Role.READER), at=NOW, document=translation, original=original)
