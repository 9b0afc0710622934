"""What waits."""

from collections.abc import Callable

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.claims import actions as claims
from kualik.cases.sources import actions as sources
from tests.web.house import NOW, House


def test_each_number_opens_its_list(house: House, as_: Callable[[], Client]) -> None:
    """What is counted on the start page is what the list behind it shows."""
    sources.add(by=house.keeper, at=NOW, content=b"not read yet", name="later.txt")
    client = as_()
    page = client.get("/")

    counts = {str(one.word): (one.count, one.address) for one in page.context["waits"]}
    assert counts["Claims to review"][0] == len(house.claims)
    assert counts["Documents not read yet"][0] == 1
    assert "later.txt" in client.get(counts["Documents not read yet"][1]).content.decode()
    assert str(house.document.pk) in client.get(counts["Claims to review"][1]).content.decode()


@pytest.mark.parametrize(
    ("role", "asked"),
    [(Role.READER, set()), (Role.EDITOR, {"Possibly the same person"}), (Role.PUBLISHER, {"Releases to approve"})],
)
def test_nobody_is_asked_for_what_is_not_theirs(as_: Callable[[Role], Client], role: Role, asked: set[str]) -> None:
    """Pairs are for editors, drafts for publishers; what waits to be read concerns all."""
    shown = {str(one.word) for one in as_(role).get("/").context["waits"]}

    assert shown - {"Claims to review", "Documents not read yet", "Documents that could not be read"} == asked


def test_when_nothing_waits_it_says_so(house: House, as_: Callable[[], Client]) -> None:
    """And what to do next."""
    claims.accept(by=house.keeper, at=NOW, claims=[one.pk for one in house.claims])

    assert "Nothing waits." in as_().get("/").content.decode()


def test_an_administrator_sees_no_case(as_: Callable[[Role], Client]) -> None:
    """Not even how many there are."""
    answer = as_(Role.ADMINISTRATOR).get("/")

    assert answer.context["waits"] == []
    assert "Your roles open no case" in answer.content.decode()
