"""Somebody in a document is said to be the same person as another."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.people.models import Judgement, Mention
from tests.web.house import House

SON = "K-000002"


def address(house: House) -> str:
    """Where it is said of Saltanat Nurbek."""
    return f"/claims/{house.claims[0].pk}/same/"


def test_people_of_such_a_name_are_offered_and_not_oneself(house: House, as_: Callable[[Role], Client]) -> None:
    """The search begins with the name that the document has."""
    page = as_(Role.EDITOR).get(address(house))

    assert page.context["query"] == "Saltanat Nurbek"
    assert page.context["rows"] == []
    (found,) = as_(Role.EDITOR).post(address(house), {"query": "Erlan"}).context["rows"]
    assert str(found.person) == SON


def test_a_judgement_is_kept_with_its_reason(house: House, as_: Callable[[Role], Client]) -> None:
    """And the two are one person from then on."""
    as_(Role.EDITOR).post(address(house), {"query": "Erlan", "person": SON, "why": "the same passport"})

    made = Judgement.objects.get()
    assert (made.verdict, made.why) == ("positive", "the same passport")
    assert len(set(Mention.objects.values_list("person", flat=True))) == 1


@pytest.mark.parametrize("why", ["", "  "])
def test_without_a_reason_nothing_is_judged(house: House, as_: Callable[[Role], Client], why: str) -> None:
    """The page says what is missing, and keeps whom one chose."""
    answer = as_(Role.EDITOR).post(address(house), {"query": "Erlan", "person": SON, "why": why})

    assert not Judgement.objects.exists()
    assert "Say how you know" in answer.content.decode()
    assert "checked" in answer.content.decode()


def test_a_part_comes_without_a_page(house: House, as_: Callable[[Role], Client]) -> None:
    """It opens in the card, and says there that it was kept."""
    client = as_(Role.EDITOR)
    part = {"HX-Request": "true"}

    assert "<html" not in client.get(address(house), headers=part).content.decode()
    kept = client.post(address(house), {"person": SON, "why": "the same passport"}, headers=part).content.decode()
    assert f"/people/{SON}/" in kept
    assert "<html" not in kept


def test_what_is_no_person_is_not_judged(house: House, as_: Callable[[Role], Client]) -> None:
    """A protest has no double among the people."""
    answer = as_(Role.EDITOR).get(f"/claims/{house.claim('date').pk}/same/", follow=True)

    assert "nobody that could be a person" in answer.content.decode()
