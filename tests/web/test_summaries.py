"""What somebody did stands in every list when the answer arrives, and a list that is behind says so."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kualik.cases.accounts.models import Role
from kualik.cases.findings import following
from kualik.cases.summaries.models import PersonSummary
from kualik.cases.summaries.queries import Lag, lag
from kualik.web.routes import ROUTES
from kualik.web.summaries import LISTS
from tests.web.house import House

As = Callable[[Role | None], Client]
BEHIND = "Lists and numbers are being brought up to date"


def test_after_a_deed_lists_are_up_to_it(house: House, as_: As) -> None:
    """Accepting a claim changes the summary before the answer arrives."""
    following.run()
    claim = house.claim("detainee")
    as_(Role.EDITOR).post(reverse("accept", args=[claim.pk]), {"seen": "proposed"})

    assert not lag()
    assert PersonSummary.objects.get(label="Erlan", tier=1).state_accepted


def test_before_a_list_is_shown_it_is_brought_up_to_what_was_done_elsewhere(house: House, as_: As) -> None:
    """Such as at the terminal: the house was built there."""
    assert lag()
    answer = as_(Role.READER).get(reverse("people"))

    assert not lag()
    assert BEHIND not in answer.content.decode()
    assert PersonSummary.objects.filter(person__mentions__entity__document=house.document).exists()


def test_a_list_that_is_behind_says_so(house: House, as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another holds the database, or there is much to do; a page that shows no list says nothing."""
    monkeypatch.setattr(following, "keep_up", lambda: Lag(entries=3, waiting=True, version=following.VERSION))
    client = as_(Role.READER)

    assert BEHIND in client.get(reverse("people")).content.decode()
    assert BEHIND not in client.get(reverse("document", args=[house.document.pk])).content.decode()


def test_every_list_is_a_page() -> None:
    """A name that no route has would bring nothing up to date."""
    assert {route.name for route in ROUTES} >= LISTS
