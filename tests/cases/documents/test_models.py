"""The shape of a document."""

import pytest
from django.db import IntegrityError, transaction

from kualik.cases.documents.models import Band, Document, Page
from tests.cases.casting import Story

pytestmark = pytest.mark.django_db


def test_a_part_is_there_once_per_version() -> None:
    """The database sees to it; so it does for pages."""
    document = Story("Khadisha was taken.").propose().document
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.create(source=document.source, text="x", reader="x", read_at=document.read_at)
    Page.objects.create(document=document, number=1, start=0, end=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.create(document=document, number=1, start=0, end=1)


def test_rows_are_shown_by_what_they_are() -> None:
    """A document by its title, else its id; a page by its number."""
    document = Document(title="", source_id="0" * 64)

    assert str(document) == str(document.id)
    document.title = "Act"
    assert [str(document), str(Page(document=document, number=3)), str(Band(document=document, value=-5))] == [
        "Act",
        f"{document.id} p. 3",
        f"{document.id} -5",
    ]
