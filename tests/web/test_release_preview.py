"""One person of a release from both sides."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.releases.models import Consent, Release
from tests.web.house import NOW, House, sign_in

SON = "K-000002"
Asks = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def drafted(house: House) -> Release:
    """A draft that shows the sentence of the son and not his name."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])
    client = sign_in(house.keeper)
    client.post(f"/people/{SON}/consents/", {"audience": "public", "given_by": "his mother", "given_on": "2024"})
    who = str(Consent.objects.get().person_id)
    client.post(
        "/releases/new/",
        {"title": "Spring", "audience": "public", "persons": [who], "properties": ["Custody.sentence"]},
    )
    return Release.objects.get()


def test_what_is_known_stands_beside_what_is_shown(drafted: Release, as_: Callable[[Role], Client]) -> None:
    """And what stays says why."""
    lines = {
        line.property: line for line in as_(Role.PUBLISHER).get(f"/releases/{drafted.pk}/people/1/").context["lines"]
    }

    sentence, name = lines["Custody.sentence"], lines["Person.name"]
    assert sentence.known == ["P12Y"]
    assert [one["value"] for one in sentence.shown] == ["P12Y"]
    assert (len(name.known), name.shown) == (1, [])
    assert name.why == ["It was not ticked when the draft was made."]


def test_it_is_for_those_who_may_see_what_is_withheld(drafted: Release, as_: Callable[[Role], Client]) -> None:
    """And there is none beyond the last."""
    assert as_(Role.READER).get(f"/releases/{drafted.pk}/people/1/").status_code == 403
    assert as_(Role.EDITOR).get(f"/releases/{drafted.pk}/people/1/").status_code == 200
    assert as_(Role.EDITOR).get(f"/releases/{drafted.pk}/people/2/").status_code == 404


def test_it_asks_few_questions(
    drafted: Release, as_: Callable[[Role], Client], django_assert_max_num_queries: Asks
) -> None:
    """However long the release is."""
    client = as_(Role.PUBLISHER)
    with django_assert_max_num_queries(15):
        client.get(f"/releases/{drafted.pk}/people/1/")
