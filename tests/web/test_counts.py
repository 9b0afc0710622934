"""The pages of counting."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from kualik.cases.accounts.models import Role
from kualik.cases.findings import actions
from kualik.cases.findings.models import Count
from kualik.cases.ledger.models import Entry
from kualik.engine.counting import Table, count_people
from tests.cases.findings.listing import asked, lists
from tests.engine.counting.reports import answered, refused
from tests.web.house import NOW, House

TABLE = Table.of(("A", "B"), [(1, 1), (1, 0), (0, 1)], (40, 160, 110))


def page(client: Client, address: str) -> str:
    """Read a page as somebody sees it."""
    return unescape(client.get(address).content.decode())


def counted(house: House, *, answer: bool = True) -> Count:
    """Ask, and report what another table says: what is shown is looked at here, not what is counted."""
    lists()
    count = asked(by=house.keeper)
    leased = actions.lease_count(worker="w", at=NOW, seconds=60)
    assert leased
    report = answered() if answer else refused()
    actions.report_count(by=house.keeper, at=NOW, count=leased, worker="w", report=report)
    return count


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR])
def test_a_report_says_all_that_it_assumes(house: House, as_: Callable[[Role], Client], role: Role) -> None:
    """Who is named first, the headline, every assumption, every drawing with its table."""
    shown = page(as_(role), f"/counts/{counted(house).pk}/")

    assert shown.index("What is not known") < shown.index("At least 1,590 people are named")
    assert "1,900 and 2,100 people" in shown
    for assumption in answered().premises.assumptions:
        assert str(assumption) in shown
    assert shown.count('<svg class="figure"') == 4
    assert shown.count("The same as a table") == 4


def test_a_refusal_shows_why_and_no_headline(house: House, as_: Callable[[Role], Client]) -> None:
    """And what would help."""
    shown = page(as_(Role.READER), f"/counts/{counted(house, answer=False).pk}/")

    assert "No number of all people is given" in shown
    assert "What would help" in shown
    assert "those on no list included:" not in shown


def test_the_lists_are_shown_before_anybody_asks(as_: Callable[[Role], Client]) -> None:
    """When somebody looks: with sizes, overlap, and what is not known; nothing is kept by looking."""
    lists()
    before = Entry.objects.count()
    client = as_(Role.EDITOR)
    shown = unescape(client.post("/counts/new/", {"look": "1"}).content.decode())

    assert "Valley Committee" not in page(client, "/counts/new/")
    assert shown.index("What is not known") < shown.index("Valley Committee")
    assert "Overlap of the lists" in shown
    assert (Count.objects.count(), Entry.objects.count()) == (0, before)


def test_a_question_is_kept_and_waits(as_: Callable[[Role], Client]) -> None:
    """The page of it asks again by itself how far it has come."""
    lists()
    client = as_(Role.PUBLISHER)
    given = {"ask": "1", "lists": ["Steppe Post", "Valley Committee"], "population": "people held in the valley"}
    answer = client.post("/counts/new/", given)
    made = Count.objects.get()

    assert answer["Location"] == f"/counts/{made.pk}/"
    assert made.title == "people held in the valley"
    assert 'hx-trigger="every 3s"' in page(client, f"/counts/{made.pk}/")
    assert "people held in the valley" in page(client, "/counts/")
    part = client.get(f"/counts/{made.pk}/", headers={"HX-Request": "true", "HX-Target": "count-state"})
    assert b"<html" not in part.content


def test_an_ended_count_makes_the_page_load_anew(house: House, as_: Callable[[Role], Client]) -> None:
    """So that the report stands there."""
    made = counted(house)
    answer = as_(Role.READER).get(f"/counts/{made.pk}/", headers={"HX-Request": "true", "HX-Target": "count-state"})

    assert answer["HX-Refresh"] == "true"


def test_what_is_wrong_is_said_and_nothing_is_asked(as_: Callable[[Role], Client]) -> None:
    """Without a list ticked there is nothing to count."""
    lists()
    answer = as_(Role.EDITOR).post("/counts/new/", {"ask": "1", "startDate": "in spring"})

    assert "Choose the lists to count from." in answer.content.decode()
    assert Count.objects.count() == 0


def test_people_are_chosen_before_the_lists_are_looked_at(as_: Callable[[Role], Client]) -> None:
    """Nobody is held in Atlantis, so there are no lists and no question can be put."""
    lists()
    shown = unescape(as_(Role.EDITOR).post("/counts/new/", {"look": "1", "place": "Atlantis"}).content.decode())

    assert "Nobody who fits is on any list" in shown
    assert "disabled" in shown


def test_a_count_that_was_broken_off_says_why(house: House, as_: Callable[[Role], Client]) -> None:
    """In the words of whoever broke it off."""
    lists()
    count = asked(by=house.keeper)
    leased = actions.lease_count(worker="w", at=NOW, seconds=60)
    assert leased
    actions.fail_count(by=house.keeper, at=NOW, count=leased, worker="w", why="it ended its worker")

    assert "it ended its worker" in page(as_(Role.READER), f"/counts/{count.pk}/")


def test_two_lists_have_no_headline_on_the_page(house: House, as_: Callable[[Role], Client]) -> None:
    """Only what cannot be said."""
    lists()
    count = asked(by=house.keeper)
    leased = actions.lease_count(worker="w", at=NOW, seconds=60)
    assert leased
    actions.report_count(by=house.keeper, at=NOW, count=leased, worker="w", report=count_people(TABLE))

    assert "dependence cannot be checked" in page(as_(Role.READER), f"/counts/{count.pk}/")
