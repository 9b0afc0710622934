"""Asking about documents."""

from uuid import uuid4

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.documents import queries
from kualik.cases.documents.errors import NoSuchDocument
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity
from tests.cases.casting import Story, keeper, worker

pytestmark = pytest.mark.django_db
TEXT = "Khadisha was taken to a camp in Ghulja on 8 February, her mother said at the consulate."


def test_documents_of_sealed_sources_look_absent() -> None:
    """In the list, by id, by pages and copies."""
    story = Story(TEXT, told=Told(publisher="P", level=Sensitivity.SEALED)).propose()
    reader = worker("reader", Role.READER)

    assert list(queries.documents(viewer=reader)) == []
    assert list(queries.of_source(viewer=reader, source=story.document.source)) == []
    assert list(queries.pages(viewer=reader, document=story.document)) == []
    for id_ in (story.document.pk, uuid4(), "no id"):
        with pytest.raises(NoSuchDocument, match=f"there is no document {id_}"):
            queries.document(viewer=reader, id=id_)
    assert queries.document(viewer=keeper(), id=str(story.document.pk)) == story.document


def test_copies_are_known_from_every_side() -> None:
    """From the first telling and from each copy; a sealed copy is not shown to a reader."""
    first = Story(TEXT * 5).propose().document
    second = Story(TEXT * 5 + " More.").propose().document
    third = Story("Again: " + TEXT * 5, told=Told(publisher="P", level=Sensitivity.SEALED)).propose().document

    by = keeper()
    assert {queries.story(one) for one in (first, second, third)} == {first.pk}
    assert set(queries.copies(viewer=by, document=first)) == {second, third}
    assert set(queries.copies(viewer=by, document=third)) == {first, second}
    assert set(queries.copies(viewer=worker("reader", Role.READER), document=second)) == {first}


def test_a_document_goes_back_to_the_engines_as_it_came() -> None:
    """With the id of its source's bytes."""
    document = Story(TEXT, told=Told(publisher="The Steppe Post", language="en")).propose().document
    given = queries.to_facts(document)

    assert (given.id, given.text, given.publisher, given.language) == (
        f"sha256:{document.source_id}",
        TEXT,
        "The Steppe Post",
        "en",
    )


def test_a_long_text_is_opened_in_parts() -> None:
    """Its head, its length, and any stretch of it, in code points; nothing for whoever may not know of it."""
    document = Story("Қазақша 😀 мәтін").propose().document
    opened = queries.opened(viewer=keeper(), id=document.pk, head=9)

    assert (opened.head, opened.length) == ("Қазақша 😀", len(document.text))
    assert queries.stretch(viewer=keeper(), document=document, start=8, end=11) == "😀 м"
    with pytest.raises(NoSuchDocument):
        queries.opened(viewer=keeper(), id=uuid4())
