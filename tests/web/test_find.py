"""The pages of Find: one box, its results by kind, saved searches, collections."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kualik.cases.accounts.models import Role
from kualik.cases.desk.models import SavedSearch
from kualik.cases.findings.following import keep_up
from tests.cases.casting import Story
from tests.web.house import House

As = Callable[..., Client]
KINDS = ("", "people", "documents", "events", "claims")


def test_each_kind_is_counted_and_its_first_hits_are_shown(as_: As) -> None:
    """With the words marked, and a way to the passage."""
    page = as_(Role.READER).post("/find/", {"words": "consulates"}).content.decode()

    assert "<mark>consulate</mark>" in page
    assert "?at=14-23#at" in page


def test_words_stand_in_no_address(as_: As) -> None:
    """A search that comes with a GET is not answered."""
    assert "<mark>" not in as_(Role.READER).get("/find/?words=consulate").content.decode()


def test_results_are_narrowed_down_and_widened_again(as_: As) -> None:
    """By the buttons of the facets."""
    client = as_(Role.READER)
    asked = {"words": "erlan", "kind": "claims"}
    narrowed = client.post("/find/", {**asked, "narrow": "status=accepted"}).content.decode()
    widened = client.post("/find/", {**asked, "by.status": "accepted", "widen": "status"}).content.decode()

    assert "Nothing fits all of these choices." in narrowed
    assert "Nothing" not in widened


def test_nothing_found_says_what_to_do_next(as_: As) -> None:
    """In words."""
    assert "Try fewer words" in as_(Role.READER).post("/find/", {"words": "zzzz"}).content.decode()


@pytest.mark.parametrize("stories", [1, 12])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_at_most_fifteen_questions(
    house: House, as_: As, django_assert_max_num_queries: DjangoAssertNumQueries, kind: str, stories: int
) -> None:
    """However much is found."""
    for number in range(stories):
        story = Story(f"Erlan number {number} is held in the camp.")
        story.held(story.person(f"Erlan Omar{number}"), facility="the camp", state="camp")
        story.propose()
    keep_up(steps=1000)
    client = as_()
    assert house.claims
    client.get("/find/")
    with django_assert_max_num_queries(15):
        page = client.post("/find/", {"words": "erlan", "to": kind})
    assert page.status_code == 200


def test_a_search_is_kept_opened_and_forgotten(as_: As) -> None:
    """By its owner."""
    client = as_(Role.READER)
    saved = client.post("/find/save/", {"words": "consulate", "kind": "documents", "name": "Pickets"}, follow=True)
    assert "<mark>consulate</mark>" in saved.content.decode()
    one = SavedSearch.objects.get()
    assert "Pickets" in client.get("/find/").content.decode()

    client.post(f"/find/saved/{one.pk}/forget/")
    assert "Pickets" not in client.get("/find/").content.decode()
    assert as_(Role.EDITOR).get(f"/find/saved/{one.pk}/").status_code in {400, 404, 409}
