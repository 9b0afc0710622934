"""Which text is the translation of which."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.documents.models import Document, Rendition
from tests.web.house import House, keep


@pytest.fixture
def translation(house: House) -> Document:
    """A second text."""
    return keep(by=house.keeper, text="Консулдықтағы пикет")


def test_a_translation_is_found_said_and_taken_back(
    house: House, translation: Document, as_: Callable[[Role], Client]
) -> None:
    """By words of the original's title."""
    client = as_(Role.CONTRIBUTOR)
    address = f"/documents/{translation.pk}/translation/"
    (found,) = client.post(address, {"words": "picket consulate"}).context["found"]
    assert found == house.document

    answer = client.post(address, {"original": str(found.pk)})

    assert answer["Location"] == f"/documents/{translation.pk}/?beside={found.pk}"
    kept = Rendition.objects.get()
    assert (kept.source_id, kept.original_id) == (translation.source_id, house.document.source_id)
    client.post(address, {"undo": str(kept.pk)})
    assert Rendition.objects.get().undone_at is not None
    assert client.get(address).context["beside"] == []


def test_nothing_of_that_title_is_said_so(translation: Document, as_: Callable[[Role], Client]) -> None:
    """And not left empty."""
    page = as_(Role.CONTRIBUTOR).post(f"/documents/{translation.pk}/translation/", {"words": "heron"}).content.decode()

    assert "No other document has these words" in page


def test_what_is_taken_back_twice_stays_taken_back(
    house: House, translation: Document, as_: Callable[[Role], Client]
) -> None:
    """An undo that names nothing in force changes nothing."""
    client = as_(Role.CONTRIBUTOR)
    client.post(f"/documents/{translation.pk}/translation/", {"original": str(house.document.pk)})
    kept = Rendition.objects.get()

    for _ in range(2):
        answer = client.post(f"/documents/{translation.pk}/translation/", {"undo": str(kept.pk)})
        assert answer["Location"] == f"/documents/{translation.pk}/translation/"
    assert Rendition.objects.count() == 1
