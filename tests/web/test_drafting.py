"""Drafting a release on its page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.releases.models import Consent, Release
from tests.web.house import NOW, House

SON = "K-000002"
ADDRESS = "/releases/new/"
Asks = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def publisher(house: House, as_: Callable[[Role], Client]) -> Client:
    """Who drafts, when all is accepted and the son may be shown to everybody."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    client = as_(Role.PUBLISHER)
    client.post(f"/people/{SON}/consents/", {"audience": "public", "given_by": "his mother", "given_on": "2024-03"})
    return client


def son() -> str:
    return str(Consent.objects.get().person_id)


def filled(**more: Any) -> dict[str, Any]:
    return {"title": "Spring", "audience": "public", "properties": ["Person.name"], **more}


def test_without_a_consent_there_is_nobody_to_release(as_: Callable[[Role], Client]) -> None:
    """And the page says where to begin."""
    assert "Nobody has a recorded consent" in as_(Role.PUBLISHER).get(ADDRESS).content.decode()


def test_those_with_a_consent_for_the_audience_are_offered(publisher: Client) -> None:
    """And for another audience nobody."""
    assert [str(one.person) for one in publisher.get(ADDRESS).context["rows"]] == [SON]

    other = publisher.post(ADDRESS, filled(audience="un", look="audience"))

    assert other.context["rows"] == []
    assert not Release.objects.exists()


def test_somebody_found_without_a_consent_is_shown_and_cannot_be_ticked(publisher: Client) -> None:
    """The page says what is missing, and leads to where it is recorded."""
    page = publisher.post(ADDRESS, filled(query="K-000001", look="people"))

    assert [(str(one.person), one.consent) for one in page.context["rows"]] == [("K-000001", None)]
    assert "no consent for this audience" in page.content.decode()
    assert 'href="/people/K-000001/"' in page.content.decode()


def test_what_was_typed_and_ticked_stays_while_one_looks_on(publisher: Client) -> None:
    """Title, fields and people: looking for somebody else loses nothing."""
    page = publisher.post(ADDRESS, filled(persons=[son()], query="nobody of this name", look="people"))

    assert [str(one.person) for one in page.context["picked"]] == [SON]
    assert page.context["form"]["title"].value() == "Spring"
    assert [name for name, _word, ticked in page.context["fields"] if ticked] == ["Person.name"]
    assert "Nobody is found by this name" in page.content.decode()


def test_everybody_listed_is_chosen_at_once(publisher: Client) -> None:
    """And nobody again."""
    page = publisher.post(ADDRESS, filled(all="1"))
    assert [str(one.person) for one in page.context["picked"]] == [SON]

    assert publisher.post(ADDRESS, filled(persons=[son()], none="1")).context["picked"] == []


def test_the_draft_is_made_of_who_is_ticked(publisher: Client) -> None:
    """With the fields that are ticked."""
    answer = publisher.post(ADDRESS, filled(persons=[son()]))

    release = Release.objects.get()
    assert answer["Location"] == f"/releases/{release.pk}/"
    assert [str(item.person) for item in release.items.all()] == [SON]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"persons": []}, "Tick at least one person"),
        ({"persons": ["x"]}, "Tick at least one person"),
        ({"persons": ["7b0c1c2e-7c37-4c2b-9b5e-5a7f2f6f3a01"]}, "Tick at least one person"),
        ({"audience": "un"}, "No consent for this audience is in force of"),
        ({"properties": []}, "This field is required"),
    ],
)
def test_a_draft_that_cannot_be_is_refused_in_words(publisher: Client, changed: dict[str, Any], said: str) -> None:
    """Nothing is made, and everything typed is still there."""
    page = publisher.post(ADDRESS, filled(persons=[son()]) | changed)

    assert said in page.content.decode()
    assert page.context["form"]["title"].value() == "Spring"
    assert not Release.objects.exists()


def test_the_page_asks_few_questions(publisher: Client, django_assert_max_num_queries: Asks) -> None:
    """However many people there are."""
    with django_assert_max_num_queries(15):
        publisher.get(ADDRESS)
