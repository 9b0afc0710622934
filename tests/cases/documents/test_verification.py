"""Whatever is changed in a document shows."""

import pytest

from kualik.cases.documents.models import Band, Document
from kualik.cases.documents.verification import problems
from kualik.cases.ledger.models import Entry
from tests.cases.casting import Story

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    """Record a document."""
    return Story("Khadisha was taken to a camp on 8 February.").propose().document


def test_what_is_as_it_was_read_has_no_problems(document: Document) -> None:
    """Nor is there any in an empty casebook's stead."""
    assert document.text
    assert list(problems()) == []


@pytest.mark.parametrize(
    "changed", [{"text": "nothing"}, {"title": "x"}, {"published": "2020"}, {"publisher": "x"}, {"language": "ru"}]
)
def test_a_changed_document_is_noticed(document: Document, changed: dict[str, str]) -> None:
    """One letter is enough."""
    Document.objects.filter(pk=document.pk).update(**changed)

    assert [(problem.where, "not as the ledger says" in problem.what) for problem in problems()] == [
        (f"document {document.pk}", True)
    ]


def test_a_document_that_nobody_recorded_is_noticed(document: Document) -> None:
    """A row that was put in beside the actions."""
    document.pk = None
    fresh = Document.objects.create(source=document.source, part=9, text="forged", reader="x", read_at=document.read_at)

    assert f"document {fresh.pk}: no entry in the ledger says that it was read" in map(str, problems())


def test_a_removed_document_is_noticed() -> None:
    """The ledger still says that it was read."""
    story = Story("Nothing was claimed here.").propose()
    Band.objects.all().delete()
    Document.objects.filter(pk=story.document.pk).delete()

    assert Entry.objects.filter(kind="document:recorded").exists()
    assert [problem.what for problem in problems()] == ["the ledger says that it was read, and it is gone"]
