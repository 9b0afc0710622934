"""The list of documents, by their tallies."""

import pytest

from kualik.cases.accounts.models import Role
from kualik.cases.claims.listing import Order, Wanted, listed, rows
from kualik.cases.sources.intake import Told
from kualik.cases.sources.models import Sensitivity, Source, State
from tests.cases.casting import Story, keeper, worker

pytestmark = pytest.mark.django_db


def told(text: str, *, claims: int, published: str, level: Sensitivity = Sensitivity.INTERNAL) -> Story:
    """Propose so many claims of a report."""
    story = Story(text, told=Told(publisher="The Steppe Post", published=published, language="en", level=level))
    for _ in range(claims):
        story.person("Khadisha")
    return story.propose()


def texts(**wanted: object) -> list[str]:
    """List what the keeper finds."""
    found = listed(viewer=keeper(), wanted=Wanted(**wanted))  # type: ignore[arg-type]  # what a test asks for
    return [row.document.text for row in rows(viewer=keeper(), tallies=found)]


def test_each_order_has_its_first() -> None:
    """Most to review, read last, published last."""
    told("Khadisha spoke.", claims=1, published="2024-03-01")
    told("Khadisha said so twice.", claims=2, published="2023-01-01")

    assert texts(order=Order.WAITING)[0] == "Khadisha said so twice."
    assert texts(order=Order.PUBLISHED)[0] == "Khadisha spoke."
    assert sorted(texts(order=Order.READ)) == sorted(texts(order=Order.WAITING))


def test_what_is_asked_for_narrows_the_list() -> None:
    """By language, by a part of the publisher's name, by whether a claim waits."""
    told("Khadisha spoke.", claims=1, published="2024")

    assert texts(language="en", publisher="steppe", waiting=True) == ["Khadisha spoke."]
    assert texts(language="ru") == texts(publisher="heron") == []


def test_what_somebody_may_not_know_of_is_neither_listed_nor_counted() -> None:
    """Nor what was withdrawn with its batch."""
    told("Khadisha spoke.", claims=1, published="2024", level=Sensitivity.SEALED)
    reader = worker("reader", Role.READER)
    assert listed(viewer=reader, wanted=Wanted()).count() == 0
    assert listed(viewer=keeper(), wanted=Wanted()).count() == 1

    Source.objects.update(state=State.WITHDRAWN)
    assert listed(viewer=keeper(), wanted=Wanted()).count() == 0
